import { NAMES_BEFORE_ID } from '../../../frameworks/registry';
import type { Entry } from '../slot';
import { titlesOf } from '../style';
import { lineEnd, type Neighbor, type YamlContext } from './context';
import { isMap, isScalar, type Node, type Scalar, type YamlMap, type YamlPair } from './tree';

/** An entry as an item of a sequence: one text, or the pairs of a mapping; and a comment behind it. */
export interface WrittenItem {
  readonly parts: readonly string[];
  readonly comment: string;
}

export type ItemWriter = (entry: Entry) => WrittenItem;

/** An id alone, in quotes where the texts around it are quoted. */
export function plainWriter(quote: string): ItemWriter {
  return ({ id }) => ({ parts: [`${quote}${id}${quote}`], comment: '' });
}

/**
 * Items as one that stands there: its text with another id, and another title where it has one. What else it says of
 * its control would not be true of another one: a text that says more is no model, and of a mapping only the pairs of
 * the id and the title are taken.
 */
export function writerLike(context: YamlContext, item: Node, isFlow: boolean): ItemWriter | undefined {
  const [neighbor, second] = context.entries.filter((each) => holds(item, each));
  if (!neighbor || second) return undefined;
  const model = { ...context, neighbor, isFlow };
  if (isScalar(item)) return isIdAlone(model, item) ? scalarWriter(model, item) : undefined;
  return isMap(item) ? mapWriter(model, item) : undefined;
}

/** An entry that others are written as, and whether they stand in a flow collection. */
interface Model extends YamlContext {
  readonly neighbor: Neighbor;
  readonly isFlow: boolean;
}

function scalarWriter(model: Model, item: Node): ItemWriter {
  const comment = model.isFlow ? undefined : commentLike(model, item);
  return (entry) => ({ parts: [scalarLike(model, item, entry)], comment: comment?.(entry) ?? '' });
}

/** In braces, spaced or on lines as the item is, where it has some. */
function mapWriter(model: Model, { items, range: [start, end] }: YamlMap): ItemWriter {
  const open = /^\{(\s*)/.exec(model.text.slice(start, start + MAX_SPACE));
  const isFlow = model.isFlow || open !== null;
  const write = (entry: Entry): string[] =>
    items.flatMap((pair) => pairLike({ ...model, isFlow }, pair, entry));
  if (!open) return (entry) => ({ parts: write(entry), comment: '' });
  const [, space = ''] = open;
  const isOnLines = /[\r\n]/.test(space);
  const gap = isOnLines ? space : space === '' ? '' : ' ';
  const close = isOnLines ? (/\s*$/.exec(model.text.slice(start, end - 1))?.[0] ?? '') : gap;
  const comma = isOnLines ? `,${space}` : ', ';
  return (entry) => ({ parts: [`{${gap}${write(entry).join(comma)}${close}}`], comment: '' });
}

function holds({ range: [start, end] }: Node, { span }: Neighbor): boolean {
  return start <= span.start && span.end <= end;
}

const BEFORE_ID = new RegExp(
  String.raw`^["']?\s*(?:${NAMES_BEFORE_ID}[ :_-]*(?:v?\d+(?:[._]\d+)*)?[ :_-]*)?$`,
  'i',
);

/** Nothing but the id, with the name of its framework and its title. */
function isIdAlone(model: Model, { range: [start, end] }: Node): boolean {
  const { text, neighbor } = model;
  return (
    BEFORE_ID.test(text.slice(start, neighbor.span.start)) &&
    isTitleAlone(model, text.slice(neighbor.span.end, end))
  );
}

/** The title of the neighbor between marks, or nothing but marks. */
function isTitleAlone(model: Model, text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(withTitle(model, text, ''));
}

/** In a text, the title of the neighbor gives way to another one. */
function withTitle({ analysis, neighbor }: Model, text: string, title: string): string {
  const lower = text.toLowerCase();
  for (const each of titlesOf(analysis, neighbor.reference)) {
    const at = lower.indexOf(each.toLowerCase());
    if (at >= 0) return text.slice(0, at) + title + text.slice(at + each.length);
  }
  return text;
}

/** The id in small letters where the neighbor's is. */
function idLike({ neighbor: { reference } }: Model, { id }: Entry): string {
  return reference.text === reference.text.toLowerCase() ? id.toLowerCase() : id;
}

function scalarLike(model: Model, { range: [start, end] }: Node, entry: Entry): string {
  const { text, neighbor, isFlow } = model;
  const quote = /^["']/.exec(text.slice(start))?.[0] ?? '';
  const before = text.slice(start + quote.length, neighbor.span.start);
  const after = withTitle(model, text.slice(neighbor.span.end, end - quote.length), entry.title);
  return quoted(`${before}${idLike(model, entry)}${after}`, quote, isFlow);
}

/** A plain text that would mean something else is put in quotes; within single ones, those are doubled. */
function quoted(text: string, quote: string, isFlow: boolean): string {
  if (quote === "'") return `'${text.replace(/'/g, "''")}'`;
  const isSafe = !/:(?:\s|$)|\s#/.test(text) && !(isFlow && /[,[\]{}]/.test(text));
  return quote === '"' || !isSafe ? `"${text}"` : text;
}

/** `- IAM-14 # Strong Authentication` */
function commentLike(model: Model, { range }: Node): ((entry: Entry) => string) | undefined {
  const [, end] = range;
  const rest = model.text.slice(end, lineEnd(model.text, end));
  const isTitled = /^\s+#/.test(rest) && /\w/.test(rest) && isTitleAlone(model, rest);
  return isTitled ? ({ title }) => withTitle(model, rest, title) : undefined;
}

/** Nothing for a pair that is neither of the id nor of the title. */
function pairLike(model: Model, { key, value }: YamlPair, entry: Entry): string[] {
  const { text, neighbor, isFlow } = model;
  if (!isScalar(key)) return [];
  if (holds(key, neighbor)) return [keyedLike(model, key, value, entry)];
  if (!isScalar(value)) return [];
  const lead = leadOf(text, key);
  const quote = quoteAt(text, value);
  if (holds(value, neighbor))
    return [
      lead + (isIdAlone(model, value) ? scalarLike(model, value, entry) : `${quote}${entry.id}${quote}`),
    ];
  return isTitle(model, value) ? [lead + quoted(entry.title, quote, isFlow)] : [];
}

/** `IAM-14: Strong Authentication`; no value where it is another one. */
function keyedLike(model: Model, key: Node, value: Node | null, entry: Entry): string {
  const { text, neighbor, isFlow } = model;
  const [start, end] = key.range;
  const written =
    text.slice(start, neighbor.span.start) + idLike(model, entry) + text.slice(neighbor.span.end, end);
  if (!isScalar(value) || !isTitle(model, value)) return `${written}:`;
  const gap = leadOf(text, key).slice(end - start);
  return written + gap + quoted(entry.title, quoteAt(text, value), isFlow);
}

/** A key with its colon and the space behind it: neither an anchor nor a tag is taken over. */
function leadOf(text: string, { range: [start, end] }: Node): string {
  const colon = /^[ \t]*:[ \t]*/.exec(text.slice(end, end + MAX_SPACE))?.[0] ?? ':';
  return text.slice(start, end) + (/\s$/.test(colon) ? colon : `${colon} `);
}

const MAX_SPACE = 100;

function isTitle({ analysis, neighbor }: Model, { value }: Scalar.Parsed): boolean {
  if (typeof value !== 'string') return false;
  const text = value.toLowerCase();
  return titlesOf(analysis, neighbor.reference).some((title) => title.toLowerCase() === text);
}

function quoteAt(text: string, { range: [start] }: Node): string {
  return /^["']/.exec(text.slice(start, start + 1))?.[0] ?? '';
}
