import type { PolicyDocument } from '../../documents/document';
import { cellsOf, isDelimiterRow } from '../../documents/markdownTables';
import type { Cell, Place } from '../../documents/place';

/** Where something is being typed: as the parser has it, except in a table's row. */
export function typingPlaceAt(document: PolicyDocument, offset: number): Place {
  const { cell, ...place } = document.structure.placeAt(offset);
  const known = cell ?? cellAbove(document, place.line, offset);
  const typed = known && typingCell(document, known, place.line, offset);
  return typed ? { ...place, cell: typed } : place;
}

/** A row that has only begun (`| `) has no cell of its own yet. */
function cellAbove(
  { text, lines, structure }: PolicyDocument,
  line: number,
  offset: number,
): Cell | undefined {
  const isBegun = /^[\s>]*\|\s*$/.test(text.slice(lines.startOf(line), offset));
  return isBegun && line > 0 ? structure.placeAt(lines.endOf(line - 1)).cell : undefined;
}

/**
 * The cell of a pipe table in which something is being typed. An empty cell, or the last one of a row that is not
 * closed yet, is none for the parser: so the row is read as it would be with a letter at the cursor.
 */
function typingCell(document: PolicyDocument, cell: Cell, line: number, offset: number): Cell | undefined {
  if (cell.table === line) return undefined;
  const start = document.lines.startOf(line);
  const before = document.text.slice(start, offset);
  if (!before.includes('|')) return cell;
  if (isDelimiterRow(document.lines.textOf(line))) return undefined;
  const cells = cellsOf(`${before}x`);
  const own = cells.at(-1);
  if (!own) return undefined;
  const column = cells.length - 1;
  return {
    start: start + own.start,
    end: Math.max(offset, cell.end),
    column,
    header: cellsOf(document.lines.textOf(cell.table))[column]?.text ?? '',
    rowLabel: column === 0 ? '' : (cells[0]?.text ?? ''),
    table: cell.table,
    row: start,
    isHtml: false,
  };
}
