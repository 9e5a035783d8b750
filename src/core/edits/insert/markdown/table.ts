import { cellsOf, type RowCell } from '../../../documents/markdownTables';
import { LineKind } from '../../../documents/markdownBlocks';
import { labelMeaning } from '../../../recognition/recognition';
import type { Reference } from '../../../recognition/reference';
import type { TextEdit } from '../../../text/edit';
import { citationsOf } from '../../../analysis/citations';
import type { Slot } from '../slot';
import { commonName, styleOf, writeEntries } from '../style';
import { familyFor, lacksName, type Target } from '../item';
import { isPlaceholder } from '../placeholder';
import type { Page } from './page';

/** The cell of the row that holds what is inserted; undefined where the table has no such column. */
export function tableSlot(page: Page, target: Target): Slot | undefined {
  const { cell, line } = target.place;
  if (!cell || page.kind(line) !== LineKind.table || cell.table === line) return undefined;
  const column = columnFor(page, target, cell.table);
  if (column === undefined) return undefined;
  const family = familyFor(target);
  const inColumn = rowsOf(page, cell.table).flatMap((row) =>
    page.references(family, row, row).filter((each) => each.place.cell?.column === column),
  );
  const own = inColumn.filter((each) => each.place.line === line);
  const style = styleOf(page.analysis, own.length > 0 ? own : inColumn);
  const separator = style.separator ?? styleOf(page.analysis, inColumn).separator ?? ', ';
  const lead = own.length > 0 ? '' : commonName(page.text, firstOfCells(inColumn));
  return {
    edition: (own.at(-1) ?? inColumn.at(-1))?.edition?.edition,
    takesName: lacksName(inColumn),
    write: (entries, name) => {
      const written = writeEntries(entries, style, separator, name || lead);
      return [fill(page, line, cell.table, column, written, separator)];
    },
  };
}

function firstOfCells(references: readonly Reference[]): Reference[] {
  return references.filter(({ place }, index) => references[index - 1]?.place.line !== place.line);
}

/** The column that names controls and holds the most of them; one of the document's edition before others. */
function columnFor(page: Page, target: Target, table: number): number | undefined {
  const family = familyFor(target);
  const framework = page.analysis.knowledge.frameworks.get(family);
  const edition = framework && citationsOf(page.analysis).editionOf(framework);
  const headers = cellsAt(page, table).cells.map(({ text }) => text);
  const counts = new Map<number, number>();
  for (const row of rowsOf(page, table)) {
    for (const { place } of page.references(family, row, row)) {
      if (place.cell) counts.set(place.cell.column, (counts.get(place.cell.column) ?? 0) + 1);
    }
  }
  const rank = (column: number): number => {
    if (column === target.place.cell?.column) return 0;
    const header = labelMeaning(headers[column] ?? '', family);
    const { isNamed } = header;
    const isTopic = framework ? !header.isForeign && header.controls : header.techniques;
    const count = counts.get(column) ?? 0;
    if (!isNamed && !isTopic && count === 0) return 0;
    return (
      (isNamed ? 400 : 0) + (header.edition === edition ? 200 : 0) + (isTopic ? 100 : 0) + Math.min(count, 99)
    );
  };
  const ranked = headers.map((_, column) => column).sort((a, b) => rank(b) - rank(a) || a - b);
  const [best] = ranked;
  return best !== undefined && rank(best) > 0 ? best : undefined;
}

function rowsOf(page: Page, table: number): number[] {
  const rows: number[] = [];
  for (let line = table + 2; page.kind(line) === LineKind.table; line++) rows.push(line);
  return rows;
}

function cellsAt(page: Page, line: number): { readonly start: number; readonly cells: readonly RowCell[] } {
  const start = page.content(line);
  return { start, cells: cellsOf(page.text.slice(start, page.span(line).end)) };
}

/** Writes at the end of the cell; a cell that the row does not have is added. */
function fill(
  page: Page,
  line: number,
  table: number,
  column: number,
  written: string,
  separator: string,
): TextEdit {
  const { start, cells } = cellsAt(page, line);
  const cell = cells[column];
  if (!cell) return addCells(page, line, table, column - cells.length, written);
  const content = cell.text;
  if (content === '') return fillEmpty(page, start + cell.end, written);
  if (isPlaceholder(content)) {
    const end = start + cell.end;
    const more = written.slice(cell.end - cell.start);
    return { span: { start: start + cell.start, end: end + spare(page.text, end, more) }, newText: written };
  }
  const isOpen = /(?:[,;]|<br\s*\/?>)$/i.test(content);
  const joint = isOpen ? (content.endsWith('>') ? '' : ' ') : separator;
  const end = start + cell.end;
  return {
    span: { start: end, end: end + spare(page.text, end, joint + written) },
    newText: joint + written,
  };
}

/** Of the spaces that pad a cell, those that the text takes the place of: a table that is aligned stays so. */
function spare(text: string, from: number, written: string): number {
  const padding = /^ */.exec(text.slice(from, from + 500))?.[0].length ?? 0;
  return text[from + padding] === '|' && padding > written.length ? written.length : 0;
}

/** `end` is the offset of the pipe or of the line's end after the cell. */
function fillEmpty(page: Page, end: number, written: string): TextEdit {
  let start = end;
  while (page.text[start - 1] === ' ' || page.text[start - 1] === '\t') start--;
  const width = end - start;
  const gap = page.text[start] === '\t' ? '\t' : ' ';
  const padded = gap + written + gap;
  const isLast = page.text[end] !== '|';
  return {
    span: { start, end },
    newText: isLast ? padded.trimEnd() : padded.padEnd(width),
  };
}

const CLOSED = /(?<!\\)(?:\\\\)*\|\s*$/;

function addCells(page: Page, line: number, table: number, before: number, written: string): TextEdit {
  const { start, end } = page.span(line);
  const text = page.text.slice(start, end);
  const at = start + text.trimEnd().length;
  const hasEnd = CLOSED.test(text);
  const gap = /\S\|\S/.test(page.lineText(table)) ? '' : ' ';
  const empty = `${gap}|`.repeat(before);
  const closing = CLOSED.test(page.lineText(table)) ? `${gap}|` : '';
  return {
    span: { start: at, end: at },
    newText: hasEnd ? `${empty}${gap}${written}${closing}` : `${gap}|${empty}${gap}${written}`,
  };
}
