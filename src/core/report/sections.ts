import { CONTROL_ROLES } from '../coverage/controls';
import { ROLE_WORDS } from '../coverage/words';
import { capitalized } from '../text/message';
import { assessmentOf, inRole, inState, missingOf, remarkOf, suggestionSentences, UNJUDGED } from './phrases';
import type { CoverageReport, ReportControl, ReportPlace, ReportTechnique } from './report';

/** A part of the report, as every format for people shows it: a title, sentences, and a table. */
export interface Section {
  readonly id: 'suggestion' | 'techniques' | 'tactics' | 'domains' | 'controls' | 'unjudged';
  readonly title: string;
  readonly sentences: readonly string[];
  readonly columns: readonly Column[];
  /** As many cells as there are columns; none if the sentences say it all. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly title: string;
  readonly isNumber?: true;
  /** What a summary does without. */
  readonly isDetail?: true;
}

export type Cell =
  | string
  | number
  /** An ID, with the page of what it names, or its name. */
  | { readonly kind: 'id'; readonly id: string; readonly url?: string; readonly name?: string }
  | { readonly kind: 'name'; readonly name: string; readonly remark: string }
  /** IDs of techniques, each with a row of its own, or of controls: of how many. */
  | { readonly kind: 'techniques'; readonly ids: readonly string[] }
  | { readonly kind: 'controls'; readonly ids: readonly string[]; readonly of?: number }
  | { readonly kind: 'places'; readonly places: readonly ReportPlace[] };

/** Those with something to show, in the order of a page: what is open first, since it is left to do. */
export function sectionsOf(report: CoverageReport): Section[] {
  const { unjudged, versions } = report;
  return [
    suggestionSection(report),
    techniqueSection('Open techniques', inState(report, 'gap')),
    techniqueSection('Techniques addressed by a cited control', inState(report, 'addressed')),
    techniqueSection('Techniques without mapped controls', inState(report, 'no-mapped-control')),
    tacticSection(report),
    domainSection(report),
    controlSection('Cited controls not mapped to any technique in this report', inRole(report, 'unneeded')),
    controlSection('Cited controls without a mapping', inRole(report, 'without-mapping')),
    {
      id: 'unjudged' as const,
      title: `IDs that ATT&CK ${versions.attack} doesn't have (${unjudged.length})`,
      sentences: ["They aren't counted above."],
      columns: [{ title: 'ID' }, { title: 'Why' }, WHERE],
      rows: unjudged.map(({ id, reason, places }) => [idCell(id), UNJUDGED[reason], placesCell(places)]),
    },
  ].filter(({ id, rows, sentences }) => rows.length > 0 || (id === 'suggestion' && sentences.length > 0));
}

const WHERE: Column = { title: 'Where' };

/** With one control, the sentence says it all. */
function suggestionSection(report: CoverageReport): Section {
  const { steps } = report.suggestion;
  const titles = new Map(report.controls.map(({ label, title }) => [label, title]));
  const rows = steps.map(({ control, addresses }): Cell[] => [
    idCell(control),
    titles.get(control) ?? '',
    addresses.length,
    { kind: 'techniques', ids: addresses },
  ]);
  return {
    id: 'suggestion',
    title: 'What to cite next',
    sentences: suggestionSentences(report),
    columns: [
      { title: 'Control' },
      { title: 'Title' },
      { title: 'Adds', isNumber: true },
      { title: 'Open techniques' },
    ],
    rows: rows.length > 1 ? rows : [],
  };
}

/** Techniques of one state. */
function techniqueSection(title: string, techniques: readonly ReportTechnique[]): Section {
  const state = techniques[0]?.state;
  const isCited = state === 'addressed';
  const isMapped = state !== 'no-mapped-control';
  const missing: Column = { title: 'Mapped, not cited', ...(isCited && { isDetail: true }) };
  return {
    id: 'techniques',
    title: `${title} (${techniques.length})`,
    sentences: [],
    columns: [
      { title: 'Technique' },
      { title: 'Name' },
      ...(isCited ? [{ title: 'Cited' }] : []),
      ...(isMapped ? [missing] : []),
      { ...WHERE, isDetail: true },
    ],
    rows: techniques.map((technique): Cell[] => {
      const { id, name, url, cited, mapped, places } = technique;
      return [
        { kind: 'id', id, url },
        { kind: 'name', name, remark: remarkOf(technique) },
        ...(isCited ? [controlsCell(cited, mapped.length)] : []),
        ...(isMapped ? [controlsCell(missingOf(technique))] : []),
        placesCell(places),
      ];
    }),
  };
}

function tacticSection({ tactics }: CoverageReport): Section {
  return {
    id: 'tactics',
    title: 'By tactic',
    sentences: ['A technique with several tactics counts for each of them.'],
    columns: [
      { title: 'Tactic' },
      { title: 'Addressed by a cited control', isNumber: true },
      { title: 'Open', isNumber: true },
      { title: 'Without mapped controls', isNumber: true },
    ],
    rows: tactics.map(({ id, name, counts }) => [
      id === null ? name : `${id} ${name}`,
      counts.addressed,
      counts.gap,
      counts['no-mapped-control'],
    ]),
  };
}

function domainSection({ domains }: CoverageReport): Section {
  const roles = CONTROL_ROLES.map(
    (role) => ({ title: capitalized(ROLE_WORDS[role]), isNumber: true }) as const,
  );
  return {
    id: 'domains',
    title: 'By control domain',
    sentences: [],
    columns: [{ title: 'Domain' }, ...roles],
    rows: domains.map(({ code, name, counts }) => [
      { kind: 'id', id: code, name },
      ...CONTROL_ROLES.map((role) => counts[role]),
    ]),
  };
}

/** Controls of one role. */
function controlSection(title: string, controls: readonly ReportControl[]): Section {
  const hasReason = controls[0]?.role === 'without-mapping';
  return {
    id: 'controls',
    title: `${title} (${controls.length})`,
    sentences: [],
    columns: [{ title: 'Control' }, { title: 'Title' }, ...(hasReason ? [{ title: 'Why' }] : []), WHERE],
    rows: controls.map((control): Cell[] => [
      idCell(control.label),
      control.title,
      ...(hasReason ? [assessmentOf(control)] : []),
      placesCell(control.places),
    ]),
  };
}

function idCell(id: string): Cell {
  return { kind: 'id', id };
}

function controlsCell(ids: readonly string[], of?: number): Cell {
  return { kind: 'controls', ids, ...(of === undefined ? {} : { of }) };
}

function placesCell(places: readonly ReportPlace[]): Cell {
  return { kind: 'places', places };
}

/** The first few places, and how many more there are: of one document the lines, of several also the documents. */
export function placesShown(
  { documents }: CoverageReport,
  places: readonly ReportPlace[],
  most: number,
): { readonly shown: readonly string[]; readonly more: readonly string[] } {
  const shown = places
    .slice(0, most)
    .map(({ path, line }) => (documents.length === 1 ? `line ${line + 1}` : `${path}:${line + 1}`));
  const left = places.length - shown.length;
  return { shown, more: left > 0 ? [`${left} more`] : [] };
}
