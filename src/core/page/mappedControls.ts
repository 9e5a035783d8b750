import { compareIds } from '../knowledge/compareIds';
import type { AttackFacts } from '../knowledge/attack';
import type { EditionId, Framework } from '../knowledge/framework';
import { mitigatingControls, type MitigatingControl } from '../resolution/mitigating';
import { controlTarget } from '../links/pageTarget';
import { heading, line, type Block, type Run } from '../text/blocks';
import { counted } from '../text/message';
import { frameworkTitle, pageRun, type PageScene } from './pageScene';
import { whyText } from './why';

/** The controls that are mapped to a technique, a table for each framework. */
export function mappedControlBlocks(scene: PageScene, facts: AttackFacts): Block[] {
  const all = mitigatingControls(scene.knowledge, facts.id);
  const title = heading(2, 'Mapped controls');
  const frameworks = [...scene.knowledge.frameworks.values()];
  return [title, ...frameworks.flatMap((framework) => frameworkBlocks(scene, facts, framework, all))];
}

function frameworkBlocks(
  scene: PageScene,
  facts: AttackFacts,
  framework: Framework,
  all: readonly MitigatingControl[],
): Block[] {
  const edition = scene.editionOf(framework);
  const controls = all
    .filter((each) => each.framework === framework)
    .sort((a, b) => compareIds(framework.id(a.control, edition), framework.id(b.control, edition)));
  if (controls.length === 0) return [line(noneText(framework, facts))];
  return [
    heading(3, `${frameworkTitle(framework, edition)} (${counted(controls.length, 'control')})`),
    {
      kind: 'table',
      head: ['Control', 'Title', 'Mapping type', 'How it works'],
      rows: controls.map((each) => controlRow(scene, facts, each, edition)),
    },
  ];
}

function noneText({ name, unmappable }: Framework, { id }: AttackFacts): string {
  const why = unmappable.has(id) ? ' The mapping considers the technique not mappable.' : '';
  return `No control of ${name} is mapped to this technique.${why}`;
}

function controlRow(
  scene: PageScene,
  facts: AttackFacts,
  { framework, control, type, via }: MitigatingControl,
  wanted: EditionId,
): Run[][] {
  const edition = framework.editionWith(control, wanted);
  const id = framework.id(control, edition);
  return [
    [pageRun(scene, controlTarget(framework, id, edition), id)],
    [{ text: framework.title(control, edition) }],
    [{ text: via === undefined ? type : `${type} (published for ${via})` }],
    [{ text: whyText(scene.knowledge, framework, control, via ?? facts.id) }],
  ];
}
