import type { Control, Framework } from '../knowledge/framework';
import { compareIds } from '../knowledge/compareIds';
import type { DomainRecord } from '../knowledge/records';
import { counted, message } from '../text/message';
import { ICONS } from './icons';
import type { KnowledgeScene } from './knowledgeScene';
import { group, verbatim, type TreeNode } from './node';
import { attackLabel, attackThing, controlThing, editionsText, named, thingNode } from './things';
import { beside, UNMAPPED_BRIEFLY } from './words';

/** A framework: its domains, each with its controls, each with the techniques that it is mapped to. */
export function frameworkNode(scene: KnowledgeScene, framework: Framework): TreeNode[] {
  const controls = [...framework.controls].filter(({ key }) => !scene.hits || scene.hits.controls.has(key));
  const editions = framework.published.map(({ label }) => label).join(', ');
  const id = `${scene.prefix}${framework.key}`;
  return group(
    id,
    verbatim(framework.name),
    controls.length,
    () => domainNodes(scene, framework, id, controls),
    {
      description: beside(verbatim(counted(controls.length, 'control')), verbatim(editions)),
      icon: ICONS.framework,
      isExpanded: true,
    },
  );
}

function domainNodes(
  scene: KnowledgeScene,
  framework: Framework,
  parent: string,
  controls: readonly Control[],
): TreeNode[] {
  return framework.domains.flatMap((domain) => {
    const own = controls.filter((control) => control.domain === domain.code);
    const id = `${parent}/${domain.code}`;
    return group(
      id,
      named(domain.code, domain.name),
      own.length,
      () => controlNodes(scene, framework, id, own),
      {
        description: beside(codesWords(framework, domain), verbatim(String(own.length))),
        icon: ICONS.domain,
        isExpanded: scene.hits?.areFew,
      },
    );
  });
}

/** The code of an older edition, with the edition before it. */
function codesWords(framework: Framework, { codes = {} }: DomainRecord): ReturnType<typeof message> {
  return verbatim(
    Object.entries(codes)
      .filter(([edition]) => /^\d/.test(edition))
      .map(([edition, code]) => `${framework.label(edition)}: ${code}`)
      .join(', '),
  );
}

function controlNodes(
  scene: KnowledgeScene,
  framework: Framework,
  parent: string,
  controls: readonly Control[],
): TreeNode[] {
  return controls
    .map((control) => controlNode(scene, framework, parent, control))
    .sort((a, b) => compareIds(a.label.text, b.label.text));
}

function controlNode(
  { knowledge, editionOf }: KnowledgeScene,
  framework: Framework,
  parent: string,
  control: Control,
): TreeNode {
  const thing = controlThing(framework, control, editionOf(framework));
  const assessment = framework.assess(control);
  const isMapped = assessment === 'mapped';
  const rows = framework.techniquesOf(control);
  const id = `${parent}/${control.key}`;
  return thingNode(knowledge, id, thing, {
    description: beside(
      isMapped ? message('{0} mapped', String(rows.length)) : message(UNMAPPED_BRIEFLY[assessment]),
      verbatim(otherEditions(framework, control)),
    ),
    icon: isMapped ? ICONS.control : ICONS.unmappedControl,
    ...(isMapped && {
      children: () =>
        rows.flatMap(({ technique }) =>
          technique === undefined ? [] : [mappedTechnique(knowledge, framework, id, technique)],
        ),
    }),
  });
}

/** Only where the editions differ: else it is the same on every line. */
function otherEditions(framework: Framework, control: Control): string {
  const ids = new Set(framework.published.map(({ id }) => control.ids[id]));
  return ids.size === 1 ? '' : editionsText(framework, control);
}

/** Named as in the ATT&CK version that the mapping was made against. */
function mappedTechnique(
  knowledge: KnowledgeScene['knowledge'],
  { mapping }: Framework,
  parent: string,
  technique: string,
): TreeNode {
  const thing = attackThing(technique);
  const label = attackLabel(knowledge, thing.id, mapping.attackVersion);
  return thingNode(knowledge, `${parent}/${technique}`, thing, { label, icon: ICONS.technique });
}
