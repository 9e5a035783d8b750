import type { Analysis } from '../analysis/analysis';
import { parentOf, type CanonicalId } from '../identifiers/grammar';
import { compareIds } from '../knowledge/compareIds';
import { MAPPING_EDITION, type Control, type EditionId, type Framework } from '../knowledge/framework';
import type { AttackFacts } from '../knowledge/attack';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { attackUrl } from '../knowledge/urls';
import { mitigatingControls, type MitigatingControl } from '../resolution/mitigating';
import type { AttackFound } from '../resolution/resolve';
import { capitalized, counted, listed } from '../text/message';
import { joined, line, link, notice, type Block, type Run } from '../text/blocks';
import { explorerPage } from '../explain/explain';
import { openPageLink } from '../links/pageAddress';
import { pageTargetIn } from '../links/pageTarget';
import { citationsOf, type Citations } from '../analysis/citations';
import { descriptionLine, headLine, isTechnique, type Mention } from './hoverParts';

const MAX_CONTROLS = 14;
/** Of a framework that the document does not use. */
const MAX_IN_LINE = 8;
const MAX_MITIGATIONS = 8;

/** A technique, tactic, mitigation or other object of ATT&CK. */
export function techniqueBlocks(
  analysis: Analysis,
  { facts }: AttackFound,
  frameworks: readonly Framework[],
  { told }: Mention,
): Block[] {
  const { knowledge } = analysis;
  return [
    headLine(`${facts.id} ${facts.name}`, [
      openPageLink(pageTargetIn(analysis, facts.id)),
      ...linksOf(knowledge, facts, frameworks),
    ]),
    ...descriptionLine(analysis, facts.id),
    ...statusBlocks(knowledge, facts, told),
    line(...kindRuns(knowledge, facts)),
    ...(isTechnique(facts) ? controlsBlocks(analysis, facts.id, frameworks, told) : []),
    ...mitigationBlocks(knowledge, facts),
  ];
}

function statusBlocks(knowledge: KnowledgeBase, facts: AttackFacts, told: Mention['told']): Block[] {
  if (facts.status === 'current') return [];
  const successors = joined(
    facts.successors.map((id) => nameLink(knowledge, id)),
    ' or ',
  );
  if (told?.has('revoked-technique') && successors.length > 0)
    return [notice('warning', 'Now ', ...successors)];
  if (told?.has('deprecated-technique')) return [];
  const since = `ATT&CK ${facts.statusVersion}${facts.statusOrEarlier ? ' or earlier' : ''}`;
  if (successors.length === 0) return [notice('warning', `${capitalized(facts.status)} in ${since}.`)];
  const inferred = facts.inferred ? ' (inferred from the name)' : '';
  return [
    notice(
      'warning',
      `${capitalized(facts.status)} in ${since}${facts.status === 'deprecated' ? '; instead, ' : '; now '}`,
      ...successors,
      inferred,
    ),
  ];
}

/** `Sub-technique of T1021 Remote Services · Lateral Movement · IaaS, SaaS` */
function kindRuns(knowledge: KnowledgeBase, facts: AttackFacts): Run[] {
  const kind = capitalized(facts.kind);
  const runs: Run[] = [{ text: facts.kind === 'sub-technique' ? `${kind} of ` : kind }];
  if (facts.kind === 'sub-technique') runs.push(nameLink(knowledge, parentOf(facts.id)));
  if (facts.tactics.length > 0) {
    const tactics = facts.tactics.map((id) =>
      link(knowledge.attack.tacticNameOf(facts, id), attackUrl(id, 'tactic'), id),
    );
    runs.push({ text: ' · ' }, ...joined(tactics, ', '));
  }
  if (facts.platforms.length > 0) runs.push({ text: ` · ${facts.platforms.join(', ')}` });
  return runs;
}

function nameLink({ attack }: KnowledgeBase, id: CanonicalId): Run {
  const kind = attack.at(id)?.kind ?? 'technique';
  return link(`${id} ${attack.name(id)}`, attackUrl(id, kind));
}

/** Tables for the frameworks of the document; of each other one a line, since a hover must fit a screen. */
function controlsBlocks(
  analysis: Analysis,
  id: CanonicalId,
  frameworks: readonly Framework[],
  told: Mention['told'],
): Block[] {
  const citations = citationsOf(analysis);
  const controls = mitigatingControls(analysis.knowledge, id);
  const of = (framework: Framework): MitigatingControl[] =>
    controls.filter((each) => each.framework === framework).sort(byId(citations.editionOf(framework)));
  const own = frameworks.filter((each) => of(each).length > 0);
  const others = [...analysis.knowledge.frameworks.values()].filter((each) => !frameworks.includes(each));
  const most = Math.floor(MAX_CONTROLS / Math.max(1, own.length));
  return [
    ...(own.length === 0 ? noControl(id, controls, frameworks, told) : []),
    ...own.flatMap((framework) => controlTable(framework, of(framework), citations, most)),
    ...others.flatMap((framework) => controlLine(framework, of(framework), citations)),
  ];
}

function noControl(
  id: CanonicalId,
  controls: readonly MitigatingControl[],
  frameworks: readonly Framework[],
  told: Mention['told'],
): Block[] {
  if (told?.has('no-mapped-control')) return [];
  const names = listed(
    frameworks.map(({ name }) => name),
    'or',
  );
  const what = controls.length === 0 ? 'No control' : `No control of ${names}`;
  const why = frameworks.some(({ unmappable }) => unmappable.has(id))
    ? ` The ${names} mapping considers it not mappable.`
    : '';
  return [line(`${what} is mapped to this technique.${why}`)];
}

/** The table's head counts, so that the controls themselves begin as high up as can be. */
function controlTable(
  framework: Framework,
  controls: readonly MitigatingControl[],
  citations: Citations,
  most: number,
): Block[] {
  const edition = citations.editionOf(framework);
  const cited = controls.filter(({ control }) => citations.controls.has(control.key)).length;
  const types = [...new Set(controls.map(({ type }) => type))];
  const via = [...new Set(controls.flatMap((each) => each.via ?? []))];
  const as = via.length > 0 ? `, published for ${listed(via)}` : '';
  const rest = Math.max(0, controls.length - most);
  return [
    {
      kind: 'table',
      head: [
        edition === MAPPING_EDITION ? framework.name : framework.label(edition),
        `${counted(controls.length, 'control')} mapped to it (${types.join(', ')}${as})`,
        `${cited} cited here`,
      ],
      rows: controls.slice(0, most).map((each) => controlRow(each, citations)),
    },
    ...(rest > 0 ? [line(`and ${rest} more in the Mappings Explorer`)] : []),
  ];
}

/** `NIST SP 800-53 Rev. 5: AC-2, AC-3 and 5 more` */
function controlLine(
  framework: Framework,
  controls: readonly MitigatingControl[],
  citations: Citations,
): Block[] {
  if (controls.length === 0) return [];
  const edition = citations.editionOf(framework);
  const name = edition === MAPPING_EDITION ? framework.name : framework.label(edition);
  const runs = controls
    .slice(0, MAX_IN_LINE)
    .map(({ control }) => idRun(framework, control, edition, framework.title(control, edition)));
  const rest = controls.length - runs.length;
  return [line(`${name}: `, ...joined(runs, ', '), rest > 0 ? ` and ${rest} more` : '')];
}

function byId(edition: EditionId): (a: MitigatingControl, b: MitigatingControl) => number {
  const id = ({ framework, control }: MitigatingControl): string => framework.id(control, edition);
  return (a, b) => compareIds(id(a), id(b));
}

function controlRow({ framework, control }: MitigatingControl, citations: Citations): Run[][] {
  const edition = citations.editionOf(framework);
  const isCited = citations.controls.has(control.key);
  return [
    [idRun(framework, control, edition)],
    [{ text: framework.title(control, edition) }],
    [isCited ? { text: 'yes', icon: 'check' } : { text: 'no' }],
  ];
}

function idRun(framework: Framework, control: Control, edition: EditionId, title?: string): Run {
  const id = framework.id(control, edition);
  const page = framework.pageOf(control);
  return page === undefined ? { text: id } : link(id, page, title);
}

function mitigationBlocks(knowledge: KnowledgeBase, facts: AttackFacts): Block[] {
  if (facts.mitigations.length === 0) return [];
  const shown = facts.mitigations.slice(0, MAX_MITIGATIONS);
  const links = shown.map((id) => link(knowledge.attack.name(id), attackUrl(id, 'mitigation'), id));
  const rest = facts.mitigations.length - shown.length;
  return [line('ATT&CK mitigations: ', ...joined(links, ', '), rest > 0 ? ` and ${rest} more` : '')];
}

/** The explorer's page is that of a mapping: one of the document's frameworks before others. */
function linksOf(knowledge: KnowledgeBase, facts: AttackFacts, frameworks: readonly Framework[]): Run[] {
  const links = [link('View in MITRE ATT&CK', attackUrl(facts.id, facts.kind))];
  const own = knowledge.only(frameworks.map(({ key }) => key));
  const page = explorerPage(own, facts.id) ?? explorerPage(knowledge, facts.id);
  if (isTechnique(facts) && page !== null)
    links.push(link('View in Mappings Explorer', page, 'Comments and references of each mapping'));
  return links;
}
