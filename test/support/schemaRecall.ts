import { isMap, isScalar, parseAllDocuments, visit, type Node, type Pair, type Scalar } from 'yaml';
import { isCertain, type Reference } from '../../src/core/recognition/reference';
import { analysisOf } from './findings';
import { realKnowledge } from './knowledge';

/** An ID or the name of a tactic in a field that holds such, as the `yaml` package reads a rule. */
export interface Expected {
  readonly kind: 'technique' | 'tactic';
  readonly id: string;
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The keys that lead to it. */
  readonly path: string;
}

/** A value in one of these fields names techniques or tactics, as the schemas of rule sets have them. */
const FIELD =
  /^(?:tags|mitre|mitre[-_ ]?att(?:&|a)?ck.*|att(?:&|a)ck.*|techniques?.*|sub-techniques-scores|tactics?.*|kill_chain_phases|phase_name|threat)$/i;
const TACTIC_FIELD = /^(?:tactics?|phase_name)$/i;
const TECHNIQUE = /^(?:attack\.)?(T\d{4}(?:\.\d{3})?)$/i;
const PAIR = /^(TA\d{4}):(T\d{4}(?:\.\d{3})?)$/;
const TACTIC_ID = /^(?:attack\.)?(TA\d{4})$/i;
const TAG = /^(?:attack\.|mitre_)([a-z][a-z_-]+)$/i;

/** All that the fields of a YAML text hold, in order; nothing of a document that the library can't read. */
export function expectedIn(text: string): Expected[] {
  const expected: Expected[] = [];
  for (const document of parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })) {
    if (!('contents' in document) || document.errors.length > 0) continue;
    visit(document, {
      Scalar: (key, node, ancestors) => {
        if (key === 'key' || typeof node.value !== 'string' || !node.range) return;
        const keys = keysOf(ancestors as readonly (Node | Pair)[]);
        if (keys.some((each) => FIELD.test(each)))
          expected.push(...ofScalar(node, node.value, keys, ancestors as readonly (Node | Pair)[]));
      },
    });
  }
  return expected;
}

function keysOf(ancestors: readonly (Node | Pair)[]): string[] {
  return ancestors.flatMap((each) => ('key' in each && isScalar(each.key) ? [String(each.key.value)] : []));
}

function ofScalar(
  { range }: Scalar,
  value: string,
  keys: readonly string[],
  ancestors: readonly (Node | Pair)[],
): Expected[] {
  const [start = 0, end = 0] = range ?? [];
  const at = (kind: Expected['kind'], id: string): Expected => ({
    kind,
    id: id.toUpperCase(),
    text: value,
    start,
    end,
    path: keys.join('/'),
  });
  const trimmed = value.trim();
  const pair = PAIR.exec(trimmed);
  if (pair) return [at('tactic', pair[1] ?? ''), at('technique', pair[2] ?? '')];
  const technique = TECHNIQUE.exec(trimmed)?.[1];
  if (technique !== undefined) return [at('technique', technique + subTechniqueBeside(ancestors))];
  const tacticId = TACTIC_ID.exec(trimmed)?.[1];
  if (tacticId !== undefined) return [at('tactic', tacticId)];
  const name = TACTIC_FIELD.test(keys.at(-1) ?? '') ? trimmed : TAG.exec(trimmed)?.[1];
  const tactic = name === undefined ? undefined : tacticCalled(name);
  return tactic === undefined ? [] : [at('tactic', tactic)];
}

/** `sub-technique: "004"` next to `technique: T1078`. */
function subTechniqueBeside(ancestors: readonly (Node | Pair)[]): string {
  const map = ancestors.findLast((each) => isMap(each));
  const pair = ancestors.at(-1);
  if (!map || !pair || !('key' in pair) || !isScalar(pair.key) || pair.key.value !== 'technique') return '';
  const sub: unknown = map.get('sub-technique');
  return typeof sub === 'string' && /^\d{3}$/.test(sub) ? `.${sub}` : '';
}

/** The ID of a tactic of the enterprise matrix that has, or had, a name; by its letters. */
function tacticCalled(name: string): string | undefined {
  const letters = (each: string): string => each.toLowerCase().replace(/[^a-z]/g, '');
  const { attack } = realKnowledge();
  const named = attack
    .ids('tactic')
    .filter((id) => attack.namesEver(id).some((each) => letters(each) === letters(name)));
  return named.find((id) => attack.at(id)?.domains.includes('enterprise')) ?? named[0];
}

/** Those that the recognition doesn't have as certain at their place. */
export function missedOf(text: string, languageId: string, expected: readonly Expected[]): Expected[] {
  const references = analysisOf(languageId, text).references.filter((each) => isCertain(each));
  const byId = new Map<string, Reference[]>();
  for (const each of references) byId.set(each.id, [...(byId.get(each.id) ?? []), each]);
  return expected.filter(
    ({ id, start, end }) => !(byId.get(id) ?? []).some(({ span }) => span.start < end && start < span.end),
  );
}
