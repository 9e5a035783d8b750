import { runSteps, type Steps } from '../../text/steps';
import { FORMATS, REPORT_FORMATS } from '../formats';
import { markup, NOTHING, type Html } from '../htmlText';
import { STATE_WORDS } from '../../coverage/words';
import type { Row, Section } from '../model';
import { markOf, matrix, pageFoot, pageHead, pageSections } from '../pageParts';
import type { CoverageReport, ReportTechnique } from '../report';
import { STATE_ORDER } from '../fields';
import { cellHtml, goTo } from './cells';
import { chart } from './chart';
import { table } from './table';

/** What the report in a panel shows, as HTML. All numbers are those of the report. */
export function panelBody(report: CoverageReport): string {
  return runSteps(panelSteps(report));
}

/** The same in steps, for the report of a large workspace. */
export function* panelSteps(report: CoverageReport): Steps<string> {
  const sections: Html[] = [];
  for (const section of pageSections(report)) {
    sections.push(yield* sectionHtml(report, section));
    yield;
  }
  return markup`${head(report)}
<main>
${sections}</main>
${pageFoot(report)}
`.source;
}

/** What stands above all else: enough to show while the rest comes. */
export function panelHead(report: CoverageReport): string {
  return head(report).source;
}

function head(report: CoverageReport): Html {
  const buttons = REPORT_FORMATS.map((format) => {
    const { label, detail } = FORMATS[format];
    return markup`<button type="button" class="export" data-export="${format}" title="${detail}">${label}</button> `;
  });
  return pageHead(
    report,
    markup`<p class="exports" role="group" aria-label="Create this report as"><span class="soft">Create as</span> ${buttons}</p>`,
  );
}

function* sectionHtml(report: CoverageReport, section: Section): Steps<Html> {
  const { id, title } = section;
  return markup`<section aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${sentencesOf(section)}${yield* contentOf(report, section)}</section>
`;
}

const KEYS = markup` <span class="hint">Use the arrow keys to move between cells, and Enter to go to the document.</span>`;

function sentencesOf({ id, sentences }: Section): Html {
  const softness = id === 'suggestion' ? NOTHING : markup` class="soft"`;
  return markup`${sentences.map(
    (sentence) => markup`<p${softness}>${sentence}${id === 'tactics' ? KEYS : NOTHING}</p>
`,
  )}`;
}

/** Tactics and domains as pictures, what to cite as a list, all else as a table. */
function* contentOf(report: CoverageReport, section: Section): Steps<Html> {
  const { id, rows } = section;
  if (id === 'tactics') return yield* matrix(report, matrixCell);
  if (id === 'domains') return chart(section);
  if (id !== 'suggestion') return yield* table(report, { ...section, rows: inOrder(section) });
  if (rows.length === 0) return NOTHING;
  return markup`<ol class="next">${rows.map((row) => suggested(report, row))}</ol>`;
}

/** Open techniques first. */
function inOrder({ id, rows }: Section): readonly Row[] {
  return id === 'techniques' ? STATE_ORDER.flatMap((kind) => rows.filter((row) => row.kind === kind)) : rows;
}

function suggested(
  report: CoverageReport,
  { cells: [control = '', title = '', , techniques = ''] }: Row,
): Html {
  const [id, name, all] = [control, title, techniques].map((cell) => cellHtml(report, cell));
  return markup`<li><b>${id ?? NOTHING}</b> ${name ?? NOTHING}: ${all ?? NOTHING}</li>`;
}

/** Leads to where its technique is named. */
function matrixCell({ id, name, state, places }: ReportTechnique, column: string): Html {
  const content = markup`${markOf(state)}<span><b>${id}</b> ${name}<span class="unseen">, ${STATE_WORDS[state]}</span></span>`;
  return goTo(places[0], content, `${column}-${id}`);
}
