import { CONTROL_ROLES, type ControlRole } from '../coverage/controls';
import type { TechniqueState } from '../coverage/techniques';
import { STATE_WORDS } from '../coverage/words';
import type { Cell, Column, Row } from './model';
import { assessmentOf, missingOf, remarkOf, UNJUDGED } from './phrases';
import type { ReportControl, ReportPlace, ReportTechnique, ReportUnjudged } from './report';

/** A column, and its cell for an item. `names` are those of tactics or domains. */
export interface Field<T> extends Column {
  readonly cell: (item: T, names: ReadonlyMap<string | null, string>) => Cell;
}

/** Open ones first: they are left to do. */
export const STATE_ORDER = ['gap', 'addressed', 'no-mapped-control'] as const satisfies TechniqueState[];

/** Short; `ROLE_WORDS` says them in full. */
export const ROLE_HEADS: Readonly<Record<ControlRole, string>> = {
  addressing: 'Cited',
  unneeded: 'No technique here',
  'without-mapping': 'No mapping',
  'not-cited': 'Not cited',
};

interface Named {
  readonly references: number;
  readonly places: readonly ReportPlace[];
}

const REFERENCES: Field<Named> = {
  key: 'references',
  title: 'References',
  isNumber: true,
  csv: 'references',
  cell: ({ references }) => references,
};

function whereField<T extends Named & { readonly id: string }>(): Field<T> {
  return {
    key: 'places',
    title: 'Where',
    csv: 'places',
    cell: ({ id, places }) => ({ kind: 'places', id, places }),
  };
}

/** The ID, the name, something of it, its state, and last where it is. */
export const TECHNIQUE_FIELDS: readonly Field<ReportTechnique>[] = [
  {
    key: 'id',
    title: 'Technique',
    csv: 'id',
    cell: ({ id, url, places }) => ({ kind: 'id', id, url, place: places[0] }),
  },
  {
    key: 'name',
    title: 'Name',
    csv: 'name',
    cell: (technique) => ({ kind: 'name', name: technique.name, remark: remarkOf(technique) }),
  },
  {
    key: 'tactics',
    title: 'Tactics',
    csv: 'group',
    cell: ({ tactics }, names) => ({
      kind: 'term',
      code: tactics.join(' '),
      words: tactics.map((each) => names.get(each) ?? each).join(', '),
    }),
  },
  {
    key: 'state',
    title: 'State',
    csv: 'state',
    cell: ({ state }) => ({
      kind: 'term',
      code: state,
      words: STATE_WORDS[state],
      sign: 'state',
      order: STATE_ORDER.indexOf(state),
    }),
  },
  {
    key: 'mapped',
    title: 'Mapped',
    isExtra: true,
    csv: 'mapped controls',
    cell: ({ mapped }) => ({ kind: 'controls', ids: mapped }),
  },
  {
    key: 'cited',
    title: 'Cited',
    csv: 'cited controls',
    cell: ({ cited, mapped }) => ({ kind: 'controls', ids: cited, of: mapped.length }),
  },
  {
    key: 'missing',
    title: 'Mapped, not cited',
    cell: (technique) => ({ kind: 'controls', ids: missingOf(technique) }),
  },
  { key: 'remark', title: 'Remark', isExtra: true, csv: 'remark', cell: remarkOf },
  REFERENCES,
  whereField(),
];

export const CONTROL_FIELDS: readonly Field<ReportControl>[] = [
  {
    key: 'id',
    title: 'Control',
    csv: 'id',
    cell: ({ label, places }) => ({ kind: 'id', id: label, place: places[0] }),
  },
  { key: 'title', title: 'Title', csv: 'name', cell: ({ title }) => title },
  {
    key: 'domain',
    title: 'Domain',
    csv: 'group',
    cell: ({ domain }, names) => ({ kind: 'term', code: domain, words: names.get(domain) ?? domain }),
  },
  {
    key: 'role',
    title: 'Role',
    csv: 'state',
    cell: (control) => ({
      kind: 'term',
      code: control.role,
      words: ROLE_HEADS[control.role],
      remark: control.role === 'without-mapping' ? assessmentOf(control) : '',
      sign: 'role',
      order: CONTROL_ROLES.indexOf(control.role),
    }),
  },
  {
    key: 'why',
    title: 'Why',
    isExtra: true,
    csv: 'remark',
    cell: (control) => ({
      kind: 'term',
      code: control.assessment === 'mapped' ? '' : control.assessment,
      words: assessmentOf(control),
    }),
  },
  {
    key: 'techniques',
    title: 'Techniques named here',
    csv: 'techniques',
    cell: ({ techniques }) => ({ kind: 'techniques', ids: techniques }),
  },
  REFERENCES,
  whereField(),
];

export const UNJUDGED_FIELDS: readonly Field<ReportUnjudged>[] = [
  { key: 'id', title: 'ID', csv: 'id', cell: ({ id, places }) => ({ kind: 'id', id, place: places[0] }) },
  {
    key: 'why',
    title: 'Why',
    csv: 'state',
    cell: ({ reason }) => ({ kind: 'term', code: reason, words: UNJUDGED[reason] }),
  },
  { ...REFERENCES, isExtra: true },
  whereField(),
];

/** A row for each item. */
export function rowsOf<T>(
  items: readonly T[],
  fields: readonly Field<T>[],
  kindOf: (item: T) => string,
  names: ReadonlyMap<string | null, string> = new Map(),
): Row[] {
  return items.map((item) => ({ kind: kindOf(item), cells: fields.map(({ cell }) => cell(item, names)) }));
}
