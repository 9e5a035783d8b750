import type { CanonicalId } from '../identifiers/grammar';
import type { AttackFacts } from '../knowledge/attack';
import type { AttackDomain } from '../knowledge/records';
import { mitigatingControls, type MitigatingControl } from '../resolution/mitigating';
import { counted, message, type Message } from '../text/message';
import { ICONS } from './icons';
import { showsTechnique, type KnowledgeScene } from './knowledgeScene';
import { group, verbatim, type TreeNode } from './node';
import { attackThing, controlThing, named, thingBlocks, thingNode } from './things';
import { beside } from './words';

const DOMAINS: readonly (readonly [AttackDomain, string])[] = [
  ['enterprise', 'Enterprise'],
  ['mobile', 'Mobile'],
  ['ics', 'ICS'],
];

/** The matrices: their tactics, each with its techniques; a technique has its sub-techniques and then its controls. */
export function attackNodes(scene: KnowledgeScene): TreeNode[] {
  const facts = currentTechniques(scene);
  return DOMAINS.flatMap(([domain, name]) => {
    const own = facts.filter((each) => each.domains.includes(domain));
    const release = scene.knowledge.attack.releaseOf(domain, scene.attackVersion);
    const id = `${scene.prefix}attack ${domain}`;
    const label = message('MITRE ATT&CK {0}', name);
    return group(id, label, own.length, () => tacticNodes(scene, id, release?.tactics ?? [], own), {
      description: verbatim(`${release?.version ?? ''} · ${counted(own.length, 'technique')}`),
      icon: ICONS.framework,
      isExpanded: scene.hits !== undefined,
    });
  });
}

/** Those that are neither revoked nor deprecated, without sub-techniques. */
function currentTechniques(scene: KnowledgeScene): AttackFacts[] {
  const { attack } = scene.knowledge;
  return attack
    .ids('technique')
    .flatMap((id) => attack.at(id, scene.attackVersion) ?? [])
    .filter((facts) => facts.status === 'current' && showsTechnique(scene, facts.id));
}

function tacticNodes(
  scene: KnowledgeScene,
  parent: string,
  tactics: readonly string[],
  techniques: readonly AttackFacts[],
): TreeNode[] {
  return (tactics as readonly CanonicalId[]).flatMap((tactic) => {
    const own = techniques.filter((each) => each.tactics.includes(tactic));
    const id = `${parent}/${tactic}`;
    const label = named(tactic, scene.knowledge.attack.name(tactic, scene.attackVersion));
    return group(id, label, own.length, () => own.map((each) => techniqueNode(scene, id, each)), {
      icon: ICONS.tactic,
      isExpanded: scene.hits?.areFew,
      tooltip: () => thingBlocks(scene.knowledge, attackThing(tactic), scene.attackVersion),
      thing: attackThing(tactic),
    });
  });
}

function techniqueNode(scene: KnowledgeScene, parent: string, { id }: AttackFacts): TreeNode {
  const children = subTechniques(scene, id);
  const controls = mitigatingControls(scene.knowledge, id);
  const nodeId = `${parent}/${id}`;
  return thingNode(scene.knowledge, nodeId, attackThing(id), {
    version: scene.attackVersion,
    description: techniqueWords(children.length, controls.length),
    icon: controls.length > 0 ? ICONS.technique : ICONS.unmappedTechnique,
    isExpanded: scene.hits?.areFew === true && !scene.hits.attack.has(id),
    ...(children.length + controls.length > 0 && {
      children: () => [
        ...children.map((each) => techniqueNode(scene, nodeId, each)),
        ...controls.map((each) => controlNode(scene, nodeId, each)),
      ],
    }),
  });
}

/** Below a technique that is found itself stand all of them, else those that are found. */
function subTechniques(
  { knowledge, attackVersion, hits }: KnowledgeScene,
  parent: CanonicalId,
): AttackFacts[] {
  const { attack } = knowledge;
  return attack
    .subTechniques(parent)
    .filter((id) => !hits || hits.attack.has(parent) || hits.attack.has(id))
    .flatMap((id) => attack.at(id, attackVersion) ?? [])
    .filter(({ status }) => status === 'current');
}

function techniqueWords(children: number, controls: number): Message | undefined {
  return beside(
    children === 0 ? undefined : verbatim(counted(children, 'sub-technique')),
    controls === 0 ? undefined : message('{0} mapped', String(controls)),
  );
}

function controlNode(
  { knowledge, editionOf }: KnowledgeScene,
  parent: string,
  { framework, control, via }: MitigatingControl,
): TreeNode {
  const thing = controlThing(framework, control, editionOf(framework));
  return thingNode(knowledge, `${parent}/${control.key}`, thing, {
    description: via === undefined ? undefined : message('mapped to {0}', via),
    icon: ICONS.control,
  });
}
