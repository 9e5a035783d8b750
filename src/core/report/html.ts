import { REPORT_MARK } from '../analysis/occurrences';
import { TECHNIQUE_STATES } from '../coverage/techniques';
import { STATE_WORDS } from '../coverage/words';
import { sectionHtml } from './htmlTables';
import { STYLE } from './htmlStyle';
import { Html, markup, NOTHING } from './htmlText';
import { basis, controlCounts, frameworkCounts, techniqueCounts, titleOf } from './phrases';
import type { CoverageReport } from './report';
import { sectionsOf } from './sections';

/** Neither scripts nor anything from outside; styles are those of the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as a page that needs nothing but itself. */
export function htmlReport(report: CoverageReport): string {
  const title = titleOf(report);
  const sections = sectionsOf(report).filter(({ id }) => id !== 'tactics'); // the matrix has them
  const suggestions = sections.filter(({ id }) => id === 'suggestion');
  const others = sections.filter(({ id }) => id !== 'suggestion');
  return markup`<!DOCTYPE html>
<!-- ${REPORT_MARK} -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Control Lens">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="lead">${techniqueCounts(report)}.</p>
<p>${controlCounts(report)}.</p>
${frameworkCounts(report).map(
  (sentence) => markup`<p>${sentence}.</p>
`,
)}${bar(report)}
</header>
<main>
${suggestions.map((section) => sectionHtml(report, section))}
${matrix(report)}
${others.map((section) => sectionHtml(report, section))}
</main>
<footer class="soft">
<p>${report.caveat}</p>
<p>${basis(report)}</p>
</footer>
</body>
</html>
`.source;
}

/** The sentence above it has the numbers; the legend is that of the whole page. */
function bar({ counts }: CoverageReport): Html {
  if (counts.techniques === 0) return NOTHING;
  const numbers = {
    addressed: counts.addressed,
    gap: counts.gaps,
    'no-mapped-control': counts.withoutMappedControl,
  };
  const states = TECHNIQUE_STATES.filter((state) => numbers[state] > 0);
  const parts = states.map((state) => markup`<span class="${state}" style="flex: ${numbers[state]}"></span>`);
  const legend = TECHNIQUE_STATES.map((state) => markup`<li class="${state}">${STATE_WORDS[state]}</li>`);
  return markup`<div class="bar" aria-hidden="true">${parts}</div>
<ul class="legend">${legend}</ul>`;
}

/** A column for each tactic, as ATT&CK's matrix has them; each technique leads to its row. */
function matrix({ tactics, techniques }: CoverageReport): Html {
  if (tactics.length === 0) return NOTHING;
  const byId = new Map(techniques.map((technique) => [technique.id, technique]));
  const columns = tactics.map(({ name, counts, techniques: ids }) => {
    const cells = ids
      .flatMap((id) => byId.get(id) ?? [])
      .map(
        ({ id, name: own, state }) =>
          markup`<li class="${state}" title="${STATE_WORDS[state]}"><a href="#${id}">${id}</a> ${own}</li>`,
      );
    const numbers = TECHNIQUE_STATES.filter((state) => counts[state] > 0)
      .map((state) => `${counts[state]} ${STATE_WORDS[state]}`)
      .join(', ');
    return markup`<section class="tactic"><h3>${name}</h3><p class="soft">${numbers}</p><ul>${cells}</ul></section>
`;
  });
  return markup`<h2>Techniques by tactic</h2>
<p class="soft">A technique with several tactics is in each of them.</p>
<div class="matrix">
${columns}</div>`;
}
