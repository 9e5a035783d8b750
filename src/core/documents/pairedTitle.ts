import { scanCandidates } from '../identifiers/candidates';
import type { Span } from '../text/span';
import type { IdPlace, Written } from './beside';
import type { PolicyDocument } from './document';

/** What may be around an id: the mark of a heading or an item, emphasis, brackets. */
const MARKS = String.raw`[\s*_\`\[\](){}"']{0,8}`;
/** `- **`, `### NIST `, `1. `: what begins a line whose first thing is the id. */
const OPENING = new RegExp(
  String.raw`^\s{0,12}(?:#{1,6}|[-*+]|\d{1,3}[.)])?${MARKS}(?:[\w&.-]{2,8} ){0,3}[*_\`\[]{0,4}$`,
);
const KIND = '(?:control|technique)';
/** What begins a line of a label: `**`, `- `. */
const LABEL_START = String.raw`^\s{0,12}(?:[-*+] )?[*_]{0,3}`;
const LABEL = new RegExp(`${LABEL_START}${KIND}[ _-]?id[*_]{0,3}:${MARKS}$`, 'i');
const NAME_LABEL = new RegExp(
  `${LABEL_START}${KIND}?[ _-]?(?:name|title)[*_]{0,3}:[*_]{0,3}[ \\t]{0,4}`,
  'i',
);
/** `: `, ` – `, `** - `, `](https://…): `: what joins a title to an id. */
const JOINT = new RegExp(String.raw`^(?:\]\([^()\s]{0,200}\))?${MARKS}(?::|\u2013|\u2014|-)${MARKS}`);
const SPACE = new RegExp(String.raw`^${MARKS}`);
const NAME_HEADER = new RegExp(String.raw`^\W*(?:(?:${KIND}|short|full)[ _-]?)?(?:title|name)\W*$`, 'i');
const MAX_TITLE = 160;

/**
 * The title that the document gives an id where the two are plainly a pair: a heading or an item that begins with the
 * id, the next cell of a column of names, the line below a `Control ID:`, and `id:` with `name:` in YAML.
 */
export function pairedTitle(document: PolicyDocument, id: IdPlace): Written | undefined {
  const { place } = id;
  if (place.inFence || place.cell?.isHtml === true) return undefined;
  const pair = pairAt(document, id);
  return pair && isOfNextId(document, pair) ? undefined : pair;
}

function pairAt(document: PolicyDocument, id: IdPlace): Written | undefined {
  if (document.kind === 'yaml') return inYaml(document, id);
  if (id.place.keys.length > 0) return undefined;
  return id.place.cell ? inRow(document, id) : inLine(document, id);
}

const MAX_JOINT = 14;

/** `| IAM-05 | Separation of Duties (IAM-04) |`: the title belongs to the id after it. */
function isOfNextId({ text }: PolicyDocument, { span: { end } }: Written): boolean {
  const [joint = ''] = /^[^\r\n]*/.exec(text.slice(end, end + MAX_JOINT)) ?? [];
  return scanCandidates(joint).length > 0;
}

function inLine(document: PolicyDocument, { span, place: { line, headings } }: IdPlace): Written | undefined {
  const { lines, text } = document;
  const before = text.slice(lines.startOf(line), span.start);
  if (LABEL.test(before)) return belowLabel(document, line);
  const isHeading = headings[0]?.line === line;
  const isItem = /^\s*(?:[-*+]|\d{1,3}[.)]) /.test(before);
  const isBold = /^\s{0,3}[*_]{2}$/.test(before);
  if (!OPENING.test(before) || (!isHeading && !isItem && !isBold)) return undefined;
  if (!isHeading && isParagraph(document, span.start, line)) return undefined;
  return joined(text, { start: span.end, end: lines.endOf(line) }, isHeading);
}

/** Whether the text goes on on the next line, which titles do not; a line of its own may follow: `**IAM-15**: …`. */
function isParagraph({ lines, structure }: PolicyDocument, offset: number, line: number): boolean {
  const item = structure.listItemAt(offset)?.content ?? structure.paragraphAt(offset);
  return (
    item !== undefined && item.end > lines.endOf(line) && !/^\s{0,3}[*_]{2}/.test(lines.textOf(line + 1))
  );
}

function belowLabel({ lines, text }: PolicyDocument, line: number): Written | undefined {
  if (line + 1 >= lines.count) return undefined;
  const label = NAME_LABEL.exec(lines.textOf(line + 1));
  if (!label) return undefined;
  return trimmed(text, { start: lines.startOf(line + 1) + label[0].length, end: lines.endOf(line + 1) });
}

/** The cell holds the id and its title, or the id alone, with the title in a cell after it that its header calls so. */
function inRow(document: PolicyDocument, { span, place }: IdPlace): Written | undefined {
  const { cell } = place;
  const { text } = document;
  if (!cell || !/^[*_`[]{0,4}$/.test(text.slice(cell.start, span.start))) return undefined;
  const rest = text.slice(span.end, cell.end);
  if (!/^(?:\]\([^()\s]{0,200}\))?[*_`\]]{0,4}$/.test(rest))
    return joined(text, { start: span.end, end: cell.end }, false);
  const cells = document.structure.rowAt(span.start)?.cells ?? [];
  const named = cells.find(({ column, header }) => column > cell.column && NAME_HEADER.test(header));
  return named && trimmed(text, named);
}

function joined(text: string, { start, end }: Span, spaceIsEnough: boolean): Written | undefined {
  const rest = text.slice(start, Math.min(end, start + MAX_TITLE + 200));
  const joint = JOINT.exec(rest) ?? (spaceIsEnough ? SPACE.exec(rest) : undefined);
  return joint && joint[0] !== '' ? trimmed(text, { start: start + joint[0].length, end }) : undefined;
}

/** Without emphasis, the marks that close a heading, and what follows a bracket, a dash or a colon. */
function trimmed(text: string, { start, end }: Span): Written | undefined {
  const written = text.slice(start, Math.min(end, start + MAX_TITLE));
  const open = /^[\s*_`"']*/.exec(written)?.[0].length ?? 0;
  const [title = ''] = /^[^([{<:;|\]]*?(?=\s[-\u2013\u2014]\s|[([{<:;|\]]|$)/.exec(written.slice(open)) ?? [];
  const kept = title.replace(/[\s*_`"'#]+$/, '');
  return kept === ''
    ? undefined
    : { span: { start: start + open, end: start + open + kept.length }, text: kept };
}

const ID_KEY = /^(control|technique)?[ _-]?id$/i;

/** `id: IAM-14` and `name:` of the same mapping, on the next line; `control_id:` asks for `control_name:` or `title:`. */
function inYaml({ text, lines }: PolicyDocument, { span, place }: IdPlace): Written | undefined {
  const [key] = place.keys;
  const match = key && ID_KEY.exec(key.name);
  if (!match || key.line !== place.line || key.line + 1 >= lines.count) return undefined;
  if (!/^["']?\s*,?\s*$/.test(text.slice(span.end, lines.endOf(place.line)))) return undefined;
  const own = match[1] === undefined ? '' : `${match[1]}[ _-]?`;
  const name = new RegExp(String.raw`^\s*["']?${own}(?:name|title)["']?:[ \t]{1,9}`, 'i');
  const below = lines.textOf(key.line + 1);
  const found = name.exec(below);
  if (!found || found[0].length - found[0].trimStart().length !== key.column) return undefined;
  return trimmed(text, {
    start: lines.startOf(key.line + 1) + found[0].length,
    end: lines.startOf(key.line + 1) + below.replace(/["']?\s*,?\s*(?:#.*)?$/, '').length,
  });
}
