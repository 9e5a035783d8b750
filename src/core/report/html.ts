import { REPORT_MARK } from '../analysis/occurrences';
import { STATE_WORDS } from '../coverage/words';
import { runSteps } from '../text/steps';
import { STYLE } from './htmlStyle';
import { Html, markup, NOTHING } from './htmlText';
import { tablesOf, type Cell, type Section, type Table } from './model';
import {
  commaSeparated,
  matrix,
  numberClass,
  pageFoot,
  pageHead,
  pageSections,
  remarked,
  wholeId,
} from './pageParts';
import { placesShown, titleOf } from './phrases';
import type { CoverageReport, ReportTechnique } from './report';

/** Neither scripts nor anything from outside; styles are those of the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as a page that needs nothing but itself. */
export function htmlReport(report: CoverageReport): string {
  return markup`<!DOCTYPE html>
<!-- ${REPORT_MARK} -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Control Lens">
<title>${titleOf(report)}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
${pageHead(report)}
<main>
${pageSections(report).map((section) => sectionHtml(report, section))}
</main>
${pageFoot(report)}
</body>
</html>
`.source;
}

function sectionHtml(report: CoverageReport, section: Section): Html {
  if (section.id !== 'tactics') return markup`${tablesOf(section).map((table) => tableHtml(report, table))}`;
  return markup`<h2>${section.title}</h2>
<p class="soft">${section.sentences.join(' ')}</p>
${runSteps(matrix(report, matrixCell))}
`;
}

/** Leads to the row of the technique. */
function matrixCell({ id, name, state }: ReportTechnique): Html {
  return markup`<a href="#${id}" title="${STATE_WORDS[state]}">${id}</a> ${name}`;
}

function tableHtml(report: CoverageReport, { id, title, sentences, columns, rows }: Table): Html {
  const softness = id === 'suggestion' ? NOTHING : markup` class="soft"`;
  const texts = sentences.map(
    (sentence) => markup`<p${softness}>${sentence}</p>
`,
  );
  const head = columns.map(
    ({ title: words, isNumber }) => markup`<th scope="col"${numberClass(isNumber)}>${words}</th>`,
  );
  const table = markup`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>
${rows.map((row) => rowHtml(report, row))}</tbody></table></div>`;
  return markup`<h2>${title}</h2>
${texts}${rows.length > 0 ? table : NOTHING}
`;
}

/** The row of a technique has its ID, so that others lead to it. */
function rowHtml(report: CoverageReport, row: readonly Cell[]): Html {
  const [first] = row;
  const hasPage = typeof first === 'object' && first.kind === 'id' && first.url !== undefined;
  return markup`<tr${hasPage ? markup` id="${first.id}"` : NOTHING}>${row.map((cell) => cellHtml(report, cell))}</tr>
`;
}

const MAX_PLACES = 5;

function cellHtml(report: CoverageReport, cell: Cell): Html {
  if (typeof cell === 'number') return markup`<td class="number">${cell}</td>`;
  if (typeof cell === 'string') return markup`<td>${cell}</td>`;
  switch (cell.kind) {
    case 'id': {
      const { id, url, name } = cell;
      if (name !== undefined) return markup`<td>${wholeId(id)} ${name}</td>`;
      const html = url === undefined ? markup`${id}` : markup`<a href="${url}" rel="noreferrer">${id}</a>`;
      return markup`<td class="whole-id">${html}</td>`;
    }
    case 'name':
      return markup`<td>${remarked(cell.name, cell.remark)}</td>`;
    case 'term':
      return markup`<td>${cell.words}</td>`;
    case 'count':
      return markup`<td class="number">${cell.count}</td>`;
    case 'techniques':
      return markup`<td>${commaSeparated(cell.ids, (id) => markup`<a href="#${id}">${id}</a>`)}</td>`;
    case 'controls':
      return markup`<td>${commaSeparated(cell.ids, wholeId)}</td>`;
    case 'documents':
      return markup`<td class="where">${cell.paths.join(', ')}</td>`;
    case 'places': {
      const { shown, more } = placesShown(report, cell.places, MAX_PLACES);
      return markup`<td class="where">${[...shown, ...more].join(', ')}</td>`;
    }
  }
}
