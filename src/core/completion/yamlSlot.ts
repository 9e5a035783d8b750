import type { Analysis } from '../analysis/analysis';
import type { PolicyDocument } from '../documents/document';
import type { Key, Place } from '../documents/place';
import type { IdentifierKind } from '../identifiers/grammar';
import { isControlKey } from '../edits/insert/yaml/keys';
import { kindsFor } from './topics';

/** A value below a key: its kinds of ids, and where the value may begin on the line of the cursor. */
export interface YamlSlot {
  readonly kinds: readonly IdentifierKind[];
  readonly start: number;
}

const ID_KEY = /^(?:id|ids|ref|refs|reference|references|key|code)$/i;
/** From the start of a key, or from the bracket or comma before it, to its colon. */
const KEY = /^[{,\s]*(?:"[^"]*"|'[^']*'|[^"':]*)\s*:(?=[\s"'[])/;
const MAX_FLOW = 4000;

/** Undefined in a comment, in a block of text, in a key, and below keys of other things. */
export function yamlSlotAt(analysis: Analysis, place: Place, offset: number): YamlSlot | undefined {
  const { document } = analysis;
  const { line, keys, inFence } = place;
  const start = document.lines.startOf(line);
  const before = document.text.slice(start, offset);
  if (inFence || /(?:^|\s)#/.test(before)) return undefined;
  const named = keys.filter(({ name }) => name !== '');
  const [nearest] = named;
  if (!nearest) return undefined;
  const kinds = kindsOfKey(analysis, ID_KEY.test(nearest.name) ? (named[1]?.name ?? '') : nearest.name);
  const at = kinds.length > 0 ? valueStart(document, before, nearest, line, offset) : undefined;
  return at === undefined ? undefined : { kinds, start: start + at };
}

/** By what the name says; a key that the setting names holds controls, whatever it says. */
function kindsOfKey(analysis: Analysis, name: string): readonly IdentifierKind[] {
  const kinds = kindsFor(name);
  return kinds.includes('control') || !isControlKey(analysis, name) ? kinds : ['control', ...kinds];
}

/** The column at which a value may begin: behind the key, behind a dash, or anywhere inside of brackets. */
function valueStart(
  { text, lines }: PolicyDocument,
  before: string,
  key: Key,
  line: number,
  offset: number,
): number | undefined {
  if (key.line === line) {
    const colon = KEY.exec(before.slice(key.column));
    return colon ? key.column + colon[0].length : undefined;
  }
  const dash = /^\s*(?:-\s+)+/.exec(before);
  if (dash) return /:(?:\s|$)/.test(before.slice(dash[0].length)) ? undefined : dash[0].length;
  const from = lines.startOf(key.line) + key.column;
  return offset - from < MAX_FLOW && isInBrackets(text.slice(from, offset)) ? 0 : undefined;
}

function isInBrackets(text: string): boolean {
  return text.lastIndexOf('[') > text.lastIndexOf(']');
}
