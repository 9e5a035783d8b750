import { TECHNIQUE_STATES } from '../coverage/techniques';
import { STATE_WORDS } from '../coverage/words';
import { mapInSteps, type Steps } from '../text/steps';
import { markup, NOTHING, type Html } from './htmlText';
import type { Section, SectionId } from './model';
import { basis, countSentences, titleOf } from './phrases';
import type { CoverageReport, ReportTactic, ReportTechnique } from './report';
import { sectionsOf } from './sections';

/** What the page to save and the panel have in common. */

/** Their sections in order: the tactics, a picture there, stand before the long tables. */
const PAGE_ORDER: readonly SectionId[] = [
  'suggestion',
  'tactics',
  'techniques',
  'domains',
  'controls',
  'unjudged',
];

export function pageSections(report: CoverageReport): Section[] {
  const sections = sectionsOf(report);
  return PAGE_ORDER.flatMap((id) => sections.filter((section) => section.id === id));
}

/** What is above all else. `after` ends it. */
export function pageHead(report: CoverageReport, after: Html = NOTHING): Html {
  const sentences = countSentences(report).map(
    (sentence, at) => markup`<p${at === 0 ? markup` class="lead"` : NOTHING}>${sentence}.</p>
`,
  );
  return markup`<header>
<h1>${titleOf(report)}</h1>
${sentences}${stateBar(report)}
${after}</header>`;
}

export function pageFoot(report: CoverageReport): Html {
  return markup`<footer class="soft">
<p>${report.caveat}</p>
<p>${basis(report)}</p>
</footer>`;
}

/** Told beside the color, so that nothing hangs on seeing it. */
const STATE_MARKS = { addressed: '✓', gap: '○', 'no-mapped-control': '–' } as const;

export function markOf(state: keyof typeof STATE_MARKS): Html {
  return markup`<span class="mark" aria-hidden="true">${STATE_MARKS[state]}</span>`;
}

export interface BarPart {
  readonly kind: string;
  readonly count: number;
}

/** A bar of parts beside each other. The policy of the panel allows no `style`, so the lengths are SVG's. */
export function bar(parts: readonly BarPart[], whole: number): Html {
  let x = 0;
  const rects = parts.map(({ kind, count }) => {
    const rect = markup`<rect class="${kind}" x="${x}" y="0" width="${count}" height="10"/>`;
    x += count;
    return count > 0 ? rect : NOTHING;
  });
  return markup`<svg class="bar" viewBox="0 0 ${whole} 10" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`;
}

/** The legend says in words what the bar shows. */
function stateBar({ counts }: CoverageReport): Html {
  if (counts.techniques === 0) return NOTHING;
  const numbers = {
    addressed: counts.addressed,
    gap: counts.gaps,
    'no-mapped-control': counts.withoutMappedControl,
  };
  const parts = TECHNIQUE_STATES.map((kind) => ({ kind, count: numbers[kind] }));
  const legend = parts.map(
    ({ kind, count }) =>
      markup`<li class="${kind}"><span class="state ${kind}">${markOf(kind)}${count} ${STATE_WORDS[kind]}</span></li>`,
  );
  return markup`<div class="whole">${bar(parts, counts.techniques)}</div>
<ul class="legend">${legend}</ul>`;
}

/** A column for each tactic, in the order of ATT&CK's matrix; `cell` is what it shows of a technique. */
export function* matrix(
  { tactics, techniques }: CoverageReport,
  cell: (technique: ReportTechnique, column: string) => Html,
): Steps<Html> {
  const byId = new Map(techniques.map((technique) => [technique.id, technique]));
  const columns = yield* mapInSteps(tactics, (tactic) => {
    const named = tactic.techniques.flatMap((id) => byId.get(id) ?? []);
    return columnOf(tactic, named, cell);
  });
  return markup`<div class="matrix" id="matrix">
${columns}</div>`;
}

function columnOf(
  { id, name, counts }: ReportTactic,
  techniques: readonly ReportTechnique[],
  cell: (technique: ReportTechnique, column: string) => Html,
): Html {
  const column = `tactic-${id ?? 'none'}`;
  const numbers = TECHNIQUE_STATES.filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${STATE_WORDS[state]}`)
    .join(', ');
  const cells = techniques.map((each) => markup`<li class="${each.state}">${cell(each, column)}</li>`);
  return markup`<div class="tactic"><h3 id="${column}">${name}</h3><p class="soft">${numbers}</p><ul aria-labelledby="${column}">${cells}</ul></div>
`;
}

/** HTML of each, with a comma between them. */
export function commaSeparated<T>(items: readonly T[], toHtml: (item: T) => Html): Html {
  return markup`${items.map((item, at) => markup`${at > 0 ? ', ' : ''}${toHtml(item)}`)}`;
}

/** The words, with a remark behind them that stands back. */
export function remarked(text: string | Html, remark: string): Html {
  return remark === '' ? markup`${text}` : markup`${text} <span class="soft">(${remark})</span>`;
}

/** None is broken at its hyphen. */
export function wholeId(id: string): Html {
  return markup`<span class="whole-id">${id}</span>`;
}

export function numberClass(isNumber = false): Html {
  return isNumber ? markup` class="number"` : NOTHING;
}
