import { PolicyDocument } from '../../src/core/documents/document';
import type { Place } from '../../src/core/documents/place';
import { unmark, withLineEnds } from './marked';

/** Line endings that must not matter. */
export const LINE_ENDS: readonly (readonly [name: string, end: string])[] = [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
];

/** What is said of the first mark of the text, with each line ending: `what` is asked for each of them. */
export function places(
  languageId: string,
  marked: string,
): { readonly name: string; readonly place: Place }[] {
  return LINE_ENDS.map(([name, end]) => {
    const { text, marks } = unmark(withLineEnds(marked, end));
    const document = new PolicyDocument(text, languageId);
    const [mark] = marks;
    if (!mark) throw new Error('No mark');
    return { name, place: document.structure.placeAt(mark.span.start) };
  });
}

/** The names of the keys around a place, innermost first; `-` for an item of a sequence. */
export function keyNames({ keys }: Place): string {
  return keys.map(({ name }) => (name === '' ? '-' : name)).join(' < ');
}
