import { remarkOf } from './phrases';
import type { CoverageReport, ReportControl, ReportPlace, ReportTechnique, ReportUnjudged } from './report';

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

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

export function csvReport(report: CoverageReport): string {
  return [...csvLines(report)].join('');
}

/** A row for each technique, control and id that could not be judged; RFC 4180. */
export function* csvLines({ techniques, controls, unjudged }: CoverageReport): Generator<string> {
  yield lineOf(COLUMNS);
  for (const technique of techniques) yield rowOf(techniqueRow(technique));
  for (const control of controls) yield rowOf(controlRow(control));
  for (const each of unjudged) yield rowOf(unjudgedRow(each));
}

function rowOf(row: Row): string {
  return lineOf(COLUMNS.map((column) => row[column]));
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Row;

function techniqueRow(technique: ReportTechnique): Row {
  const { id, name, state, tactics, mapped, cited, references, places } = technique;
  return {
    ...EMPTY,
    kind: 'technique',
    id,
    name,
    state,
    group: tactics.join(' '),
    'mapped controls': mapped.join(' '),
    'cited controls': cited.join(' '),
    remark: remarkOf(technique),
    references: String(references),
    places: placesText(places),
  };
}

function controlRow(control: ReportControl): Row {
  const { label, title, role, domain, techniques, assessment, references, places } = control;
  return {
    ...EMPTY,
    kind: 'control',
    id: label,
    name: title,
    state: role,
    group: domain,
    techniques: techniques.join(' '),
    remark: assessment === 'mapped' ? '' : assessment,
    references: String(references),
    places: placesText(places),
  };
}

function unjudgedRow({ id, reason, references, places }: ReportUnjudged): Row {
  return {
    ...EMPTY,
    kind: 'unjudged',
    id,
    state: reason,
    references: String(references),
    places: placesText(places),
  };
}

/** Lines from one. */
function placesText(places: readonly ReportPlace[]): string {
  return places.map(({ path, line }) => `${path}:${line + 1}`).join('; ');
}

/**
 * A cell as RFC 4180 has it. What a spreadsheet would take for a formula gets an apostrophe before it, which
 * spreadsheets take for "this is text": names of files come from outside.
 */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
