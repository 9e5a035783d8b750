import type { PolicyDocument } from '../documents/document';

const BLOCK_BEGINS = /[|>][-+\d]*(?:\s+#.*)?$/;
const NO_TEXT = /^\s*(?:#|[\]},]|---|\.\.\.)/;
const ENDS_ITSELF = /(?:[,[{:|>"'\]}]|(?:^|\s)#.*)$/;

/**
 * Whether a text of YAML goes on below a line, plain or in quotes, so that a comment at its end would be a part of the
 * text, or break the file. Where that cannot be told, it is taken to go on.
 */
export function goesOn({ lines, structure }: PolicyDocument, line: number): boolean {
  let next = line + 1;
  while (next < lines.count && lines.textOf(next).trim() === '') next++;
  if (next >= lines.count) return false;
  const own = lines.textOf(line).trimEnd();
  if (goesDeeper(own, lines.textOf(next))) return true;
  const place = structure.placeAt(lines.endOf(next));
  if (place.inFence) return !BLOCK_BEGINS.test(own);
  const isNew = place.keys[0]?.line === next || NO_TEXT.test(lines.textOf(next));
  return !isNew && !ENDS_ITSELF.test(own);
}

const LEAD = /^ *(?:- +)*/;
const KEY = /^(?:"[^"]*"|'[^']*'|[^\s"'#][^:#]{0,200}):\s+(?=\S)/;

/** A plain text below which a line stands further in goes on, whatever that line looks like: `note: T1086` and `  - x`. */
function goesDeeper(own: string, next: string): boolean {
  if (ENDS_ITSELF.test(own) || BLOCK_BEGINS.test(own) || /^\s*#/.test(next)) return false;
  const lead = LEAD.exec(own)?.[0] ?? '';
  const column = KEY.test(own.slice(lead.length)) ? lead.length : lead.lastIndexOf('-');
  return column >= 0 && next.length - next.trimStart().length > column;
}
