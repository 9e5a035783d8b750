import type { TextEdit } from '../../../text/edit';
import { endOfMention, styleOf, writeEntry } from '../style';
import type { Entry } from '../slot';
import { insertAt, lineEnd, lineStart, type YamlContext } from './context';
import { plainWriter } from './item';
import { quoteOf } from './sequence';
import type { Scalar } from './tree';

/** Writes more entries into a text that holds some: `controls: IAM-10, IAM-11`. One alone becomes a sequence. */
export function writeText(
  context: YamlContext,
  scalar: Scalar.Parsed,
  entries: readonly Entry[],
): TextEdit[] {
  const { text, analysis, base } = context;
  const [start, end] = scalar.range;
  const inside = context.entries.filter(({ span }) => start <= span.start && span.end <= end);
  const last = inside.at(-1);
  if (!last) return [];
  const isBlock = /^[|>]/.test(text.slice(start, end));
  if (inside.length === 1 && !isBlock) return asSequence(context, scalar, entries);
  const style = styleOf(
    analysis,
    inside.map(({ reference }) => reference),
  );
  const after = endOfMention(analysis, last.reference) - base;
  const written = entries.map((entry) => writeEntry(entry, style));
  const lead = text.slice(lineStart(text, last.span.start), last.span.start);
  if (style.separator === undefined && isBlock && /^\s*(?:[-*+]\s+)?$/.test(lead))
    return [
      insertAt(context, lineEnd(text, after), written.map((each) => context.eol + lead + each).join('')),
    ];
  const separator = style.separator ?? ', ';
  return [insertAt(context, after, written.map((each) => separator + each).join(''))];
}

function asSequence(context: YamlContext, scalar: Scalar.Parsed, entries: readonly Entry[]): TextEdit[] {
  const [start, end] = scalar.range;
  const write = plainWriter(quoteOf(context.text, scalar) ?? '');
  const items = entries.map((entry) => `, ${write(entry).parts.join('')}`);
  return [insertAt(context, start, '['), insertAt(context, end, `${items.join('')}]`)];
}
