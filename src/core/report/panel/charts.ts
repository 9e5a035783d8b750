import { capitalized } from '../../text/message';
import { CONTROL_ROLES } from '../../coverage/controls';
import { TECHNIQUE_STATES } from '../../coverage/techniques';
import { ROLE_WORDS, STATE_WORDS } from '../../coverage/words';
import { markup, NOTHING, type Html } from '../htmlText';
import type { CoverageReport, ReportDomain } from '../report';
import { markOf, ROLE_HEADS } from './cells';

interface Part {
  readonly kind: string;
  readonly count: number;
}

/** A bar of parts beside each other. The policy of the page allows no `style`, so the lengths are SVG's. */
function bar(parts: readonly Part[], whole: number): Html {
  let x = 0;
  const rects = parts.map(({ kind, count }) => {
    const rect = markup`<rect class="${kind}" x="${x}" y="0" width="${count}" height="10"/>`;
    x += count;
    return count > 0 ? rect : NOTHING;
  });
  return markup`<svg class="bar" viewBox="0 0 ${whole} 10" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`;
}

/** The legend tells in words what the bar shows. */
export function stateBar({ counts }: CoverageReport): Html {
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

/** A bar and its numbers for each domain; its name shows its controls. */
export function domainChart({ domains }: CoverageReport): Html {
  if (domains.length === 0) return NOTHING;
  const longest = Math.max(...domains.map(({ controls }) => controls.length));
  const heads = CONTROL_ROLES.map((role) => {
    const whole = capitalized(ROLE_WORDS[role]);
    return markup`<th scope="col" class="number" title="${whole}"><span class="swatch ${role}" aria-hidden="true"></span>${ROLE_HEADS[role]}<span class="unseen">: ${whole}</span></th>`;
  });
  return markup`<section aria-labelledby="domains-title"><h2 id="domains-title">Controls by domain</h2>
<div class="scroll"><table class="chart" aria-labelledby="domains-title"><thead><tr><th scope="col">Domain</th><td></td>${heads}</tr></thead><tbody>
${domains.map((domain) => domainRow(domain, longest))}</tbody></table></div>
<p class="soft">${CONTROL_ROLES.map((role) => `${ROLE_HEADS[role]}: ${ROLE_WORDS[role]}`).join('. ')}.</p></section>`;
}

function domainRow({ code, name, counts }: ReportDomain, longest: number): Html {
  const parts = CONTROL_ROLES.map((kind) => ({ kind, count: counts[kind] }));
  const numbers = parts.map(
    ({ count }) => markup`<td class="number${count === 0 ? ' soft' : ''}">${count}</td>`,
  );
  return markup`<tr><th scope="row"><button type="button" class="go" id="domain-${code}" data-show="controls" data-query="${name}" title="Show its controls"><b>${code}</b> ${name}</button></th><td class="drawn">${bar(parts, longest)}</td>${numbers}</tr>
`;
}
