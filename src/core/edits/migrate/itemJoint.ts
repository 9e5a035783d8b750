import type { PolicyDocument } from '../../documents/document';
import { lineEndingOf } from '../../text/edit';
import type { Span } from '../../text/span';

const NEAR = 200;
const BEGINS_ITEM = /[[,]\s*$/;
const ENDS_ITEM = /^\s*[,\]]/;
const ENDS_LINE = /^\s*(?:#.*)?$/;

/**
 * What parts two items of a sequence of YAML or JSON, with the quotes around it, where a text is all that its item
 * holds: a line break and a dash, or a comma. Undefined where it is not.
 */
export function itemJoint({ text, lines }: PolicyDocument, { start, end }: Span): string | undefined {
  const line = lines.spanOf(lines.lineAt(start));
  const quote = /["']$/.exec(text.slice(line.start, start))?.[0] ?? '';
  if (!text.startsWith(quote, end)) return undefined;
  const open = start - quote.length;
  const close = end + quote.length;
  const lead = text.slice(line.start, open);
  const block = /^(\s*(?:-\s+)*)(-\s+)$/.exec(lead);
  if (block && ENDS_LINE.test(text.slice(close, Math.max(close, line.end))))
    return `${quote}${lineEndingOf(text)}${(block[1] ?? '').replaceAll('-', ' ')}${block[2] ?? ''}${quote}`;
  const isItem =
    BEGINS_ITEM.test(text.slice(Math.max(0, open - NEAR), open)) &&
    ENDS_ITEM.test(text.slice(close, close + NEAR));
  if (!isItem) return undefined;
  return `${quote},${lead.trim() === '' ? lineEndingOf(text) + lead : ' '}${quote}`;
}
