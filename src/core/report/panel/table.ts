import { mapInSteps, type Steps } from '../../text/steps';
import { markup, type Html } from '../htmlText';
import { COLUMNS, type Column } from './columns';

export interface Row {
  /** What the choice of kinds filters by. */
  readonly kind: string;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly html: Html | string | number;
  /** What it sorts by, where that is not its text. */
  readonly sort?: number;
}

export interface TableOptions<T> {
  /** Of the table within the page, and its columns. */
  readonly id: keyof typeof COLUMNS;
  readonly label: string;
  readonly hint: string;
  readonly kinds: readonly (readonly [kind: string, words: string])[];
  /** A row for each. */
  readonly items: readonly T[];
  readonly toRow: (item: T) => Row;
}

/** A table with what filters it. The script of the page sorts, filters and tells how many rows are shown. */
export function* table<T>(options: TableOptions<T>): Steps<Html> {
  const { id, label, items, toRow } = options;
  const columns: readonly Column[] = COLUMNS[id];
  const rows = yield* mapInSteps(items, (item) => rowOf(toRow(item), columns));
  const heads = columns.map(
    ({ title, isNumber = false }, at) =>
      markup`<th scope="col" aria-sort="none"${numberClass(isNumber)}><button type="button" class="sort" id="${id}-sort-${at}" data-sort-table="${id}" data-column="${at}">${title}<span class="arrow" aria-hidden="true"></span></button></th>`,
  );
  const kinds = rows.map(({ kind }) => kind);
  return markup`${tools(options, kinds)}
<div class="scroll"><table id="${id}" class="rows" aria-label="${label}"><thead><tr>${heads}</tr></thead><tbody>
${rows.map(({ html }) => html)}</tbody></table></div>`;
}

function tools<T>({ id, label, hint, kinds }: TableOptions<T>, kindsOfRows: readonly string[]): Html {
  const options = kinds.map(([kind, words]) => {
    const count = kindsOfRows.filter((each) => each === kind).length;
    return markup`<option value="${kind}">${words} (${count})</option>`;
  });
  return markup`<div class="tools" role="search" aria-label="${label}"><input type="search" id="${id}-filter" data-filter="${id}" placeholder="${hint}" aria-label="${hint}"><select id="${id}-kind" data-kind-of="${id}" aria-label="Show"><option value="">All (${kindsOfRows.length})</option>${options}</select><output class="soft" data-shown="${id}" aria-live="polite"></output></div>`;
}

function rowOf(
  { kind, cells }: Row,
  columns: readonly Column[],
): { readonly kind: string; readonly html: Html } {
  const each = cells.map(({ html, sort }, at) => {
    const key = sort === undefined ? markup`` : markup` data-sort="${sort}"`;
    return markup`<td${numberClass(columns[at]?.isNumber ?? false)}${key}>${html}</td>`;
  });
  const html = markup`<tr data-kind="${kind}" class="${kind}">${each}</tr>
`;
  return { kind, html };
}

function numberClass(isNumber: boolean): Html {
  return isNumber ? markup` class="number"` : markup``;
}
