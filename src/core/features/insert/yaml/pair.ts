import type { TextEdit } from '../../../text/edit';
import type { Entry } from '../slot';
import { insertAt, lineEnd, lineStart, type YamlContext } from './context';
import { plainWriter } from './item';
import { entryPair, keysFor } from './keys';
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
interface Manner {
  readonly key: string;
  readonly isFlow: boolean;
  /** The columns by which the dash stands further in than its key. */
  readonly indent: number;
  readonly quote: string;
}

/** Writes a key with a sequence below the pair that the target stands in. */
export function writePair(
  context: YamlContext,
  map: YamlMap,
  pair: YamlPair,
  entries: readonly Entry[],
): TextEdit[] {
  const manner = mannerOf(context, pair);
  const { text } = context;
  if (map.flow === true) return [writeFlowPair(context, map, pair, manner, entries)];
  const indent = indentOf(text, pair.key.range[0]);
  const lines = [`${indent}${manner.key}:${sequenceText(context, manner, indent, entries)}`];
  return [writeLinesAfter(context, endOfPair(pair), lines)];
}

/** Writes a sequence as the value of a key that has none, or in place of a value that stands for none. */
export function writeValue(context: YamlContext, pair: YamlPair, entries: readonly Entry[]): TextEdit[] {
  const { text, base, path } = context;
  const manner = mannerOf(context, pair);
  const value = pair.value;
  const isWritten = value !== null && value.range[1] > value.range[0];
  const isInFlow = path.steps.some(({ node }) => node.flow === true);
  const flow = sequenceText(context, { ...manner, isFlow: true }, '', entries);
  if (isWritten)
    return [
      { span: { start: base + value.range[0], end: base + value.range[1] }, newText: flow.trimStart() },
    ];
  const colon = text.indexOf(':', pair.key.range[1]);
  if (manner.isFlow || isInFlow) return [insertAt(context, colon + 1, flow)];
  const indent = indentOf(text, pair.key.range[0]);
  const block = sequenceText(context, manner, indent, entries);
  return [insertAt(context, lineEnd(text, colon), block)];
}

function sequenceText(
  { eol }: YamlContext,
  manner: Manner,
  indent: string,
  entries: readonly Entry[],
): string {
  const items = entries.map(plainWriter(manner.quote)).map(({ parts }) => parts.join(''));
  if (manner.isFlow) return ` [${items.join(', ')}]`;
  return items.map((item) => `${eol}${indent}${' '.repeat(manner.indent)}- ${item}`).join('');
}

function writeFlowPair(
  context: YamlContext,
  map: YamlMap,
  pair: YamlPair,
  manner: Manner,
  entries: readonly Entry[],
): TextEdit {
  const { text, eol } = context;
  const start = lineStart(text, pair.key.range[0]);
  const before = text.slice(start, pair.key.range[0]);
  const isAlone = before.trim() === '' && start > map.range[0];
  const gap = isAlone ? `${eol}${before}` : ' ';
  const sequence = sequenceText(context, { ...manner, isFlow: true }, '', entries);
  return insertAt(context, endOfPair(pair), `,${gap}${manner.key}:${sequence}`);
}

/** As the nearest sequence under such a key is written, else as any other, else in one line. */
function mannerOf(context: YamlContext, pair: YamlPair): Manner {
  const { text, analysis, family } = context;
  const [key = 'controls'] = keysFor(analysis, family);
  const found = listsOf(context);
  const ours = found.find((each) => each.isOurs) ?? found[0];
  const quote = ours && quoteOf(text, ours.sequence.items.at(-1));
  const keyQuote = quoteOf(text, pair.key) ?? '';
  const name = ours?.isOurs === true ? String(isScalar(ours.pair.key) ? ours.pair.key.value : key) : key;
  return {
    key: `${keyQuote}${name}${keyQuote}`,
    isFlow: ours ? ours.sequence.flow === true : true,
    indent: ours && ours.sequence.flow !== true ? indentBelow(text, ours.pair, ours.sequence) : 2,
    quote: quote ?? defaultQuote(context),
  };
}

function indentBelow(text: string, pair: YamlPair, { range }: YamlSeq): number {
  const column = (offset: number): number => offset - lineStart(text, offset);
  return Math.max(0, column(range[0]) - column(pair.key.range[0]));
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
