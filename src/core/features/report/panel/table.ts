import { markup, type Html } from '../htmlText';

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

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

export interface TableOptions {
  /** Of the table within the page. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly kinds: readonly (readonly [kind: string, words: string])[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A table with what filters it. The script of the page sorts, filters and tells how many rows are shown. */
export function table(options: TableOptions): Html {
  const { id, label, columns, rows } = options;
  const heads = columns.map(
    ({ title, isNumber = false }, at) =>
      markup`<th scope="col" aria-sort="none"${numberClass(isNumber)}><button type="button" class="sort" id="${id}-sort-${at}" data-sort-table="${id}" data-column="${at}">${title}<span class="arrow" aria-hidden="true"></span></button></th>`,
  );
  return markup`${tools(options)}
<div class="scroll"><table id="${id}" aria-label="${label}"><thead><tr>${heads}</tr></thead><tbody>
${rows.map((row) => rowHtml(row, columns))}</tbody></table></div>`;
}

function tools({ id, label, hint, kinds, rows }: TableOptions): Html {
  const options = kinds.map(([kind, words]) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return markup`<option value="${kind}">${words} (${count})</option>`;
  });
  return markup`<div class="tools" role="search" aria-label="${label}"><input type="search" id="${id}-filter" data-filter="${id}" placeholder="${hint}" aria-label="${hint}"><select id="${id}-kind" data-kind-of="${id}" aria-label="Show"><option value="">All (${rows.length})</option>${options}</select><output class="soft" data-shown="${id}" aria-live="polite"></output></div>`;
}

function rowHtml({ kind, cells }: Row, columns: readonly Column[]): Html {
  const each = cells.map(({ html, sort }, at) => {
    const key = sort === undefined ? markup`` : markup` data-sort="${sort}"`;
    return markup`<td${numberClass(columns[at]?.isNumber ?? false)}${key}>${html}</td>`;
  });
  return markup`<tr data-kind="${kind}" class="${kind}">${each}</tr>
`;
}

function numberClass(isNumber: boolean): Html {
  return isNumber ? markup` class="number"` : markup``;
}
