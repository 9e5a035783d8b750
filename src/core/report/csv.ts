import type { Cell, Section } from './model';
import { placeText } from './phrases';
import type { CoverageReport } from './report';
import { sectionsOf } from './sections';

const COLUMNS = [
  'kind',
  'id',
  'name',
  'state',
  'group',
  'mapped controls',
  'cited controls',
  'techniques',
  'remark',
  'references',
  'places',
] as const;
export type CsvColumn = (typeof COLUMNS)[number];

/** A row for each technique, control and id that could not be judged; RFC 4180. */
export function* csvLines(report: CoverageReport): Generator<string> {
  yield lineOf(COLUMNS);
  for (const section of sectionsOf(report)) if (section.record) yield* sectionLines(section);
}

function* sectionLines({ record, columns, rows }: Section): Generator<string> {
  const at = COLUMNS.map((name) => columns.findIndex(({ csv }) => csv === name));
  for (const { cells } of rows)
    yield lineOf([record ?? '', ...at.slice(1).map((index) => textOf(cells[index] ?? ''))]);
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function textOf(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  switch (cell.kind) {
    case 'id':
      return cell.id;
    case 'name':
      return cell.name;
    case 'term':
      return cell.code;
    case 'count':
      return String(cell.count);
    case 'techniques':
    case 'controls':
      return cell.ids.join(' ');
    case 'documents':
      return cell.paths.join('; ');
    case 'places':
      return cell.places.map((place) => placeText(place, false)).join('; ');
  }
}

/**
 * A cell as RFC 4180 has it. What a spreadsheet would take for a formula gets an apostrophe before it, which
 * spreadsheets take for "this is text": names of files come from outside.
 */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
