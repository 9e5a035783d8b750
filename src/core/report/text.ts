import { counted } from '../text/message';
import {
  assessmentOf,
  basis,
  controlCounts,
  frameworkCounts,
  inRole,
  inState,
  mappedByDocument,
  mappedSentence,
  missingOf,
  remarkOf,
  suggestionSentences,
  techniqueCounts,
  titleOf,
  UNJUDGED,
} from './phrases';
import type { CoverageReport, ReportControl, ReportTechnique } from './report';

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
    section('Open techniques', inState(report, 'gap'), gap),
    section('Addressed by a cited control', inState(report, 'addressed'), addressed),
    section('Without mapped controls', inState(report, 'no-mapped-control'), named),
    section('Cited, mapped only to techniques not named here', inRole(report, 'unneeded'), control),
    section('Cited without a mapping', inRole(report, 'without-mapping'), (each) => [
      ...control(each),
      assessmentOf(each),
    ]),
    mappedSection(report),
    section(`Not in ATT&CK ${report.versions.attack} (not counted)`, report.unjudged, (each) => [
      each.id,
      UNJUDGED[each.reason],
    ]),
    [basis(report), report.caveat],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function suggestion(report: CoverageReport): string[] {
  const sentences = suggestionSentences(report);
  const { smallest } = report.suggestion;
  if (smallest.length < 2) return sentences;
  const titles = new Map(report.controls.map(({ label, title }) => [label, title]));
  const rows = smallest.map(({ control: label, addresses }) => [
    label,
    `+${addresses.length}`,
    titles.get(label) ?? '',
  ]);
  return [...sentences, ...columns(rows)];
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
    ...columns(tactics),
    ...(documents.length > 1 ? ['By the documents that cite them', ...columns(paths)] : []),
    ...(each.length <= MOST_TECHNIQUES ? ['By technique: cited controls, and where', ...columns(each)] : []),
  ];
}

function section<T>(title: string, items: readonly T[], cells: (item: T) => string[]): string[] {
  return items.length === 0 ? [] : [`${title} (${items.length})`, ...columns(items.map(cells))];
}

function gap(technique: ReportTechnique): string[] {
  return [...named(technique), some(missingOf(technique))];
}

function addressed(technique: ReportTechnique): string[] {
  const { cited, mapped } = technique;
  return [...named(technique), `${cited.length} of ${mapped.length}: ${some(cited)}`];
}

function named(technique: ReportTechnique): string[] {
  const remark = remarkOf(technique);
  return [technique.id, remark === '' ? technique.name : `${technique.name} (${remark})`];
}

function control({ label, title, places }: ReportControl): string[] {
  return [label, title, counted(places.length, 'document')];
}

function some(labels: readonly string[]): string {
  const shown = labels.slice(0, MOST_IDS).join(' ');
  return labels.length > MOST_IDS ? `${shown} and ${labels.length - MOST_IDS} more` : shown;
}

const WIDEST = 60;

/** Rows indented, their cells aligned. */
function columns(rows: readonly (readonly string[])[]): string[] {
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
