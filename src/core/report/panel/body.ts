import { runSteps, type Steps } from '../../text/steps';
import { FORMATS, REPORT_FORMATS } from '../formats';
import { markup, NOTHING, type Html } from '../htmlText';
import {
  basis,
  controlCounts,
  frameworkCounts,
  suggestionSentences,
  techniqueCounts,
  titleOf,
} from '../phrases';
import type { CoverageReport } from '../report';
import { goToAll } from './cells';
import { domainChart, stateBar } from './charts';
import { matrix } from './matrix';
import { controlTable, techniqueTable, unjudgedList } from './tables';

/** What the report in a panel shows, as HTML. All numbers are those of the report. */
export function panelBody(report: CoverageReport): string {
  return runSteps(panelSteps(report));
}

/** The same in steps, for the report of a large workspace. */
export function* panelSteps(report: CoverageReport): Steps<string> {
  const tactics = yield* matrix(report);
  const techniques = yield* techniqueTable(report);
  const domains = domainChart(report);
  yield;
  const controls = yield* controlTable(report);
  return markup`${head(report)}
<main>
${suggestion(report)}
${tactics}
${techniques}
${domains}
${controls}
${unjudgedList(report)}
</main>
<footer class="soft">
<p>${report.caveat}</p>
<p>${basis(report)}</p>
</footer>
`.source;
}

/** What stands above all else: enough to show while the rest comes. */
export function panelHead(report: CoverageReport): string {
  return head(report).source;
}

function head(report: CoverageReport): Html {
  return markup`<header>
<h1>${titleOf(report)}</h1>
<p class="lead">${techniqueCounts(report)}.</p>
<p>${controlCounts(report)}.</p>
${frameworkCounts(report).map(
  (sentence) => markup`<p>${sentence}.</p>
`,
)}${stateBar(report)}
${exports()}
</header>`;
}

function exports(): Html {
  const buttons = REPORT_FORMATS.map((format) => {
    const { label, detail } = FORMATS[format];
    return markup`<button type="button" class="export" data-export="${format}" title="${detail}">${label}</button> `;
  });
  return markup`<p class="exports" role="group" aria-label="Create this report as"><span class="soft">Create as</span> ${buttons}</p>`;
}

function suggestion(report: CoverageReport): Html {
  const sentences = suggestionSentences(report).map((sentence) => markup`<p>${sentence}</p>`);
  if (sentences.length === 0) return NOTHING;
  const titles = new Map(report.controls.map(({ label, title }) => [label, title]));
  const items = report.suggestion.steps.map(
    ({ control, addresses }) =>
      markup`<li><b>${control}</b> ${titles.get(control) ?? ''}: ${goToAll(addresses)}</li>`,
  );
  const all = items.length > 1 ? markup`<ol class="next">${items}</ol>` : NOTHING;
  return markup`<section aria-labelledby="next-title"><h2 id="next-title">What to cite next</h2>
${sentences}
${all}</section>`;
}
