import { markup, NOTHING, type Html } from './htmlText';
import type { CoverageReport } from './report';
import { placesShown, type Cell, type Column, type Section } from './sections';

/** A section of the page. The row of a technique has its ID, so that others lead to it. */
export function sectionHtml(report: CoverageReport, { id, title, sentences, columns, rows }: Section): Html {
  const softness = id === 'suggestion' ? NOTHING : markup` class="soft"`;
  const texts = sentences.map(
    (sentence) => markup`<p${softness}>${sentence}</p>
`,
  );
  return markup`<h2>${title}</h2>
${texts}${rows.length > 0 ? table(report, columns, rows) : NOTHING}
`;
}

function table(report: CoverageReport, columns: readonly Column[], rows: Section['rows']): Html {
  const head = columns.map(
    ({ title, isNumber }) => markup`<th scope="col"${numberClass(isNumber)}>${title}</th>`,
  );
  const body = rows.map((row) => {
    const [first] = row;
    const name =
      typeof first === 'object' && first.kind === 'id' && first.url ? markup` id="${first.id}"` : NOTHING;
    return markup`<tr${name}>${row.map((cell) => cellHtml(report, cell))}</tr>
`;
  });
  return markup`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table></div>`;
}

function numberClass(isNumber = false): Html {
  return isNumber ? markup` class="number"` : NOTHING;
}

const MOST_PLACES = 5;

function cellHtml(report: CoverageReport, cell: Cell): Html {
  if (typeof cell === 'number') return markup`<td class="number">${cell}</td>`;
  if (typeof cell === 'string') return markup`<td>${cell}</td>`;
  switch (cell.kind) {
    case 'id':
      if (cell.name !== undefined) return markup`<td><span class="id">${cell.id}</span> ${cell.name}</td>`;
      return cell.url === undefined
        ? markup`<td class="id">${cell.id}</td>`
        : markup`<td class="id"><a href="${cell.url}" rel="noreferrer">${cell.id}</a></td>`;
    case 'name': {
      const soft = cell.remark === '' ? NOTHING : markup` <span class="soft">(${cell.remark})</span>`;
      return markup`<td>${cell.name}${soft}</td>`;
    }
    case 'techniques':
      return listHtml(cell.ids, (id) => markup`<a href="#${id}">${id}</a>`);
    case 'controls': // none of them broken at its hyphen
      return listHtml(cell.ids, (id) => markup`<span class="id">${id}</span>`);
    case 'places': {
      const { shown, more } = placesShown(report, cell.places, MOST_PLACES);
      return markup`<td class="where">${[...shown, ...more].join(', ')}</td>`;
    }
  }
}

function listHtml(ids: readonly string[], toHtml: (id: string) => Html): Html {
  return markup`<td>${ids.map((id, at) => markup`${at > 0 ? ', ' : ''}${toHtml(id)}`)}</td>`;
}
