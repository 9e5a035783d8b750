import type { Steps } from '../../text/steps';
import { capitalized } from '../../text/message';
import { CONTROL_ROLES } from '../../coverage/controls';
import type { TechniqueState } from '../../coverage/techniques';
import { ROLE_WORDS, STATE_WORDS } from '../../coverage/words';
import { markup, NOTHING, type Html } from '../htmlText';
import { assessmentOf, missingOf, remarkOf, UNJUDGED } from '../phrases';
import type { CoverageReport, ReportControl, ReportTechnique } from '../report';
import { goTo, goToAll, markOf, ROLE_HEADS, whereCell, wholeIds } from './cells';
import { table, type Row } from './table';

/** Open ones first: they are what is left to do. */
const ORDER = ['gap', 'addressed', 'no-mapped-control'] as const satisfies TechniqueState[];

export function* techniqueTable(report: CoverageReport): Steps<Html> {
  if (report.techniques.length === 0) return NOTHING;
  const tactics = new Map(report.tactics.map(({ id, name }) => [id, name]));
  const inOrder = ORDER.flatMap((state) => report.techniques.filter((each) => each.state === state));
  return markup`<section aria-labelledby="techniques-title"><h2 id="techniques-title">Techniques</h2>
${yield* table({
  id: 'techniques',
  label: 'Techniques',
  hint: 'Filter by ID, name, tactic or control',
  kinds: ORDER.map((state) => [state, capitalized(STATE_WORDS[state])]),
  items: inOrder,
  toRow: (technique) => techniqueRow(report, technique, tactics),
})}</section>`;
}

function techniqueRow(
  report: CoverageReport,
  technique: ReportTechnique,
  tactics: ReadonlyMap<string | null, string>,
): Row {
  const { id, name, state, cited, references } = technique;
  const remark = remarkOf(technique);
  const soft = remark === '' ? NOTHING : markup` <span class="soft">(${remark})</span>`;
  const page = markup` <a class="page" href="${technique.url}" title="${id} on MITRE ATT&amp;CK" aria-label="${id} on MITRE ATT&amp;CK">↗</a>`;
  return {
    kind: state,
    cells: [
      { html: markup`${goTo(technique.places[0], id, `row-${id}`)}${page}` },
      { html: markup`${name}${soft}` },
      { html: technique.tactics.map((each) => tactics.get(each) ?? each).join(', ') },
      {
        html: markup`<span class="state ${state}">${markOf(state)}${STATE_WORDS[state]}</span>`,
        sort: ORDER.indexOf(state),
      },
      { html: goToAll(cited), sort: -cited.length },
      { html: wholeIds(missingOf(technique)), sort: -missingOf(technique).length },
      { html: references, sort: references },
      { html: whereCell(report, technique.places, id), sort: -technique.places.length },
    ],
  };
}

export function* controlTable(report: CoverageReport): Steps<Html> {
  if (report.controls.length === 0) return NOTHING;
  const names = new Map(report.domains.map(({ code, name }) => [code, name]));
  return markup`<section aria-labelledby="controls-title"><h2 id="controls-title">Controls</h2>
${yield* table({
  id: 'controls',
  label: 'Controls',
  hint: 'Filter by ID, title, domain or technique',
  kinds: CONTROL_ROLES.map((role) => [role, capitalized(ROLE_WORDS[role])]),
  items: report.controls,
  toRow: (control) => controlRow(report, control, names),
})}</section>`;
}

function controlRow(report: CoverageReport, control: ReportControl, names: ReadonlyMap<string, string>): Row {
  const { label, title, domain, role, references, techniques } = control;
  const why =
    role === 'without-mapping' ? markup` <span class="soft">(${assessmentOf(control)})</span>` : NOTHING;
  return {
    kind: role,
    cells: [
      { html: goTo(control.places[0], label, `row-${label}`) },
      { html: title },
      { html: names.get(domain) ?? domain },
      {
        html: markup`<span class="state" title="${capitalized(ROLE_WORDS[role])}"><span class="swatch ${role}" aria-hidden="true"></span>${ROLE_HEADS[role]}</span>${why}`,
        sort: CONTROL_ROLES.indexOf(role),
      },
      { html: goToAll(techniques), sort: -techniques.length },
      { html: references, sort: references },
      { html: whereCell(report, control.places, control.id), sort: -control.places.length },
    ],
  };
}

export function unjudgedList(report: CoverageReport): Html {
  const { unjudged, versions } = report;
  if (unjudged.length === 0) return NOTHING;
  const items = unjudged.map(
    ({ id, reason, places }) =>
      markup`<li>${goTo(places[0], id)}: ${UNJUDGED[reason]}; ${whereCell(report, places, id)}</li>`,
  );
  return markup`<section aria-labelledby="unjudged-title"><h2 id="unjudged-title">IDs that ATT&amp;CK ${versions.attack} doesn't have</h2>
<p class="soft">They aren't counted above.</p>
<ul>${items}</ul></section>`;
}
