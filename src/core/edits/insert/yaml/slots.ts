import type { Target } from '../item';
import type { Analysis } from '../../../analysis/analysis';
import type { EditionId } from '../../../knowledge/framework';
import { applyEdits, type TextEdit } from '../../../text/edit';
import { success, type Result } from '../../../text/result';
import { refusal, type Refusal } from '../refusal';
import { isPlaceholder } from '../placeholder';
import { parses, readDocuments, tooLarge } from './read';
import type { Entry, Slot } from '../slot';
import { contextOf, type YamlContext } from './context';
import { entryPair } from './keys';
import { newKey, writePair, writeValue } from './pair';
import { writeItems } from './sequence';
import { writeText } from './text';
import { yamlPart, type YamlPart } from './part';
import {
  aliasedNames,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  nameOf,
  pathTo,
  type Node,
  type Scalar,
  type YamlMap,
  type YamlPair,
} from './tree';

type Write = (entries: readonly Entry[]) => TextEdit[];

/** The sequence of the target's mapping that holds entries, or a new one below the target's key. */
export function yamlSlot(analysis: Analysis, target: Target): Result<Slot, Refusal> {
  const part = yamlPart(analysis, target.span.start);
  const documents = readDocuments(part.text);
  if (!documents.ok) return documents;
  const path = pathTo(documents.value, target.span.start - part.base);
  if (!path.ok) return path;
  if (part.isPart && !path.value.steps.some(({ node }) => isMap(node))) return tooLarge();
  const context = contextOf(analysis, target, part, path.value);
  const place = placeFor(context);
  if (!place.ok) return place;
  const { node, write } = place.value;
  return success({
    edition: editionIn(context, node),
    takesName: false,
    write: (entries) => write(entries),
    isSound: (edits) => parses(edited(part, edits)),
  });
}

function edited({ text, base }: YamlPart, edits: readonly TextEdit[]): string {
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - base, end: span.end - base },
    newText,
  }));
  return applyEdits(text, moved);
}

interface YamlPlace {
  /** What holds the entries already. */
  readonly node: Node | null;
  readonly write: Write;
}

function placeFor(context: YamlContext): Result<YamlPlace, Refusal> {
  const { steps, isKey } = context.path;
  const own = steps[0];
  if (isKey && own?.pair && isMap(own.node)) {
    const { pair } = own;
    if (!isMap(pair.value)) return valuePlace(context, pair);
    const inner = entryPair(context, pair.value);
    if (inner) return valuePlace(context, inner);
    const first = pair.value.items[0];
    if (first) return newPlace(context, pair.value, first);
  }
  const holder = holderOf(context);
  if (holder?.found) return valuePlace(context, holder.found);
  const innermost = steps.find(({ node }) => isMap(node));
  if (!innermost?.pair || !isMap(innermost.node))
    return refusal('no-mapping', 'There is no YAML map here to add a key to.');
  if (!isKey && isEntry(context, innermost.pair.key))
    return refusal('shape', 'The keys here are IDs themselves, so another key would be read as one of them.');
  return newPlace(context, innermost.node, innermost.pair);
}

function isEntry({ entries }: YamlContext, { range: [start, end] }: Node): boolean {
  return entries.some(({ span }) => start <= span.start && span.end <= end);
}

/** The pair for entries in the nearest mapping that has one; not beyond what holds other targets too. */
function holderOf(context: YamlContext): { readonly found: YamlPair } | undefined {
  const { steps, scalar } = context.path;
  let isNamed = false;
  for (const { node, pair } of steps) {
    if (!isMap(node)) {
      if (isNamed) return undefined; // an item of a list of mappings
      continue;
    }
    const found = entryPair(context, node);
    if (found && found !== pair && (!isNamed || !hasOtherTargets(context, node, pair, scalar.range)))
      return { found };
    isNamed = true;
  }
  return undefined;
}

/** Whether a mapping names targets outside of the pair. */
function hasOtherTargets(
  { analysis, base, family }: YamlContext,
  node: YamlMap,
  pair: YamlPair | undefined,
  own: readonly number[],
): boolean {
  const [start, end] = node.range;
  const [from, to] = [pair?.key.range[0] ?? own[0] ?? 0, pair?.value?.range[1] ?? own[1] ?? 0];
  return analysis.references.some(({ family: other, span }) => {
    const at = span.start - base;
    return other !== family && start <= at && at < end && (at < from || at >= to);
  });
}

function valuePlace(context: YamlContext, pair: YamlPair): Result<YamlPlace, Refusal> {
  const { value } = pair;
  const shared = sharedBy(context, pair.value);
  if (shared) return shared;
  if (isSeq(value)) return success({ node: value, write: (entries) => writeItems(context, value, entries) });
  if (isMap(value)) {
    const inner = entryPair(context, value);
    return inner
      ? valuePlace(context, inner)
      : refusal('shape', 'The value of {0} is a map, so there is no list to add to.', nameOf(pair));
  }
  if (value === null || (isScalar(value) && isEmpty(value)))
    return success({ node: value, write: (entries) => writeValue(context, pair, entries) });
  if (
    !isScalar(value) ||
    context.entries.every(({ span }) => span.start < value.range[0] || span.end > value.range[1])
  )
    return refusal(
      'shape',
      'The value of {0} is text without an ID, so there is no list to add to.',
      nameOf(pair),
    );
  return success({ node: value, write: (entries) => writeText(context, value, entries) });
}

/** Null, an empty text, or one that stands for nothing yet; a tag would say of a list that it is something else. */
function isEmpty({ value, type, tag }: Scalar.Parsed): boolean {
  if (tag !== undefined || type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return false;
  return value === null || (typeof value === 'string' && isPlaceholder(value));
}

function newPlace(context: YamlContext, map: YamlMap, pair: YamlPair): Result<YamlPlace, Refusal> {
  const shared = sharedBy(context, map);
  if (shared) return shared;
  const merged = map.items.some((each) => nameOf(each) === '<<');
  if (merged)
    return refusal('alias', 'The entry merges keys from another one (<<). A key here would override them.');
  const key = newKey(context, map, pair);
  if (key === undefined) return refusal('shape', 'The entry already has these keys, with other content.');
  return success({ node: null, write: (entries) => writePair(context, map, pair, key, entries) });
}

/** What an alias repeats elsewhere, or is repeated here: a change would show in other places too. */
function sharedBy(context: YamlContext, node: Node | null): Result<never, Refusal> | undefined {
  if (isAlias(node))
    return refusal('alias', 'The list is the alias *{0}, which is defined elsewhere.', node.source);
  const { path, part } = context;
  const names = aliasedNames(path.document);
  const around = [node, ...path.steps.map((step) => step.node as Node)];
  const anchor = [
    ...around.map((each) => (each && !isAlias(each) ? each.anchor : undefined)),
    ...part.anchors,
  ].find((each) => each !== undefined && (names.has(each) || part.aliased.has(each)));
  return anchor === undefined
    ? undefined
    : refusal('alias', 'The entry is the anchor &{0}, which other entries use.', anchor);
}

function editionIn({ entries }: YamlContext, node: Node | null): EditionId | undefined {
  if (!node) return undefined;
  const [start, end] = node.range;
  return entries.findLast(({ span }) => start <= span.start && span.end <= end)?.reference.edition?.edition;
}
