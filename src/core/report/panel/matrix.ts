import { mapInSteps, type Steps } from '../../text/steps';
import { TECHNIQUE_STATES } from '../../coverage/techniques';
import { STATE_WORDS } from '../../coverage/words';
import { markup, NOTHING, type Html } from '../htmlText';
import type { CoverageReport, ReportTactic, ReportTechnique } from '../report';
import { goTo, markOf } from './cells';

/** A column for each tactic, in the order of ATT&CK's matrix; each cell leads to where its technique is named. */
export function* matrix({ tactics, techniques }: CoverageReport): Steps<Html> {
  if (tactics.length === 0) return NOTHING;
  const byId = new Map(techniques.map((technique) => [technique.id, technique]));
  const columns = yield* mapInSteps(tactics, (tactic) => column(tactic, byId));
  return markup`<section aria-labelledby="matrix-title"><h2 id="matrix-title">Techniques by tactic</h2>
<p class="soft">A technique with several tactics is in each of them. <span class="hint">Use the arrow keys to move between cells, and Enter to go to the document.</span></p>
<div class="matrix" id="matrix">
${columns}</div></section>`;
}

function column(tactic: ReportTactic, byId: ReadonlyMap<string, ReportTechnique>): Html {
  const { id, name, counts, techniques } = tactic;
  const head = `tactic-${id ?? 'none'}`;
  const numbers = TECHNIQUE_STATES.filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${STATE_WORDS[state]}`)
    .join(', ');
  const cells = techniques.flatMap((each) => byId.get(each) ?? []).map((each) => cell(each, head));
  return markup`<div class="tactic"><h3 id="${head}">${name}</h3><p class="soft">${numbers}</p><ul aria-labelledby="${head}">${cells}</ul></div>
`;
}

function cell({ id, name, state, places }: ReportTechnique, head: string): Html {
  const content = markup`${markOf(state)}<span><b>${id}</b> ${name}<span class="unseen">, ${STATE_WORDS[state]}</span></span>`;
  return markup`<li class="${state}">${goTo(places[0], content, `${head}-${id}`)}</li>`;
}
