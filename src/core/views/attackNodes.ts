import type { CanonicalId } from '../identifiers/grammar';
import type { AttackFacts } from '../knowledge/attack';
import type { AttackDomain } from '../knowledge/records';
import { mitigatingControls, type MitigatingControl } from '../resolution/mitigating';
import { counted, message, type Message } from '../text/message';
import { ICONS } from './icons';
import { showsTechnique, type KnowledgeTreeInput } from './knowledgeTreeInput';
import { group, verbatim, type TreeNode } from './node';
import { attackEntity, controlEntity, named, entityBlocks, entityNode } from './entities';
import { beside } from './words';

const DOMAINS: readonly (readonly [AttackDomain, string])[] = [
  ['enterprise', 'Enterprise'],
  ['mobile', 'Mobile'],
  ['ics', 'ICS'],
];

/** The matrices: their tactics, each with its techniques; a technique has its sub-techniques and then its controls. */
export function attackNodes(input: KnowledgeTreeInput): TreeNode[] {
  const facts = currentTechniques(input);
  return DOMAINS.flatMap(([domain, name]) => {
    const own = facts.filter((each) => each.domains.includes(domain));
    const release = input.knowledge.attack.releaseOf(domain, input.attackVersion);
    const id = `${input.prefix}attack ${domain}`;
    const label = message('MITRE ATT&CK {0}', name);
    return group(id, label, own.length, () => tacticNodes(input, id, release?.tactics ?? [], own), {
      description: verbatim(`${release?.version ?? ''} · ${counted(own.length, 'technique')}`),
      icon: ICONS.framework,
      isExpanded: input.hits !== undefined,
    });
  });
}

/** Those that are neither revoked nor deprecated, without sub-techniques. */
function currentTechniques(input: KnowledgeTreeInput): AttackFacts[] {
  const { attack } = input.knowledge;
  return attack
    .ids('technique')
    .flatMap((id) => attack.at(id, input.attackVersion) ?? [])
    .filter((facts) => facts.status === 'current' && showsTechnique(input, facts.id));
}

function tacticNodes(
  input: KnowledgeTreeInput,
  parent: string,
  tactics: readonly string[],
  techniques: readonly AttackFacts[],
): TreeNode[] {
  return (tactics as readonly CanonicalId[]).flatMap((tactic) => {
    const own = techniques.filter((each) => each.tactics.includes(tactic));
    const id = `${parent}/${tactic}`;
    const label = named(tactic, input.knowledge.attack.name(tactic, input.attackVersion));
    return group(id, label, own.length, () => own.map((each) => techniqueNode(input, id, each)), {
      icon: ICONS.tactic,
      isExpanded: input.hits?.areFew,
      tooltip: () => entityBlocks(input.knowledge, attackEntity(tactic), input.attackVersion),
      entity: attackEntity(tactic),
    });
  });
}

function techniqueNode(input: KnowledgeTreeInput, parent: string, { id }: AttackFacts): TreeNode {
  const children = subTechniques(input, id);
  const controls = mitigatingControls(input.knowledge, id);
  const nodeId = `${parent}/${id}`;
  return entityNode(input.knowledge, nodeId, attackEntity(id), {
    version: input.attackVersion,
    description: techniqueWords(children.length, controls.length),
    icon: controls.length > 0 ? ICONS.technique : ICONS.unmappedTechnique,
    isExpanded: input.hits?.areFew === true && !input.hits.attack.has(id),
    ...(children.length + controls.length > 0 && {
      children: () => [
        ...children.map((each) => techniqueNode(input, nodeId, each)),
        ...controls.map((each) => controlNode(input, nodeId, each)),
      ],
    }),
  });
}

/** Below a technique that is found itself stand all of them, else those that are found. */
function subTechniques(
  { knowledge, attackVersion, hits }: KnowledgeTreeInput,
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
  { knowledge, editionOf }: KnowledgeTreeInput,
  parent: string,
  { framework, control, via }: MitigatingControl,
): TreeNode {
  const entity = controlEntity(framework, control, editionOf(framework));
  return entityNode(knowledge, `${parent}/${control.key}`, entity, {
    description: via === undefined ? undefined : message('mapped to {0}', via),
    icon: ICONS.control,
  });
}
