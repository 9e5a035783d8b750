/** What the page remembers while it is hidden, and what the editor keeps of it between sessions. */
export interface PageState {
  readonly source: string;
  scroll: number;
  /** By the id of the table. */
  readonly tables: Record<string, TableState>;
}

export interface TableState {
  query: string;
  kind: string;
  /** -1 for the order that it came in. */
  column: number;
  isDescending: boolean;
}

export function emptyState(source: string): PageState {
  return { source, scroll: 0, tables: {} };
}

export function tableState({ tables }: PageState, id: string): TableState {
  return (tables[id] ??= { query: '', kind: '', column: -1, isDescending: false });
}

/** Undefined for what another version kept. */
export function parseState(value: unknown): PageState | undefined {
  if (!isRecord(value)) return undefined;
  const { source, scroll, tables } = value;
  if (typeof source !== 'string' || typeof scroll !== 'number' || !isRecord(tables)) return undefined;
  const known: Record<string, TableState> = {};
  for (const [id, table] of Object.entries(tables)) if (isTable(table)) known[id] = { ...table };
  return { source, scroll, tables: known };
}

function isTable(value: unknown): value is TableState {
  return (
    isRecord(value) &&
    typeof value['query'] === 'string' &&
    typeof value['kind'] === 'string' &&
    Number.isInteger(value['column']) &&
    typeof value['isDescending'] === 'boolean'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
