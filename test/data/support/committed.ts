import fs from 'node:fs';
import path from 'node:path';
import type {
  AttackChange,
  AttackDomain,
  AttackFile,
  AttackKind,
  FrameworkFile,
  SourcesFile,
} from '../../../src/core/knowledge/records';
import { compareVersions } from '../../../src/core/knowledge/compareVersions';

/** Tests run in the root of the project. */
export const DATA = path.resolve('data');

export function textOf(name: string): string {
  return fs.readFileSync(path.join(DATA, name), 'utf8');
}

export const committedAttack = (): AttackFile => JSON.parse(textOf('attack.json'));
export const committedCcm = (): FrameworkFile => JSON.parse(textOf('ccm.json'));
export const committedSources = (): SourcesFile => JSON.parse(textOf('sources.json'));

/** The changes up to that version, folded into one; undefined where the id is younger. */
export function stateAt(history: readonly AttackChange[], version: string): AttackChange | undefined {
  const known = history.filter((change) => compareVersions(change.version, version) <= 0);
  return known.length === 0 ? undefined : Object.assign({}, ...known);
}

/** How many ids of these kinds have each status in a version of a domain. */
export function countAt(
  { objects }: AttackFile,
  domain: AttackDomain,
  version: string,
  ...kinds: readonly AttackKind[]
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, domains, history } of objects) {
    const status =
      kinds.includes(kind) && domains.includes(domain) ? stateAt(history, version)?.status : undefined;
    if (status) counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}
