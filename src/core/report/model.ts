import type { CsvColumn } from './csv';
import type { ReportPlace } from './report';

/** The sections that a report may have, in the order of a text. */
export const SECTION_IDS = [
  'suggestion',
  'techniques',
  'tactics',
  'domains',
  'controls',
  'unjudged',
  'mapped-tactics',
  'mapped-documents',
  'mapped-techniques',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** A part of the report, the same in every format: a title, sentences, and a table. */
export interface Section {
  readonly id: SectionId;
  /** Empty if it goes on with the section before it. */
  readonly title: string;
  readonly sentences: readonly string[];
  readonly columns: readonly Column[];
  /** None if the sentences say it all. */
  readonly rows: readonly Row[];
  /** The kinds of its rows. Texts have a table for each; a panel filters one table by them. */
  readonly parts?: readonly Part[];
  /** What a search field above its rows looks for. */
  readonly hint?: string;
  /** What CSV calls its rows, if it has them. */
  readonly record?: 'technique' | 'control' | 'unjudged';
  readonly summary?: Summary;
}

export interface Column {
  readonly key: string;
  readonly title: string;
  /** For a narrow column; the title says it in full. */
  readonly short?: string;
  readonly isNumber?: true;
  readonly csv?: CsvColumn;
  /** Shown only by a part that names it. */
  readonly isExtra?: true;
}

export interface Row {
  readonly kind: string;
  /** As many as there are columns. */
  readonly cells: readonly Cell[];
}

export interface Part {
  readonly kind: string;
  readonly words: string;
  /** If texts have a table of it. */
  readonly table?: { readonly title: string; readonly columns: readonly string[]; readonly summary: Summary };
}

/** How a terminal shows a table, which has room for little. */
export interface Summary {
  /** Keys of columns, in their order there. */
  readonly columns: readonly string[];
  /** Instead of the title and the sentences. */
  readonly lead?: readonly string[];
  /** Left out if there are more rows. */
  readonly maxRows?: number;
}

export type Cell =
  | string
  | number
  /** An ID, with the page of what it names, its name, and where it is first named. */
  | {
      readonly kind: 'id';
      readonly id: string;
      readonly url?: string;
      readonly name?: string;
      readonly place?: ReportPlace | undefined;
    }
  | { readonly kind: 'name'; readonly name: string; readonly remark: string }
  /** What programs and people call the same thing. A state and a role have a sign of their own in a panel. */
  | {
      readonly kind: 'term';
      readonly code: string;
      readonly words: string;
      readonly remark?: string;
      readonly sign?: 'state' | 'role';
      readonly order?: number;
    }
  /** IDs of techniques, each with a row of its own, or of controls: of how many. */
  | { readonly kind: 'techniques'; readonly ids: readonly string[] }
  | { readonly kind: 'controls'; readonly ids: readonly string[]; readonly of?: number }
  /** A number, and the words for it where no column has a title. */
  | { readonly kind: 'count'; readonly count: number; readonly words: string }
  | { readonly kind: 'documents'; readonly paths: readonly string[] }
  | { readonly kind: 'places'; readonly id: string; readonly places: readonly ReportPlace[] };

/** A table of a text: a section, or a part of it. */
export interface Table {
  readonly id: SectionId;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly summary?: Summary | undefined;
}

/** One table, or one for each part of the section that has rows. */
export function tablesOf(section: Section): Table[] {
  const { id, title, sentences, columns, rows, parts, summary } = section;
  if (!parts) {
    const shown = columns.filter(({ isExtra }) => !isExtra).map(({ key }) => key);
    return [{ id, title, sentences, summary, ...picked(section, rows, shown) }];
  }
  return parts.flatMap(({ kind, table }) => {
    const own = rows.filter((row) => row.kind === kind);
    if (!table || own.length === 0) return [];
    const named = `${table.title} (${own.length})`;
    return {
      id,
      title: named,
      sentences: [],
      summary: table.summary,
      ...picked(section, own, table.columns),
    };
  });
}

function picked(
  { columns }: Section,
  rows: readonly Row[],
  keys: readonly string[],
): Pick<Table, 'columns' | 'rows'> {
  const at = keys.map((key) => columns.findIndex((column) => column.key === key));
  return {
    columns: at.flatMap((index) => columns[index] ?? []),
    rows: rows.map(({ cells }) => at.map((index) => cells[index] ?? '')),
  };
}
