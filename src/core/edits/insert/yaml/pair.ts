import type { TextEdit } from '../../../text/edit';
import type { Entry } from '../slot';
import { insertAt, lineEnd, lineStart, type YamlContext } from './context';
import { plainWriter } from './item';
import { entryPair, hasKey, keysFor } from './keys';
import { defaultQuote, indentOf, quoteOf, writeLinesAfter } from './sequence';
import {
  endOfPair,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type YamlMap,
  type YamlPair,
  type YamlSeq,
} from './tree';

/** How the sequences of a file are written, for one that is new. */
interface SequenceStyle {
  readonly isFlow: boolean;
  /** The columns by which the dash stands further in than its key. */
  readonly indent: number;
  readonly quote: string;
}

/**
 * The key for a new sequence in a mapping, as the file writes it: one that holds entries elsewhere, else the first of
 * those that may hold some. Undefined where the mapping has all of them, with something else in them.
 */
export function newKey(context: YamlContext, map: YamlMap, pair: YamlPair): string | undefined {
  const { text, analysis, family } = context;
  const own = listsOf(context).find(({ isOurs, pair: { key } }) => isOurs && !isId(context, key))?.pair.key;
  const names =
    own && isScalar(own) ? [String(own.value), ...keysFor(analysis, family)] : keysFor(analysis, family);
  const name = names.find((each) => !hasKey(map, each));
  if (own && name === names[0]) return text.slice(own.range[0], own.range[1]);
  const quote = quoteOf(text, pair.key) ?? '';
  return name === undefined ? undefined : `${quote}${name}${quote}`;
}

/** Techniques and controls may be keys themselves. */
function isId({ analysis, base }: YamlContext, { range: [start, end] }: Node): boolean {
  return analysis.references.some(({ span }) => base + start <= span.start && span.end <= base + end);
}

const MAX_ANCHOR = 200;

const PROPERTIES = /(?:[&!][^\s,[\]{}]{0,200}[ \t]{1,9}){1,2}$/;

/** Where a key begins, with its anchor and its tag: `&k notes: >-`. */
function keyStart(text: string, { key }: YamlPair): number {
  const [start] = key.range;
  const lead = text.slice(Math.max(lineStart(text, start), start - 2 * MAX_ANCHOR), start);
  return start - (PROPERTIES.exec(lead)?.[0].length ?? 0);
}

/** Writes a key with a sequence below the pair that the target stands in. */
export function writePair(
  context: YamlContext,
  map: YamlMap,
  pair: YamlPair,
  key: string,
  entries: readonly Entry[],
): TextEdit[] {
  const style = sequenceStyleOf(context);
  const { text } = context;
  if (map.flow === true) return [writeFlowPair(context, map, pair, key, entries)];
  const indent = indentOf(text, keyStart(text, pair));
  const lines = [`${indent}${key}:${sequenceText(context, style, indent, entries)}`];
  return [writeLinesAfter(context, endOfPair(pair), lines)];
}

/** Writes a sequence as the value of a key that has none, or in place of a value that stands for none. */
export function writeValue(context: YamlContext, pair: YamlPair, entries: readonly Entry[]): TextEdit[] {
  const { text, base, path } = context;
  const style = sequenceStyleOf(context);
  const value = pair.value;
  const isWritten = value !== null && value.range[1] > value.range[0];
  const isInFlow = path.steps.some(({ node }) => node.flow === true);
  const flow = sequenceText(context, { ...style, isFlow: true }, '', entries);
  if (isWritten)
    return [
      { span: { start: base + value.range[0], end: base + value.range[1] }, newText: flow.trimStart() },
    ];
  const keyEnd = pair.key.range[1];
  const colon = /^[ \t]*:(?:[ \t]+&[^\s,[\]{}]+)?/.exec(text.slice(keyEnd, keyEnd + MAX_ANCHOR))?.[0];
  if (colon === undefined) return [insertAt(context, keyEnd, `:${flow}`)]; // `{ technique: T1059, controls }`
  const after = keyEnd + colon.length;
  if (style.isFlow || isInFlow) return [insertAt(context, after, flow)];
  const indent = indentOf(text, keyStart(text, pair));
  const block = sequenceText(context, style, indent, entries);
  return [insertAt(context, lineEnd(text, after), block)];
}

function sequenceText(
  { eol }: YamlContext,
  style: SequenceStyle,
  indent: string,
  entries: readonly Entry[],
): string {
  const items = entries.map(plainWriter(style.quote)).map(({ parts }) => parts.join(''));
  if (style.isFlow) return ` [${items.join(', ')}]`;
  return items.map((item) => `${eol}${indent}${' '.repeat(style.indent)}- ${item}`).join('');
}

function writeFlowPair(
  context: YamlContext,
  map: YamlMap,
  pair: YamlPair,
  key: string,
  entries: readonly Entry[],
): TextEdit {
  const { text, eol } = context;
  const start = lineStart(text, pair.key.range[0]);
  const before = text.slice(start, keyStart(text, pair));
  const isAlone = before.trim() === '' && start > map.range[0];
  const gap = isAlone ? `${eol}${before}` : ' ';
  const sequence = sequenceText(context, { ...sequenceStyleOf(context), isFlow: true }, '', entries);
  return insertAt(context, endOfPair(pair), `,${gap}${key}:${sequence}`);
}

/** As the nearest sequence under such a key is written, else as any other, else in one line. */
function sequenceStyleOf(context: YamlContext): SequenceStyle {
  const { text } = context;
  const found = listsOf(context);
  const ours = found.find((each) => each.isOurs) ?? found[0];
  const quote = ours && quoteOf(text, ours.sequence.items.at(-1));
  return {
    isFlow: ours ? ours.sequence.flow === true : true,
    indent: ours && ours.sequence.flow !== true ? indentBelow(text, ours.pair, ours.sequence) : 2,
    quote: quote ?? defaultQuote(context),
  };
}

function indentBelow(text: string, pair: YamlPair, { range }: YamlSeq): number {
  const column = (offset: number): number => offset - lineStart(text, offset);
  return Math.max(0, column(range[0]) - column(keyStart(text, pair)));
}

interface List {
  readonly pair: YamlPair;
  readonly sequence: YamlSeq;
  readonly isOurs: boolean;
}

/** Every sequence of texts that a key of the document holds. */
function listsOf(context: YamlContext): List[] {
  const lists: List[] = [];
  const visit = (node: Node | null): void => {
    if (isSeq(node)) for (const item of node.items) visit(item);
    if (!isMap(node)) return;
    const ours = entryPair(context, node);
    for (const pair of node.items as YamlPair[]) {
      const { value } = pair;
      if (isSeq(value) && value.items.length > 0 && value.items.every((item) => isScalar(item)))
        lists.push({ pair, sequence: value, isOurs: pair === ours });
      visit(value);
    }
  };
  visit(context.path.document.contents);
  return lists;
}
