import { CONTROL_ROLES } from '../coverage/controls';
import type { TechniqueState } from '../coverage/techniques';
import { ROLE_WORDS, STATE_WORDS } from '../coverage/words';
import { capitalized } from '../text/message';
import { markup, NOTHING, type Html } from './htmlText';
import { assessmentOf, inRole, inState, missingOf, remarkOf, suggestionSentences, UNJUDGED } from './phrases';
import type { CoverageReport, ReportControl, ReportPlace, ReportTechnique } from './report';

export function suggestionHtml(report: CoverageReport): Html {
  const sentences = suggestionSentences(report).map((sentence) => markup`<p>${sentence}</p>`);
  if (sentences.length === 0) return NOTHING;
  const titles = new Map(report.controls.map(({ label, title }) => [label, title]));
  const rows = report.suggestion.steps.map(
    ({ control, addresses }) =>
      markup`<tr><td class="id">${control}</td><td>${titles.get(control) ?? ''}</td><td class="number">${addresses.length}</td><td>${links(addresses)}</td></tr>`,
  );
  const all = rows.length > 1 ? table(['Control', 'Title', 'Adds', 'Open techniques'], rows) : NOTHING;
  return markup`<h2>What to cite next</h2>
${sentences}
${all}`;
}

/** Open ones first: they are what is left to do. */
export function techniquesHtml(report: CoverageReport): Html {
  const order = ['gap', 'addressed', 'no-mapped-control'] as const satisfies TechniqueState[];
  const sections = order.map((state) => {
    const rows = inState(report, state).map((technique) => techniqueRow(report, technique));
    if (rows.length === 0) return NOTHING;
    return markup`<h2>Techniques ${TITLES[state]} (${rows.length})</h2>
${table(['Technique', 'Name', ...CONTROL_HEADS[state], 'Where'], rows)}
`;
  });
  return markup`${sections}`;
}

const TITLES = { ...STATE_WORDS, gap: 'that are open' } as const;
const CONTROL_HEADS: Readonly<Record<ReportTechnique['state'], readonly string[]>> = {
  gap: ['Mapped, not cited'],
  addressed: ['Cited', 'Mapped, not cited'],
  'no-mapped-control': [],
};

function techniqueRow(report: CoverageReport, technique: ReportTechnique): Html {
  const { id, name, state, url, cited, places } = technique;
  const remark = remarkOf(technique);
  const soft = remark === '' ? NOTHING : markup` <span class="soft">(${remark})</span>`;
  const citedCell = state === 'addressed' ? markup`<td>${labels(cited)}</td>` : NOTHING;
  const missing = state === 'no-mapped-control' ? NOTHING : markup`<td>${labels(missingOf(technique))}</td>`;
  return markup`<tr id="${id}"><td class="id"><a href="${url}" rel="noreferrer">${id}</a></td><td>${name}${soft}</td>${citedCell}${missing}${where(report, places)}</tr>
`;
}

export function domainsHtml({ domains }: CoverageReport): Html {
  if (domains.length === 0) return NOTHING;
  const rows = domains.map(({ code, name, counts }) => {
    const numbers = CONTROL_ROLES.map((role) => markup`<td class="number">${counts[role]}</td>`);
    return markup`<tr><td class="id">${code}</td><td>${name}</td>${numbers}</tr>
`;
  });
  const heads = CONTROL_ROLES.map((role) => capitalized(ROLE_WORDS[role]));
  return markup`<h2>Controls by domain</h2>
${table(['Domain', 'Name', ...heads], rows, 2)}`;
}

export function controlsHtml(report: CoverageReport): Html {
  const section = (role: ReportControl['role'], title: string): Html => {
    const controls = inRole(report, role);
    if (controls.length === 0) return NOTHING;
    const why = role === 'without-mapping';
    const rows = controls.map((control) => {
      const reason = why ? markup`<td>${assessmentOf(control)}</td>` : NOTHING;
      return markup`<tr><td class="id">${control.label}</td><td>${control.title}</td>${reason}${where(report, control.places)}</tr>
`;
    });
    return markup`<h2>${title} (${controls.length})</h2>
${table(['Control', 'Title', ...(why ? ['Why'] : []), 'Where'], rows)}
`;
  };
  return markup`${section('unneeded', 'Cited controls not mapped to any technique in this report')}${section('without-mapping', 'Cited controls without a mapping')}`;
}

export function unjudgedHtml(report: CoverageReport): Html {
  const { unjudged, versions } = report;
  if (unjudged.length === 0) return NOTHING;
  const rows = unjudged.map(
    ({ id, reason, places }) =>
      markup`<tr><td class="id">${id}</td><td>${UNJUDGED[reason]}</td>${where(report, places)}</tr>
`,
  );
  return markup`<h2>IDs that ATT&amp;CK ${versions.attack} doesn't have (${unjudged.length})</h2>
<p class="soft">They aren't counted above.</p>
${table(['ID', 'Why', 'Where'], rows)}`;
}

/** Columns from `numbersFrom` on hold numbers. */
function table(heads: readonly string[], rows: readonly Html[], numbersFrom = heads.length): Html {
  const head = heads.map((title, at) =>
    at < numbersFrom && title !== 'Adds'
      ? markup`<th scope="col">${title}</th>`
      : markup`<th scope="col" class="number">${title}</th>`,
  );
  return markup`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}

function links(ids: readonly string[]): Html[] {
  return ids.map((id, at) => markup`${at > 0 ? ', ' : ''}<a href="#${id}">${id}</a>`);
}

/** None of them broken at its hyphen. */
function labels(controls: readonly string[]): Html[] {
  return controls.map((label, at) => markup`${at > 0 ? ', ' : ''}<span class="id">${label}</span>`);
}

const MOST_PLACES = 5;

function where({ documents }: CoverageReport, places: readonly ReportPlace[]): Html {
  const shown = places
    .slice(0, MOST_PLACES)
    .map(({ path, line }) => (documents.length === 1 ? `line ${line + 1}` : `${path}:${line + 1}`));
  const more = places.length - shown.length;
  return markup`<td class="where">${[...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ')}</td>`;
}
