import { mapInSteps, type Steps } from '../../text/steps';
import { markup, NOTHING, type Html } from '../htmlText';
import type { Cell, Column, Row, Section } from '../model';
import { numberClass } from '../pageParts';
import type { CoverageReport } from '../report';
import { cellHtml, sortKey } from './cells';

/** The rows in one table, with what filters it. The script of the page sorts, filters and says how many rows are shown. */
export function* table(report: CoverageReport, section: Section): Steps<Html> {
  const { id, title, columns, hint } = section;
  const shown = columns.map(({ isExtra }) => !isExtra);
  const own = columns.filter((_, at) => shown[at]);
  const rows = yield* mapInSteps(section.rows, ({ kind, cells }) =>
    rowHtml(report, { kind, cells: cells.filter((_, at) => shown[at]) }, own),
  );
  const heads = own.map(({ title: words, isNumber }, at) =>
    hint === undefined
      ? markup`<th scope="col"${numberClass(isNumber)}>${words}</th>`
      : markup`<th scope="col" aria-sort="none"${numberClass(isNumber)}><button type="button" class="sort" id="${id}-sort-${at}" data-sort-table="${id}" data-column="${at}">${words}<span class="arrow" aria-hidden="true"></span></button></th>`,
  );
  return markup`${hint === undefined ? NOTHING : tools(section, hint)}
<div class="scroll"><table id="${id}"${hint === undefined ? NOTHING : ROWS} aria-label="${title}"><thead><tr>${heads}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}

/** What a narrow panel shows as blocks. */
const ROWS = markup` class="rows"`;

function tools({ id, title, rows, parts = [] }: Section, hint: string): Html {
  const options = parts.map(({ kind, words }) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return markup`<option value="${kind}">${words} (${count})</option>`;
  });
  return markup`<div class="tools" role="search" aria-label="${title}"><input type="search" id="${id}-filter" data-filter="${id}" placeholder="${hint}" aria-label="${hint}"><select id="${id}-kind" data-kind-of="${id}" aria-label="Show"><option value="">All (${rows.length})</option>${options}</select><output class="soft" data-shown="${id}" aria-live="polite"></output></div>`;
}

function rowHtml(report: CoverageReport, { kind, cells }: Row, columns: readonly Column[]): Html {
  const each = cells.map((cell, at) => cellOf(report, cell, columns[at]?.isNumber));
  return markup`<tr data-kind="${kind}" class="${kind}">${each}</tr>
`;
}

function cellOf(report: CoverageReport, cell: Cell, isNumber?: boolean): Html {
  const sort = sortKey(cell);
  const key = sort === undefined ? NOTHING : markup` data-sort="${sort}"`;
  return markup`<td${numberClass(isNumber)}${key}>${cellHtml(report, cell)}</td>`;
}
