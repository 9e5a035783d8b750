import type { PolicyDocument } from '../../documents/document';
import type { CanonicalId } from '../../identifiers/grammar';
import type { AttackTimeline } from '../../knowledge/attack';
import type { Reference } from '../../recognition/reference';
import { lineEndingOf, type TextEdit } from '../../text/edit';
import { spelledAs } from '../spelling';
import { tacticAs } from '../tacticSpelling';

const ITEM_START = /^[ \t]*- +["']?(?:attack\.)?$/;
const ITEM_END = /^["']?[ \t]*(?:#.*)?$/;
const ELEMENT_START = /([[,]\s*)(["']?(?:attack\.)?)$/;
const ELEMENT_END = /^["']?\s*[,\]]/;
const NEAR = 60;

/**
 * Another tactic in the list that holds one: an item below it, or an element after it, in its spelling. Undefined if it is
 * in no list.
 */
export function addedTactic(
  document: PolicyDocument,
  attack: AttackTimeline,
  tactic: Reference,
  id: CanonicalId,
): TextEdit | undefined {
  const { text, lines } = document;
  const { start, end } = tactic.span;
  const line = lines.lineAt(start);
  const head = text.slice(lines.startOf(line), start);
  const rest = text.slice(end, lines.endOf(line));
  const quote = /^["']?/.exec(rest)?.[0] ?? '';
  const written = tactic.isName
    ? tacticAs(tactic.text, attack.name(id), text.slice(Math.max(0, start - 1), start))
    : spelledAs(document, tactic, id);
  if (ITEM_START.test(head) && ITEM_END.test(rest))
    return inserted(lines.endOf(line), `${lineEndingOf(text)}${head}${written}${quote}`);
  const opening = ELEMENT_START.exec(text.slice(Math.max(0, start - NEAR), start))?.[2];
  if (
    opening === undefined ||
    tactic.place.keys.length === 0 ||
    !ELEMENT_END.test(text.slice(end, end + NEAR))
  )
    return undefined;
  return inserted(end + quote.length, `, ${opening}${written}${quote}`);
}

function inserted(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
