import { counted } from '../text/message';
import { tablesOf, type Cell, type Table } from './model';
import { basis, countSentences, titleOf } from './phrases';
import type { CoverageReport } from './report';
import { sectionsOf } from './sections';

/** The report for a terminal: what is open first, tables of tactics and domains left to the other formats. */
export function textReport(report: CoverageReport): string {
  const blocks = [[plain(titleOf(report)), ...countSentences(report).map((sentence) => `  ${sentence}`)]];
  for (const table of sectionsOf(report).flatMap(tablesOf)) {
    if (table.title === '') blocks.at(-1)?.push(...linesOf(table));
    else blocks.push(linesOf(table));
  }
  blocks.push([basis(report), report.caveat]);
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function linesOf({ title, sentences, columns, rows, summary }: Table): string[] {
  if (!summary || rows.length > (summary.maxRows ?? Infinity)) return [];
  const shown = summary.columns.map((key) => columns.findIndex((column) => column.key === key));
  const cells = rows.map((row) => shown.map((at) => textOf(row[at] ?? '')));
  return [...(summary.lead ?? [[title, ...sentences].join('. ')]), ...aligned(cells)];
}

const MAX_IDS = 8;

function textOf(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  switch (cell.kind) {
    case 'id':
      return cell.id;
    case 'name':
      return cell.remark === '' ? cell.name : `${cell.name} (${cell.remark})`;
    case 'term':
    case 'count':
      return cell.words;
    case 'techniques':
      return some(cell.ids);
    case 'controls':
      return cell.of === undefined ? some(cell.ids) : `${cell.ids.length} of ${cell.of}: ${some(cell.ids)}`;
    case 'documents':
      return some(cell.paths);
    case 'places':
      return counted(cell.places.length, 'document');
  }
}

function some(labels: readonly string[]): string {
  const shown = labels.slice(0, MAX_IDS).join(' ');
  return labels.length > MAX_IDS ? `${shown} and ${labels.length - MAX_IDS} more` : shown;
}

const MAX_WIDTH = 60;

/** Rows indented, their cells aligned. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries())
      widths[at] = Math.min(MAX_WIDTH, Math.max(widths[at] ?? 0, cell.length));
  return rows.map((row) =>
    `  ${row.map((cell, at) => plain(cell).padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
}

/** Names of files come from outside: nothing in them may steer the terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
