import type { Analysis } from '../../../analysis/analysis';
import { FRAMEWORKS } from '../../../frameworks/registry';
import { ATTACK, type Family } from '../../../identifiers/grammar';
import { isMap, isSeq, nameOf, type Node, type YamlMap, type YamlPair } from './tree';
import type { YamlContext } from './context';

const TECHNIQUE_KEYS: readonly string[] = [
  'techniques',
  'attack',
  'mitre_attack',
  'attack_techniques',
  'ttps',
];

/** The names of keys that hold what is inserted, the preferred one first. */
export function keysFor({ settings }: Analysis, family: Family): readonly string[] {
  if (family === ATTACK) return TECHNIQUE_KEYS;
  const others = new Set(
    FRAMEWORKS.flatMap(({ key, spelling }) => (key === family ? [] : spelling.keys)).map(normal),
  );
  return settings.controlKeys.filter((key) => !others.has(normal(key)));
}

/** True for a key that the user's setting names. */
export function isControlKey({ settings }: Analysis, name: string): boolean {
  return settings.controlKeys.some((key) => normal(key) === normal(name));
}

/** `mappedControls`, `mapped-controls` and `MAPPED_CONTROLS` are one name. */
function normal(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

export function hasKey(map: YamlMap, name: string): boolean {
  return map.items.some((pair) => normal(nameOf(pair)) === normal(name));
}

/** The pair of a mapping that holds entries: one with entries in it before one with none, then by order of the keys. */
export function entryPair(context: YamlContext, map: YamlMap): YamlPair | undefined {
  const keys = keysFor(context.analysis, context.family).map(normal);
  const ranked = map.items
    .map((pair) => ({ pair, key: keys.indexOf(normal(nameOf(pair))), count: countIn(context, pair.value) }))
    .filter(({ pair, key, count }) =>
      count > 0 ? key >= 0 || isListOfThem(context, pair.value) : key >= 0 && !isForeign(context, pair.value),
    )
    .sort((a, b) => Number(b.count > 0) - Number(a.count > 0) || rank(a.key) - rank(b.key));
  return ranked[0]?.pair;
}

function rank(key: number): number {
  return key < 0 ? Number.MAX_SAFE_INTEGER : key;
}

/** A list under any key; not one of names with values, of which an entry is but one: `{ name: owner, value: IAM-10 }`. */
function isListOfThem(context: YamlContext, node: Node | null): boolean {
  if (!isSeq(node)) return false;
  return !node.items.some(
    (item) =>
      isMap(item) &&
      hasKey(item, 'name') &&
      item.items.some((pair) => normal(nameOf(pair)) === 'value' && countIn(context, pair.value) > 0),
  );
}

/** How many entries stand in the node. */
function countIn({ entries }: YamlContext, node: Node | null): number {
  if (!node) return 0;
  const [start, end] = node.range;
  return entries.filter(({ span }) => start <= span.start && span.end <= end).length;
}

/** Holds ids of something else: `mitigations: [M1018]`. */
function isForeign({ analysis, base }: YamlContext, node: Node | null): boolean {
  if (!node) return false;
  const [start, end] = node.range;
  return analysis.references.some(({ span }) => start + base <= span.start && span.end <= end + base);
}
