import { createHash } from 'node:crypto';
import { keyOf, type Comparable } from './compare/matching';

/** One for each finding, which stays the same when lines move: of several that are alike, each has its own. */
export function fingerprints(findings: readonly Comparable[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ path, rule, message, reference }) => {
    const key = keyOf(path, rule, reference.id, message);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256')
      .update(keyOf(key, String(count)))
      .digest('hex')
      .slice(0, 32);
  });
}
