import type { TextEdit } from '../../../text/edit';
import type { Entry } from '../slot';
import { insertAt, lineEnd, lineStart, type YamlContext } from './context';
import { plainWriter, writerLike, type ItemWriter, type WrittenItem } from './item';
import { endOf, isScalar, type Node, type YamlSeq } from './tree';

/** Writes more items into a sequence, as those that it has. */
export function writeItems(context: YamlContext, sequence: YamlSeq, entries: readonly Entry[]): TextEdit[] {
  const items = sequence.items as readonly Node[];
  const write = writerFor(context, items, sequence.flow === true);
  const written = entries.map(write);
  return sequence.flow === true
    ? writeFlow(context, sequence, written)
    : [writeBlock(context, sequence, written)];
}

/** As the last item that is an entry; else an id alone, quoted as the last item is. */
function writerFor(context: YamlContext, items: readonly Node[], isFlow: boolean): ItemWriter {
  for (const item of items.toReversed()) {
    const writer = writerLike(context, item, isFlow);
    if (writer) return writer;
  }
  return plainWriter(quoteOf(context.text, items.at(-1)) ?? defaultQuote(context));
}

export function quoteOf(text: string, node: Node | undefined): string | undefined {
  return node && isScalar(node) ? (/^["']/.exec(text.slice(node.range[0]))?.[0] ?? '') : undefined;
}

/** JSON quotes every text. */
export function defaultQuote({ analysis }: YamlContext): string {
  return analysis.document.languageId.startsWith('json') ? '"' : '';
}

function writeBlock(context: YamlContext, sequence: YamlSeq, written: readonly WrittenItem[]): TextEdit {
  const { text, eol } = context;
  const dash = sequence.range[0];
  const indent = indentOf(text, dash);
  const gap = /^-([ \t]+)\S/.exec(text.slice(dash))?.[1] ?? ' ';
  const lines = written.map(({ parts, comment }) => {
    const inner = `${indent} ${gap}`;
    return `${indent}-${gap}${parts.join(`${eol}${inner}`)}${comment}`;
  });
  return writeLinesAfter(context, endOf(sequence), lines);
}

/** The space before an offset on its line; what stands there instead counts as space: `- - IAM-10`. */
export function indentOf(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset).replace(/[^ \t]/g, ' ');
}

/** Lines of their own below the one in which something ends. */
export function writeLinesAfter(context: YamlContext, end: number, lines: readonly string[]): TextEdit {
  const { text, eol } = context;
  const isAtStart = end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r');
  if (isAtStart) return insertAt(context, end, lines.map((line) => line + eol).join(''));
  return insertAt(context, lineEnd(text, end), lines.map((line) => eol + line).join(''));
}

function writeFlow(context: YamlContext, sequence: YamlSeq, written: readonly WrittenItem[]): TextEdit[] {
  const { text } = context;
  const last = sequence.items.at(-1);
  const items = written.map(({ parts }) => parts.join(', '));
  const open = sequence.range[0] + 1;
  if (!last) return [fillEmpty(context, open, sequence.range[1] - 1, items.join(', '))];
  const end = endOf(last);
  const comma = trailingComma(text, end, sequence.range[1]);
  const line = lineOfItem(context, sequence, last);
  if (line === undefined) {
    const gap = gapOf(context, sequence);
    return comma === undefined
      ? [insertAt(context, end, items.map((item) => `,${gap}${item}`).join(''))]
      : [insertAt(context, comma, items.map((item) => `${gap}${item},`).join(''))];
  }
  const closing = comma === undefined ? '' : ',';
  const lines = items.map((item) => `${context.eol}${line}${item}`).join(',') + closing;
  const after = lineEnd(text, comma ?? end);
  if (comma !== undefined) return [insertAt(context, after, lines)];
  return after === end
    ? [insertAt(context, end, `,${lines}`)]
    : [insertAt(context, end, ','), insertAt(context, after, lines)];
}

/** Nothing but space between the brackets gives way. */
function fillEmpty(context: YamlContext, open: number, close: number, items: string): TextEdit {
  const { base, text } = context;
  const isSpace = text.slice(open, close).trim() === '' && /[\r\n]/.test(text.slice(open, close));
  if (!isSpace) return insertAt(context, open, items);
  return { span: { start: base + open, end: base + close }, newText: items };
}

/** The offset after a comma that stands behind the last item. */
function trailingComma(text: string, from: number, end: number): number | undefined {
  const found = /^(?:\s|(?<=\s)#[^\r\n]*(?=[\r\n]))*,/.exec(text.slice(from, end));
  return found ? from + found[0].length : undefined;
}

/** What stands before the last item, where it has a line of its own. */
function lineOfItem({ text }: YamlContext, sequence: YamlSeq, last: Node): string | undefined {
  const start = lineStart(text, last.range[0]);
  const before = text.slice(start, last.range[0]);
  const isAlone = before.trim() === '' && start > sequence.range[0];
  const rest = text.slice(endOf(last), lineEnd(text, endOf(last))).trim();
  return isAlone && /^,?\s*(?:#.*)?$/.test(rest) && isOneALine(text, sequence) ? before : undefined;
}

/** No two items share a line. */
function isOneALine(text: string, { items }: YamlSeq): boolean {
  const lines = (items as readonly Node[]).map(({ range }) => lineStart(text, range[0]));
  return new Set(lines).size === lines.length;
}

function gapOf({ text }: YamlContext, { items }: YamlSeq): string {
  const [first, second] = items as readonly Node[];
  const between = first && second ? text.slice(endOf(first), second.range[0]) : ', ';
  return /^\s*,([ \t]*)$/.exec(between)?.[1] ?? ' ';
}
