import { message } from '../text/message';
import type { ControlLine } from '../coverage/controls';
import type { TechniqueLine } from '../coverage/techniques';
import { STATE_WORDS } from '../coverage/words';
import { GROUPS, type DocumentScene } from './scene';
import { ICONS, STATE_ICONS } from './icons';
import type { NodePlace, TreeNode } from './node';
import { stateBlocks } from './stateBlocks';
import { attackThing, thingNode } from './things';
import { beside, citedBriefly, citedWords } from './words';

/** The techniques that a document names, by id; each with the controls that are mapped to it. */
export function techniqueNodes(scene: DocumentScene): TreeNode[] {
  return scene.coverage.techniques.map((technique) => techniqueNode(scene, technique));
}

function techniqueNode(scene: DocumentScene, technique: TechniqueLine): TreeNode {
  const { analysis, coverage, uri } = scene;
  const id = `${GROUPS.techniques}/${technique.id}`;
  return thingNode(analysis.counted, id, attackThing(technique.id), {
    version: coverage.attackVersion,
    notes: stateBlocks(technique),
    description: beside(citedBriefly(technique), writtenWords(technique)),
    heard: beside(citedWords(technique), writtenWords(technique)),
    icon: STATE_ICONS[technique.state],
    spoken: message(STATE_WORDS[technique.state]),
    place: firstPlace(technique, uri),
    ...(technique.mapped.length > 0 && {
      children: () => mappedControls(coverage.controls, technique).map((each) => mappedNode(scene, id, each)),
    }),
  });
}

/** The ids that the document uses, where they are others. */
export function writtenWords({ id, written }: TechniqueLine): ReturnType<typeof message> | undefined {
  const others = written.filter((each) => each !== id);
  return others.length === 0 ? undefined : message('written {0}', others.join(', '));
}

/** The cited ones first. */
export function mappedControls(controls: readonly ControlLine[], { mapped }: TechniqueLine): ControlLine[] {
  const keys = new Set(mapped.map(({ control }) => control.key));
  const lines = controls.filter(({ control }) => keys.has(control.key));
  return [...lines.filter(isCited), ...lines.filter((each) => !isCited(each))];
}

function isCited({ role }: ControlLine): boolean {
  return role !== 'not-cited';
}

/** A control below a technique that it is mapped to. */
function mappedNode({ analysis, uri }: DocumentScene, parent: string, each: ControlLine): TreeNode {
  const { id, edition, control } = each;
  const state = message(isCited(each) ? 'cited' : 'not cited');
  return thingNode(
    analysis.knowledge,
    `${parent}/${control.key}`,
    { id, edition },
    {
      description: state,
      icon: isCited(each) ? ICONS.cited : ICONS.notCited,
      place: firstPlace(each, uri),
    },
  );
}

export function firstPlace({ places }: Pick<TechniqueLine, 'places'>, uri: string): NodePlace | undefined {
  const [first] = places();
  return first && { uri, range: first.range };
}
