import { parentOf, type CanonicalId } from '../identifiers/grammar';
import { explorerPage } from '../explain/explain';
import type { AttackFacts } from '../knowledge/attack';
import { attackUrl } from '../knowledge/urls';
import type { AttackFound } from '../resolution/resolve';
import { capitalized } from '../text/message';
import { heading, joined, line, link, strong, type Block, type Run } from '../text/blocks';
import { mappedControlBlocks } from './mappedControls';
import { descriptionBlocks, useBlocks } from './publisherTexts';
import { mappingTextBlocks, otherMappingBlocks } from './mappingTexts';
import { attackRun, pageRun, summaryBlocks, summaryCell, type PageScene } from './pageScene';
import { timelineBlocks } from './timeline';

const DOMAIN_NAMES = { enterprise: 'Enterprise', mobile: 'Mobile', ics: 'ICS' } as const;

/** The page of a technique, tactic, mitigation or other object of ATT&CK. */
export function attackBlocks(scene: PageScene, { facts }: AttackFound): Block[] {
  const isTechnique = facts.kind === 'technique' || facts.kind === 'sub-technique';
  return [
    heading(1, `${facts.id} ${facts.name}`),
    ...summaryBlocks(scene, facts.id),
    ...statusBlocks(scene, facts),
    ...factBlocks(scene, facts),
    line(...joined(linkRuns(scene, facts, isTechnique), ' · ')),
    ...descriptionBlocks(scene),
    ...listBlocks(scene, 'Sub-techniques', childrenOf(scene, facts)),
    ...(isTechnique ? [...mappedControlBlocks(scene, facts), ...mappingTextBlocks(scene)] : []),
    ...listBlocks(scene, 'ATT&CK mitigations', facts.mitigations),
    ...useBlocks(scene),
    ...(isTechnique ? otherMappingBlocks(scene) : []),
    ...listBlocks(scene, 'Techniques', techniquesUnder(scene, facts)),
    ...siblingBlocks(scene, facts),
    ...timelineBlocks(scene, facts),
  ];
}

function statusBlocks(scene: PageScene, facts: AttackFacts): Block[] {
  if (facts.status === 'current') return [];
  const since = `${capitalized(facts.status)} in ATT&CK ${facts.statusVersion}${facts.statusOrEarlier ? ' or earlier' : ''}`;
  if (facts.successors.length === 0) return [line(strong(`${since}.`))];
  const inferred = facts.inferred ? ' (inferred from the name)' : '';
  const successors = facts.successors.map((id) => attackRun(scene, id));
  return [line(strong(since), '; now ', ...joined(successors, ' or '), inferred, '.')];
}

function factBlocks(scene: PageScene, facts: AttackFacts): Block[] {
  const { attack } = scene.knowledge;
  const domains = facts.domains.map((domain) => DOMAIN_NAMES[domain]).join(', ');
  const kind = `${capitalized(facts.kind)} of `;
  const of: readonly Run[] =
    facts.kind === 'sub-technique'
      ? [{ text: kind }, attackRun(scene, parentOf(facts.id)), { text: `, ATT&CK ${domains}` }]
      : [{ text: `${kind}ATT&CK ${domains}` }];
  const version = lastCurrentVersion(scene, facts);
  const tactics = facts.tactics.map((id) =>
    pageRun(scene, { id, edition: scene.edition }, `${attack.name(id, version)} (${id})`),
  );
  return [
    line(strong('Kind:'), ' ', ...of),
    ...(tactics.length === 0 ? [] : [line(strong('Tactics:'), ' ', ...joined(tactics, ', '))]),
    ...(facts.platforms.length === 0 ? [] : [line(strong('Platforms:'), ' ', facts.platforms.join(', '))]),
  ];
}

/** The last release that has it as current, whose names its tactics have; undefined for the newest. */
function lastCurrentVersion({ knowledge: { attack } }: PageScene, facts: AttackFacts): string | undefined {
  if (facts.status === 'current') return undefined;
  const versions = attack.versions(facts.domains[0]);
  return versions[versions.indexOf(facts.statusVersion) - 1] ?? facts.statusVersion;
}

function linkRuns({ knowledge }: PageScene, { id, kind }: AttackFacts, isTechnique: boolean): Run[] {
  const explorer = isTechnique ? explorerPage(knowledge, id) : null;
  return [
    link('View in MITRE ATT&CK', attackUrl(id, kind)),
    ...(explorer === null ? [] : [link('View in Mappings Explorer', explorer)]),
  ];
}

/** The current sub-techniques of a technique. */
function childrenOf({ knowledge: { attack } }: PageScene, { id }: AttackFacts): CanonicalId[] {
  return attack.subTechniques(id).filter((each) => attack.at(each)?.status === 'current');
}

/** The current techniques of a tactic, and those that a mitigation is for. */
function techniquesUnder({ knowledge: { attack } }: PageScene, { id, kind }: AttackFacts): CanonicalId[] {
  if (kind !== 'tactic' && kind !== 'mitigation') return [];
  const kinds = kind === 'tactic' ? (['technique'] as const) : (['technique', 'sub-technique'] as const);
  return attack.ids(...kinds).filter((each) => {
    const facts = attack.at(each);
    const related = kind === 'tactic' ? facts?.tactics : facts?.mitigations;
    return facts?.status === 'current' && related?.includes(id) === true;
  });
}

function listBlocks(scene: PageScene, title: string, ids: readonly CanonicalId[]): Block[] {
  if (ids.length === 0) return [];
  const rows = ids.map((id) => [[attackRun(scene, id)], summaryCell(scene, id)]);
  return [
    heading(2, `${title} (${ids.length})`),
    { kind: 'table', head: ['ID and name', 'What it is'], rows },
  ];
}

function siblingBlocks(scene: PageScene, facts: AttackFacts): Block[] {
  if (facts.kind !== 'sub-technique') return [];
  const parent = parentOf(facts.id);
  const siblings = scene.knowledge.attack
    .subTechniques(parent)
    .filter((id) => id !== facts.id && scene.knowledge.attack.at(id)?.status === 'current');
  return listBlocks(scene, `Other sub-techniques of ${parent}`, siblings);
}
