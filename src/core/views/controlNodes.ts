import { message } from '../text/message';
import type { ControlLine } from '../coverage/controls';
import type { TechniqueLine } from '../coverage/techniques';
import { ROLE_WORDS } from '../coverage/words';
import { GROUPS, type DocumentScene } from './scene';
import { ICONS, ROLE_ICONS } from './icons';
import type { TreeNode } from './node';
import { firstPlace } from './techniqueNodes';
import { roleBlocks } from './stateBlocks';
import { attackThing, thingNode } from './things';
import { namedBriefly, namedWords } from './words';

/** The controls that a document cites, by id; each with the techniques that it is mapped to. */
export function controlNodes(scene: DocumentScene): TreeNode[] {
  return scene.coverage.controls
    .filter(({ role }) => role !== 'not-cited')
    .map((each) => controlNode(scene, each));
}

function controlNode(scene: DocumentScene, line: ControlLine): TreeNode {
  const { id, edition, control, framework, role } = line;
  const nodeId = `${GROUPS.controls}/${control.key}`;
  return thingNode(
    scene.analysis.knowledge,
    nodeId,
    { id, edition },
    {
      notes: roleBlocks(line),
      description: namedBriefly(line),
      heard: namedWords(line),
      icon: ROLE_ICONS[role],
      spoken: message(ROLE_WORDS[role]),
      place: firstPlace(line, scene.uri),
      ...(line.assessment === 'mapped' && {
        children: () =>
          namedFirst(scene, framework.techniquesOf(control)).map((each) => mappedNode(scene, nodeId, each)),
      }),
    },
  );
}

/** A technique that a control is mapped to, and the line that counts it where the document names it. */
interface Mapped {
  readonly technique: string;
  readonly line: TechniqueLine | undefined;
}

function namedFirst({ coverage }: DocumentScene, rows: readonly { readonly technique?: string }[]): Mapped[] {
  const all = rows.flatMap(({ technique }) => {
    if (technique === undefined) return [];
    const line = coverage.techniques.find(
      ({ id, mapped, written }) =>
        id === technique ||
        written.some((each) => each === technique) ||
        mapped.some(({ via }) => via === technique),
    );
    return [{ technique, line }];
  });
  return [...all.filter(({ line }) => line), ...all.filter(({ line }) => !line)];
}

function mappedNode(
  { analysis, uri, coverage }: DocumentScene,
  parent: string,
  { technique, line }: Mapped,
): TreeNode {
  return thingNode(analysis.counted, `${parent}/${technique}`, attackThing(technique), {
    version: coverage.attackVersion,
    description: message(line ? 'named here' : 'not named here'),
    icon: line ? ICONS.named : ICONS.notNamed,
    place: line && firstPlace(line, uri),
  });
}
