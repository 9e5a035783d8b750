import { tableState, type PageState, type TableState } from './state';

/** Puts every table into the order, and shows the rows, that the state tells. */
export function applyTables(state: PageState): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-filter]')) {
    const id = input.dataset['filter'] ?? '';
    const own = tableState(state, id);
    input.value = own.query;
    const kinds = kindsOf(id);
    if (kinds) kinds.value = own.kind;
    sort(id, own);
    filter(id, own);
  }
}

export function followTables(state: PageState, save: () => void): void {
  const change = (id: string, to: Partial<TableState>): void => {
    const own = Object.assign(tableState(state, id), to);
    filter(id, own);
    save();
  };
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset['filter'] !== undefined)
      change(target.dataset['filter'], { query: target.value });
    if (target instanceof HTMLSelectElement && target.dataset['kindOf'] !== undefined)
      change(target.dataset['kindOf'], { kind: target.value });
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-sort-table]') : null;
    if (!button) return;
    const id = button.dataset['sortTable'] ?? '';
    const column = Number(button.dataset['column']);
    const own = tableState(state, id);
    own.isDescending = own.column === column && !own.isDescending;
    own.column = column;
    sort(id, own);
    save();
  });
}

/** Filters a table and goes to it. */
export function showRows(state: PageState, save: () => void, id: string, query: string): void {
  Object.assign(tableState(state, id), { query, kind: '' });
  applyTables(state);
  save();
  const input = document.querySelector<HTMLInputElement>(`input[data-filter="${id}"]`);
  input?.focus({ preventScroll: true });
  input?.scrollIntoView({ block: 'start' });
}

function rowsOf(id: string): HTMLTableRowElement[] {
  const table = document.getElementById(id);
  return [...(table?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])];
}

function kindsOf(id: string): HTMLSelectElement | null {
  return document.querySelector<HTMLSelectElement>(`select[data-kind-of="${id}"]`);
}

function filter(id: string, { query, kind }: TableState): void {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = rowsOf(id);
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = (kind !== '' && row.dataset['kind'] !== kind) || !words.every((word) => text.includes(word));
  }
  const shown = rows.filter((row) => !row.hidden).length;
  const output = document.querySelector(`[data-shown="${id}"]`);
  if (output) output.textContent = shown === rows.length ? '' : `${shown} of ${rows.length} shown`;
}

function sort(id: string, { column, isDescending }: TableState): void {
  const heads = document.getElementById(id)?.querySelectorAll('thead th') ?? [];
  for (const [at, head] of heads.entries())
    head.ariaSort = at !== column ? 'none' : isDescending ? 'descending' : 'ascending';
  if (column < 0) return;
  const rows = rowsOf(id).sort((a, b) => compare(a, b, column) * (isDescending ? -1 : 1));
  document
    .getElementById(id)
    ?.querySelector('tbody')
    ?.append(...rows);
}

const { compare: compareTexts } = new Intl.Collator('en', { numeric: true });

function compare(a: HTMLTableRowElement, b: HTMLTableRowElement, column: number): number {
  const [one, other] = [a.cells[column], b.cells[column]];
  const [key, otherKey] = [one?.dataset['sort'], other?.dataset['sort']];
  if (key !== undefined && otherKey !== undefined) return Number(key) - Number(otherKey);
  return compareTexts(one?.textContent ?? '', other?.textContent ?? '');
}
