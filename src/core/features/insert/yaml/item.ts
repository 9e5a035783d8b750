import type { Entry } from '../slot';
import { titlesOf } from '../style';
import { lineEnd, type Neighbor, type YamlContext } from './context';
import { isMap, isScalar, type Node, type YamlPair } from './tree';

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

/** Items as one that stands there: its text with another id, and another title where it has one. */
export function writerLike(context: YamlContext, item: Node, isFlow: boolean): ItemWriter | undefined {
  const [neighbor, second] = neighborsIn(context, item);
  if (!neighbor || second) return undefined;
  if (isScalar(item)) {
    const comment = isFlow ? undefined : commentLike(context, item, neighbor);
    return (entry) => ({
      parts: [scalarLike(context, item, neighbor, entry, isFlow)],
      comment: comment?.(entry) ?? '',
    });
  }
  if (!isMap(item)) return undefined;
  return (entry) => ({ parts: pairsLike(context, item.items, neighbor, entry, isFlow), comment: '' });
}

function neighborsIn({ entries }: YamlContext, node: Node): Neighbor[] {
  const [start, end] = node.range;
  return entries.filter(({ span }) => start <= span.start && span.end <= end);
}

function scalarLike(
  { analysis, text }: YamlContext,
  node: Node,
  { span, reference }: Neighbor,
  { id, title }: Entry,
  isFlow: boolean,
): string {
  const [start, end] = node.range;
  const before = text.slice(start, span.start);
  const after = withTitle(text.slice(span.end, end), titlesOf(analysis, reference), title);
  return quoted(before, id, after, isFlow);
}

/** A plain text that would mean something else is put in quotes; in a quoted one, quotes are doubled. */
function quoted(before: string, id: string, after: string, isFlow: boolean): string {
  const quote = /^["']/.exec(before)?.[0];
  if (quote === "'") return `${before}${id}${after.slice(0, -1).replace(/'/g, "''")}'`;
  if (quote === '"') return `${before}${id}${after}`;
  const plain = `${before}${id}${after}`;
  const isSafe = !/:(?:\s|$)|\s#/.test(plain) && !(isFlow && /[,[\]{}]/.test(plain));
  return isSafe ? plain : `"${plain}"`;
}

function withTitle(text: string, titles: readonly string[], title: string): string {
  const lower = text.toLowerCase();
  for (const each of titles) {
    const at = lower.indexOf(each.toLowerCase());
    if (at >= 0) return text.slice(0, at) + title + text.slice(at + each.length);
  }
  return text;
}

/** `- IAM-14 # Strong Authentication` */
function commentLike(
  { analysis, text }: YamlContext,
  node: Node,
  { reference }: Neighbor,
): ((entry: Entry) => string) | undefined {
  const end = node.range[1];
  const rest = text.slice(end, lineEnd(text, end));
  if (!/^\s+#/.test(rest)) return undefined;
  const titles = titlesOf(analysis, reference);
  if (!titles.some((title) => rest.toLowerCase().includes(title.toLowerCase()))) return undefined;
  return ({ title }) => withTitle(rest, titles, title);
}

/** The pairs of the id and of the title; others are the neighbor's own. */
function pairsLike(
  context: YamlContext,
  pairs: readonly YamlPair[],
  neighbor: Neighbor,
  entry: Entry,
  isFlow: boolean,
): string[] {
  const { analysis, text } = context;
  const titles = new Set(titlesOf(analysis, neighbor.reference).map((title) => title.toLowerCase()));
  return pairs.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    if (key.range[0] <= neighbor.span.start && neighbor.span.end <= key.range[1])
      return [keyedLike(context, key, value, neighbor, entry, isFlow)];
    if (!value || !isScalar(value)) return [];
    const lead = text.slice(key.range[0], value.range[0]);
    if (value.range[0] <= neighbor.span.start && neighbor.span.end <= value.range[1])
      return [lead + scalarLike(context, value, neighbor, entry, isFlow)];
    if (!titles.has(String(value.value).toLowerCase())) return [];
    const quote = /^["']/.exec(text.slice(value.range[0]))?.[0] ?? '';
    return [lead + quotedTitle(entry.title, quote, isFlow)];
  });
}

/** `IAM-14: Strong Authentication` */
function keyedLike(
  context: YamlContext,
  key: Node,
  value: Node | null,
  neighbor: Neighbor,
  entry: Entry,
  isFlow: boolean,
): string {
  const { text } = context;
  const written =
    text.slice(key.range[0], neighbor.span.start) + entry.id + text.slice(neighbor.span.end, key.range[1]);
  const lead = text.slice(key.range[1], value ? value.range[0] : key.range[1]);
  const quote = /^["']/.exec(text.slice(value?.range[0] ?? 0))?.[0] ?? '';
  return `${written}${lead.trim() === '' ? ': ' : lead}${quotedTitle(entry.title, quote, isFlow)}`;
}

function quotedTitle(title: string, quote: string, isFlow: boolean): string {
  if (quote === "'") return `'${title.replace(/'/g, "''")}'`;
  return quote === '"' || (isFlow && /[,[\]{}]/.test(title)) ? `"${title}"` : title;
}
