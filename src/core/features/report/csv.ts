import { remarkOf } from './phrases';
import type { CoverageReport, ReportControl, ReportPlace, ReportTechnique } from './report';

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

/** A row for each technique, control and id that could not be judged; RFC 4180. */
export function csvReport(report: CoverageReport): string {
  const rows: readonly Row[] = [
    ...report.techniques.map(techniqueRow),
    ...report.controls.map(controlRow),
    ...report.unjudged.map(({ id, reason, references, places }) => ({
      ...EMPTY,
      kind: 'unjudged',
      id,
      state: reason,
      references: String(references),
      places: placesText(places),
    })),
  ];
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
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
