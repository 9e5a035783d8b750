import { markup, type Html } from '../htmlText';
import type { Column, Row, Section } from '../model';
import { bar } from '../pageParts';
import { swatch } from './cells';

/** A bar and its numbers for each row; its name shows the controls of the domain. */
export function chart({ id, columns, rows }: Section): Html {
  const [first, ...kinds] = columns;
  const heads = kinds.map(
    ({ key, title, short }) =>
      markup`<th scope="col" class="number" title="${title}">${swatch(key)}${short ?? title}<span class="unseen">: ${title}</span></th>`,
  );
  const whole = Math.max(...rows.map((row) => numbersOf(row).reduce((sum, count) => sum + count, 0)));
  const key = kinds.map(
    ({ title, short = '' }) => `${short}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  );
  return markup`<div class="scroll"><table class="chart" aria-labelledby="${id}-title"><thead><tr><th scope="col">${first?.title ?? ''}</th><td></td>${heads}</tr></thead><tbody>
${rows.map((row) => rowHtml(row, kinds, whole))}</tbody></table></div>
<p class="soft">${key.join('. ')}.</p>`;
}

function numbersOf({ cells }: Row): number[] {
  return cells.filter((cell) => typeof cell === 'number');
}

function rowHtml(row: Row, kinds: readonly Column[], whole: number): Html {
  const [domain] = row.cells;
  if (typeof domain !== 'object' || domain.kind !== 'id') return markup``;
  const parts = numbersOf(row).map((count, at) => ({ kind: kinds[at]?.key ?? '', count }));
  const numbers = parts.map(
    ({ count }) => markup`<td class="number${count === 0 ? ' soft' : ''}">${count}</td>`,
  );
  return markup`<tr><th scope="row"><button type="button" class="go" id="domain-${domain.id}" data-show="controls" data-query="${domain.name ?? ''}" title="Show its controls"><b>${domain.id}</b> ${domain.name ?? ''}</button></th><td class="drawn">${bar(parts, whole)}</td>${numbers}</tr>
`;
}
