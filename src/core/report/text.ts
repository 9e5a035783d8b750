import { counted } from '../text/message';
import {
  basis,
  controlCounts,
  frameworkCounts,
  mappedByDocument,
  mappedSentence,
  suggestionSentences,
  techniqueCounts,
  titleOf,
} from './phrases';
import type { CoverageReport } from './report';
import { sectionsOf, type Cell, type Section } from './sections';

const MOST_IDS = 8;
/** More are counted; `--tactic` and `--techniques` ask for fewer. */
const MOST_TECHNIQUES = 60;

/** The report for a terminal: what is open first, tables of tactics and domains left to the other formats. */
export function textReport(report: CoverageReport): string {
  return [
    [
      plain(titleOf(report)),
      `  ${techniqueCounts(report)}`,
      `  ${controlCounts(report)}`,
      ...frameworkCounts(report).map((sentence) => `  ${sentence}`),
    ],
    suggestion(report),
    ...sectionsOf(report).flatMap((section) => (isShort(section) ? [sectionLines(section)] : [])),
    mappedSection(report),
    [basis(report), report.caveat],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function suggestion(report: CoverageReport): string[] {
  const sentences = suggestionSentences(report);
  const { steps } = report.suggestion;
  if (steps.length < 2) return sentences;
  const titles = new Map(report.controls.map(({ label, title }) => [label, title]));
  const rows = steps.map(({ control: label, addresses }) => [
    label,
    `+${addresses.length}`,
    titles.get(label) ?? '',
  ]);
  return [...sentences, ...aligned(rows)];
}

/** By tactic, and by document where there are several; of few techniques, each. */
function mappedSection(report: CoverageReport): string[] {
  const { mappedTo, mappedTactics, documents } = report;
  if (mappedTo.length === 0) return [];
  const tactics = mappedTactics.map(({ id, name, techniques, named: count }) => [
    id,
    name,
    counted(techniques, 'technique'),
    count > 0 ? `${count} named` : '',
  ]);
  const each = mappedTo.map((technique) => [
    technique.id,
    technique.name,
    some(technique.controls),
    some(technique.documents),
  ]);
  const paths = mappedByDocument(report).map(([path, count]) => [path, counted(count, 'technique')]);
  return [
    mappedSentence(report),
    ...aligned(tactics),
    ...(documents.length > 1 ? ['By the documents that cite them', ...aligned(paths)] : []),
    ...(each.length <= MOST_TECHNIQUES ? ['By technique: cited controls, and where', ...aligned(each)] : []),
  ];
}

function isShort({ id }: Section): boolean {
  return id !== 'suggestion' && id !== 'tactics' && id !== 'domains';
}

function sectionLines({ title, sentences, columns, rows }: Section): string[] {
  const cells = rows.map((row) => row.filter((_, at) => columns[at]?.isDetail !== true).map(textOf));
  return [[title, ...sentences].join('. '), ...aligned(cells)];
}

function textOf(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  switch (cell.kind) {
    case 'id':
      return cell.id;
    case 'name':
      return cell.remark === '' ? cell.name : `${cell.name} (${cell.remark})`;
    case 'techniques':
      return some(cell.ids);
    case 'controls':
      return cell.of === undefined ? some(cell.ids) : `${cell.ids.length} of ${cell.of}: ${some(cell.ids)}`;
    case 'places':
      return counted(cell.places.length, 'document');
  }
}

function some(labels: readonly string[]): string {
  const shown = labels.slice(0, MOST_IDS).join(' ');
  return labels.length > MOST_IDS ? `${shown} and ${labels.length - MOST_IDS} more` : shown;
}

const WIDEST = 60;

/** Rows indented, their cells aligned. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries())
      widths[at] = Math.min(WIDEST, Math.max(widths[at] ?? 0, cell.length));
  return rows.map((row) =>
    `  ${row.map((cell, at) => plain(cell).padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
}

/** Names of files come from outside: nothing in them may steer the terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
