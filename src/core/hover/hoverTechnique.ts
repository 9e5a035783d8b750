import type { Analysis } from '../analysis/analysis';
import { parentOf, type CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION } from '../knowledge/framework';
import type { AttackFacts } from '../knowledge/attack';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { attackUrl, explorerControlUrl, explorerTechniqueUrl } from '../knowledge/urls';
import type { MitigatingControl } from '../resolution/mitigating';
import type { AttackFound } from '../resolution/resolve';
import { capitalized, counted, listed } from '../text/message';
import { joined, line, link, notice, type Block, type Run } from '../text/blocks';
import type { Citations } from '../analysis/citations';
import { headLine, isTechnique, type Mention } from './hoverParts';

const MOST_CONTROLS = 14;
const MOST_MITIGATIONS = 8;

/** A technique, tactic, mitigation or other object of ATT&CK. */
export function techniqueBlocks(
  { knowledge }: Analysis,
  found: AttackFound,
  citations: Citations,
  { told }: Mention,
): Block[] {
  const { facts, controls } = found;
  return [
    headLine(`${facts.id} ${facts.name}`, linksOf(knowledge, facts)),
    ...statusBlocks(knowledge, facts, told),
    line(...kindRuns(knowledge, facts)),
    ...(isTechnique(facts) ? controlsBlocks(controls, citations, told) : []),
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
  return [notice('warning', `${capitalized(facts.status)} in ${since}; now `, ...successors, inferred)];
}

/** `Sub-technique of T1021 Remote Services · Lateral Movement · IaaS, SaaS` */
function kindRuns(knowledge: KnowledgeBase, facts: AttackFacts): Run[] {
  const kind = capitalized(facts.kind);
  const runs: Run[] = [{ text: facts.kind === 'sub-technique' ? `${kind} of ` : kind }];
  if (facts.kind === 'sub-technique') runs.push(nameLink(knowledge, parentOf(facts.id)));
  if (facts.tactics.length > 0) {
    const tactics = facts.tactics.map((id) => link(knowledge.attack.name(id), attackUrl(id, 'tactic'), id));
    runs.push({ text: ' · ' }, ...joined(tactics, ', '));
  }
  if (facts.platforms.length > 0) runs.push({ text: ` · ${facts.platforms.join(', ')}` });
  return runs;
}

function nameLink({ attack }: KnowledgeBase, id: CanonicalId): Run {
  const kind = attack.at(id)?.kind ?? 'technique';
  return link(`${id} ${attack.name(id)}`, attackUrl(id, kind));
}

/** The table's head counts, so that the controls themselves begin as high up as can be. */
function controlsBlocks(
  controls: readonly MitigatingControl[],
  citations: Citations,
  told: Mention['told'],
): Block[] {
  if (controls.length === 0)
    return told?.has('no-mapped-control') ? [] : [line('No control is mapped to this technique.')];
  const cited = controls.filter(({ control }) => citations.controls.has(control.key)).length;
  const names = [...new Set(controls.map(({ framework }) => framework.name))];
  const types = [...new Set(controls.map(({ type }) => type))];
  const via = [...new Set(controls.flatMap((each) => each.via ?? []))];
  const as = via.length > 0 ? `, published for ${listed(via)}` : '';
  const shown = [...controls].sort(byId(citations)).slice(0, MOST_CONTROLS);
  const rest = controls.length - shown.length;
  return [
    {
      kind: 'table',
      head: [
        citations.edition === MAPPING_EDITION ? listed(names) : `CCM ${citations.edition}`,
        `${counted(controls.length, 'control')} mapped to it (${types.join(', ')}${as})`,
        `${cited} cited here`,
      ],
      rows: shown.map((each) => controlRow(each, citations)),
    },
    ...(rest > 0 ? [line(`and ${rest} more in the Mappings Explorer`)] : []),
  ];
}

function byId(citations: Citations): (a: MitigatingControl, b: MitigatingControl) => number {
  const id = ({ framework, control }: MitigatingControl): string => framework.id(control, citations.edition);
  return (a, b) => (id(a) < id(b) ? -1 : 1);
}

function controlRow({ framework, control }: MitigatingControl, citations: Citations): Run[][] {
  const id = framework.id(control, citations.edition);
  const mappingId = control.ids[MAPPING_EDITION];
  const isCited = citations.controls.has(control.key);
  return [
    [mappingId === undefined ? { text: id } : link(id, explorerControlUrl(mappingId, framework.mapping))],
    [{ text: framework.title(control, citations.edition) }],
    [isCited ? { text: 'yes', icon: 'check' } : { text: 'no' }],
  ];
}

function mitigationBlocks(knowledge: KnowledgeBase, facts: AttackFacts): Block[] {
  if (facts.mitigations.length === 0) return [];
  const shown = facts.mitigations.slice(0, MOST_MITIGATIONS);
  const links = shown.map((id) => link(knowledge.attack.name(id), attackUrl(id, 'mitigation'), id));
  const rest = facts.mitigations.length - shown.length;
  return [line('ATT&CK mitigations: ', ...joined(links, ', '), rest > 0 ? ` and ${rest} more` : '')];
}

function linksOf({ attack, ccm }: KnowledgeBase, facts: AttackFacts): Run[] {
  const links = [link('View in MITRE ATT&CK', attackUrl(facts.id, facts.kind))];
  const then = attack.at(facts.id, ccm.mapping.attackVersion);
  if (isTechnique(facts) && then?.status === 'current' && then.domains.includes(ccm.mapping.attackDomain)) {
    links.push(
      link(
        'View in Mappings Explorer',
        explorerTechniqueUrl(facts.id, ccm.mapping),
        'Comments and references of each mapping',
      ),
    );
  }
  return links;
}
