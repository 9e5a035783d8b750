import type { PolicyDocument } from '../documents/document';
import type { Candidate } from '../identifiers/candidates';
import { ATTACK, attackId, type CanonicalId } from '../identifiers/grammar';
import type { AttackTimeline } from '../knowledge/attack';
import { titleWords } from '../knowledge/titles';
import type { Span } from '../text/span';

/** What a sub-technique whose number lacks digits may be: `T1562.01` is `.001`, or `.010` as a number without its end. */
export interface LostZeros {
  readonly id: CanonicalId;
  /** Undefined if there is only one that exists, or the name beside it decides. */
  readonly mayBe?: CanonicalId;
}

const LINES_AROUND = 2;
const MAX_TEXT = 400;

/** Reads a number that lacks zeros; the name of one of them on its line, or else in its entry, decides. */
export function withZeros(document: PolicyDocument, candidate: Candidate, attack: AttackTimeline): LostZeros {
  const first = candidate.id;
  const last = padded(document, candidate);
  if (last === undefined || last === first || !attack.has(last)) return { id: first };
  if (!attack.has(first)) return { id: last };
  for (const around of textsAround(document, candidate)) {
    const words = titleWords(around);
    const named = [first, last].filter((id) =>
      attack.namesEver(id).some((name) => words.includes(titleWords(name))),
    );
    const [only] = named;
    if (only !== undefined) return named.length === 1 ? { id: only } : { id: first, mayBe: last };
  }
  return { id: first, mayBe: last };
}

/** The number with its zeros at the end. */
function padded(
  { text }: PolicyDocument,
  { id, family, span, malformed }: Candidate,
): CanonicalId | undefined {
  if (family !== ATTACK || !malformed || !id.includes('.')) return undefined;
  const digits = /\d{1,3}$/.exec(text.slice(span.start, span.end))?.[0] ?? '';
  return attackId('T', id.slice(1, 5), digits.padEnd(3, '0'));
}

/** Its line; then, in YAML, the lines around it too that are of its entry. */
function textsAround({ text, lines, kind, structure }: PolicyDocument, { span }: Candidate): string[] {
  const line = lines.lineAt(span.start);
  const of = (first: number, last: number, within?: Span): string => {
    const start = Math.max(lines.startOf(first), span.start - MAX_TEXT, within?.start ?? 0);
    return text.slice(start, Math.min(lines.endOf(last), span.end + MAX_TEXT, within?.end ?? text.length));
  };
  if (kind !== 'yaml') return [of(line, line)];
  const entry = structure.nodeAt(span.start)?.parent;
  const last = Math.min(lines.count - 1, line + LINES_AROUND);
  return [of(line, line), of(Math.max(0, line - LINES_AROUND), last, entry)];
}
