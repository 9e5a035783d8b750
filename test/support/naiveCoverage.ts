import type { AttackFile } from '../../src/core/knowledge/records';
import type { Analysis } from '../../src/core/analysis/analysis';
import { ccmFile, dataText } from './knowledge';

/** What coverage has to find, straight from the data files, slowly. Ids of controls are keys. */
export interface NaiveCoverage {
  /** `addressed`, `gap` or `no-mapped-control` by the id that the technique counts as. */
  readonly states: ReadonlyMap<string, string>;
  readonly unjudged: ReadonlySet<string>;
  /** `addressing`, `unneeded` or `without-mapping` by key. */
  readonly roles: ReadonlyMap<string, string>;
}

const attack = JSON.parse(dataText('attack.json')) as AttackFile;
const ccm = ccmFile();
const records = new Map(attack.objects.map((record) => [record.id, record]));

export function naiveCoverage(analyses: readonly Analysis[]): NaiveCoverage {
  const references = analyses.flatMap((analysis) => analysis.references);
  const cited = new Set(
    references
      .filter(({ family, certainty }) => family === 'ccm' && certainty !== 'doubtful')
      .flatMap(({ id, edition }) => keyOf(id, edition?.edition ?? '') ?? []),
  );
  const written = references
    .filter(({ kind, certainty }) => /technique/.test(kind) && certainty === 'certain')
    .map(({ id }) => String(id));
  const unjudged = new Set(written.filter((id) => !records.has(id)));
  const mapped = new Map<string, Set<string>>();
  for (const id of written.filter((each) => records.has(each))) {
    const counted = successorOf(id) ?? id;
    mapped.set(counted, new Set([...(mapped.get(counted) ?? []), ...controlsOf(id)]));
  }
  const needed = new Set([...mapped.values()].flatMap((keys) => [...keys]));
  return {
    states: new Map([...mapped].map(([id, keys]) => [id, stateOf(keys, cited)])),
    unjudged,
    roles: new Map([...cited].map((key) => [key, roleOf(key, needed)])),
  };
}

function stateOf(keys: ReadonlySet<string>, cited: ReadonlySet<string>): string {
  if (keys.size === 0) return 'no-mapped-control';
  return [...keys].some((key) => cited.has(key)) ? 'addressed' : 'gap';
}

function roleOf(key: string, needed: ReadonlySet<string>): string {
  const isMapped = ccm.mappings.some(({ control, technique }) => control === key && technique !== undefined);
  return isMapped ? (needed.has(key) ? 'addressing' : 'unneeded') : 'without-mapping';
}

/** Of an edition that does not have the id, the newest one that has counts. */
function keyOf(id: string, edition: string): string | undefined {
  if (edition === '3.0.1') return undefined;
  for (const each of [edition, ...ccm.editions.map((one) => one.id)]) {
    const control = ccm.controls.find(({ ids }) => ids[each] === id);
    if (control) return control.key;
  }
  return undefined;
}

function successorsOf(id: string): readonly string[] {
  const history = records.get(id)?.history ?? [];
  const isRevoked = history.findLast((change) => change.status)?.status === 'revoked';
  return isRevoked ? (history.findLast((change) => change.successors)?.successors ?? []) : [];
}

function successorOf(id: string): string | undefined {
  const history = records.get(id)?.history ?? [];
  const isRevoked = history.findLast((change) => change.status)?.status === 'revoked';
  const [only, ...others] = successorsOf(id);
  return isRevoked && others.length === 0 ? only : undefined;
}

function controlsOf(id: string): string[] {
  const rows = (technique: string): string[] =>
    ccm.mappings.filter((row) => row.technique === technique).map(({ control }) => control);
  const own = rows(id);
  if (own.length > 0) return own;
  const before = attack.objects
    .filter((record) => successorsOf(record.id).includes(id))
    .map((record) => record.id);
  return [...before, ...successorsOf(id)].flatMap(rows);
}
