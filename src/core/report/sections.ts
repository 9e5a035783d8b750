import { CONTROL_ROLES } from '../coverage/controls';
import { ROLE_WORDS, STATE_WORDS } from '../coverage/words';
import { TECHNIQUE_STATES } from '../coverage/techniques';
import { capitalized, counted } from '../text/message';
import {
  CONTROL_FIELDS,
  MAPPED_COLUMNS,
  ROLE_HEADS,
  rowsOf,
  STATE_ORDER,
  TECHNIQUE_FIELDS,
  UNJUDGED_FIELDS,
} from './fields';
import type { Cell, Column, Part, Row, Section } from './model';
import { mappedByDocument, mappedSentence, suggestionSentences } from './phrases';
import type { CoverageReport } from './report';

/** Those with something to show, in the order of a text: what is open first, since it is left to do. */
export function sectionsOf(report: CoverageReport): Section[] {
  return [
    suggestionSection(report),
    techniqueSection(report),
    tacticSection(report),
    domainSection(report),
    controlSection(report),
    unjudgedSection(report),
    ...mappedSections(report),
  ].filter(({ rows, sentences, id }) => rows.length > 0 || (id === 'suggestion' && sentences.length > 0));
}

/** With one control, the sentence says it all. */
function suggestionSection(report: CoverageReport): Section {
  const { steps } = report.suggestion;
  const titles = new Map(report.controls.map(({ label, title }) => [label, title]));
  const sentences = suggestionSentences(report);
  const rows = steps.map(({ control, addresses }) =>
    row([
      { kind: 'id', id: control },
      titles.get(control) ?? '',
      { kind: 'count', count: addresses.length, words: `+${addresses.length}` },
      { kind: 'techniques', ids: addresses },
    ]),
  );
  return {
    id: 'suggestion',
    title: 'What to cite next',
    sentences,
    columns: [
      { key: 'control', title: 'Control' },
      { key: 'title', title: 'Title' },
      { key: 'adds', title: 'Adds', isNumber: true },
      { key: 'techniques', title: 'Open techniques' },
    ],
    rows: rows.length > 1 ? rows : [],
    summary: { columns: ['control', 'adds', 'title'], lead: sentences },
  };
}

const TECHNIQUE_TABLES = {
  gap: {
    title: 'Open techniques',
    columns: ['id', 'name', 'missing', 'places'],
    summary: ['id', 'name', 'missing'],
  },
  addressed: {
    title: 'Techniques addressed by a cited control',
    columns: ['id', 'name', 'cited', 'missing', 'places'],
    summary: ['id', 'name', 'cited'],
  },
  'no-mapped-control': {
    title: 'Techniques without mapped controls',
    columns: ['id', 'name', 'places'],
    summary: ['id', 'name'],
  },
} as const;

function techniqueSection({ techniques, tactics }: CoverageReport): Section {
  const names = new Map(tactics.map(({ id, name }) => [id, name]));
  return {
    id: 'techniques',
    title: 'Techniques',
    sentences: [],
    columns: TECHNIQUE_FIELDS,
    rows: rowsOf(techniques, TECHNIQUE_FIELDS, ({ state }) => state, names),
    parts: STATE_ORDER.map((kind): Part => {
      const { title, columns, summary } = TECHNIQUE_TABLES[kind];
      const words = capitalized(STATE_WORDS[kind]);
      return { kind, words, table: { title, columns, summary: { columns: summary } } };
    }),
    hint: 'Filter by ID, name, tactic or control',
    record: 'technique',
  };
}

function tacticSection({ tactics }: CoverageReport): Section {
  const states = TECHNIQUE_STATES.map((key): Column => ({
    key,
    title: capitalized(STATE_WORDS[key]),
    isNumber: true,
  }));
  return {
    id: 'tactics',
    title: 'Techniques by tactic',
    sentences: ['A technique with several tactics is in each of them.'],
    columns: [{ key: 'tactic', title: 'Tactic' }, ...states],
    rows: tactics.map(({ id, name, counts }) =>
      row([id === null ? name : `${id} ${name}`, ...TECHNIQUE_STATES.map((state) => counts[state])]),
    ),
  };
}

function domainSection({ domains }: CoverageReport): Section {
  const roles = CONTROL_ROLES.map((key): Column => ({
    key,
    title: capitalized(ROLE_WORDS[key]),
    short: ROLE_HEADS[key],
    isNumber: true,
  }));
  return {
    id: 'domains',
    title: 'Controls by domain',
    sentences: [],
    columns: [{ key: 'domain', title: 'Domain' }, ...roles],
    rows: domains.map(({ code, name, counts }) =>
      row([{ kind: 'id', id: code, name }, ...CONTROL_ROLES.map((role) => counts[role])]),
    ),
  };
}

const CONTROL_TABLES: Readonly<
  Record<string, { readonly title: string; readonly columns: readonly string[] }>
> = {
  unneeded: {
    title: 'Cited controls mapped only to techniques that are not named',
    columns: ['id', 'title', 'places'],
  },
  'without-mapping': { title: 'Cited controls without a mapping', columns: ['id', 'title', 'why', 'places'] },
};

function controlSection({ controls, domains }: CoverageReport): Section {
  const names = new Map(domains.map(({ code, name }) => [code, name]));
  return {
    id: 'controls',
    title: 'Controls',
    sentences: [],
    columns: CONTROL_FIELDS,
    rows: rowsOf(controls, CONTROL_FIELDS, ({ role }) => role, names),
    parts: CONTROL_ROLES.map((kind): Part => {
      const table = CONTROL_TABLES[kind];
      const words = capitalized(ROLE_WORDS[kind]);
      return { kind, words, ...(table && { table: { ...table, summary: { columns: table.columns } } }) };
    }),
    hint: 'Filter by ID, title, domain or technique',
    record: 'control',
  };
}

function unjudgedSection({ unjudged, versions }: CoverageReport): Section {
  const title = `IDs that ATT&CK ${versions.attack} doesn't have (${unjudged.length})`;
  const sentence = "They aren't counted above.";
  return {
    id: 'unjudged',
    title,
    sentences: [sentence],
    columns: UNJUDGED_FIELDS,
    rows: rowsOf(unjudged, UNJUDGED_FIELDS, ({ reason }) => reason),
    record: 'unjudged',
    summary: { columns: ['id', 'why', 'places'] },
  };
}

/** More techniques are counted in a terminal; `--tactic` and `--techniques` ask for fewer. */
const MAX_TECHNIQUES = 60;

/** The techniques that the cited controls are mapped to: by tactic, by document, and each. */
function mappedSections(report: CoverageReport): Section[] {
  const { mappedTo, mappedTactics, documents } = report;
  const sentence = mappedSentence(report);
  const names = new Map(mappedTactics.map(({ id, name }) => [id, name]));
  const techniques = { key: 'techniques', title: 'Techniques', isNumber: true } as const;
  return [
    {
      id: 'mapped-tactics',
      title: 'Techniques that the cited controls are mapped to',
      sentences: sentence === '' ? [] : [`${sentence}.`],
      columns: [
        { key: 'tactic', title: 'Tactic' },
        { key: 'name', title: 'Name' },
        techniques,
        { key: 'named', title: 'Named', isNumber: true },
      ],
      rows: mappedTactics.map(({ id, name, techniques: all, named }) =>
        row([
          { kind: 'id', id },
          name,
          techniquesCell(all),
          countCell(named, named > 0 ? `${named} named` : ''),
        ]),
      ),
      summary: { columns: ['tactic', 'name', 'techniques', 'named'], lead: [sentence] },
    },
    {
      id: 'mapped-documents',
      title: 'Mapped techniques by document',
      sentences: ['How many techniques the controls that a document cites are mapped to.'],
      columns: [{ key: 'document', title: 'Document' }, techniques],
      rows:
        documents.length > 1
          ? mappedByDocument(report).map(([path, count]) =>
              row([{ kind: 'id', id: path }, techniquesCell(count)]),
            )
          : [],
      summary: { columns: ['document', 'techniques'], lead: ['By the documents that cite them'] },
    },
    {
      id: 'mapped-techniques',
      title: `Mapped techniques (${mappedTo.length})`,
      sentences: [],
      columns: MAPPED_COLUMNS,
      rows: mappedTo.map(({ id, url, name, tactics, controls, documents: paths, isNamed }) =>
        row(
          [
            { kind: 'id', id, url },
            name,
            {
              kind: 'term',
              code: tactics.join(' '),
              words: tactics.map((each) => names.get(each) ?? each).join(', '),
            },
            { kind: 'controls', ids: controls, areCited: true },
            { kind: 'documents', paths },
          ],
          isNamed ? 'named' : 'not-named',
        ),
      ),
      parts: [
        { kind: 'named', words: 'Named' },
        { kind: 'not-named', words: 'Not named' },
      ],
      hint: 'Filter by ID, name, tactic, control or document',
      summary: {
        columns: ['id', 'name', 'controls', 'documents'],
        lead: ['By technique: cited controls, and where'],
        maxRows: MAX_TECHNIQUES,
      },
    },
  ];
}

function row(cells: readonly Cell[], kind = ''): Row {
  return { kind, cells };
}

function countCell(count: number, words: string): Cell {
  return { kind: 'count', count, words };
}

function techniquesCell(count: number): Cell {
  return countCell(count, counted(count, 'technique'));
}
