import type { Coverage } from '../../coverage/coverage';
import type { ControlLine } from '../../coverage/controls';
import { ROLE_WORDS } from '../../coverage/words';
import { ROLE_ICONS } from '../icons';
import { group, type TreeNode } from '../node';
import { roleBlocks } from '../stateBlocks';
import { thingNode } from '../things';
import { beside, documentsWords, namedBriefly, namedWords } from '../words';
import { controlSubject } from '../../resolution/subject';
import { message, type Message } from '../../text/message';
import type { WorkspaceIndex } from '../../index/workspaceIndex';
import { documentNodes } from './placeNodes';
import { passes, type WorkspaceScene } from './scene';

/** The controls that are cited, each with its documents; and last those that are mapped and not cited. */
export function controlRoots(scene: WorkspaceScene, { controls }: Coverage): TreeNode[] {
  const shown = controls.filter(({ label, title }) => passes(scene.filter, label, title));
  const cited = shown.filter(({ role }) => role !== 'not-cited');
  const others = shown.filter(({ role }) => role === 'not-cited');
  return [
    ...cited.map((line) => controlNode(scene, line)),
    ...group('not cited', message('Not cited, mapped to a technique named here'), others.length, () =>
      others.map((line) => controlNode(scene, line)),
    ),
  ];
}

function controlNode(scene: WorkspaceScene, line: ControlLine): TreeNode {
  const { knowledge, index } = scene;
  const { id, edition, control, framework, role, references } = line;
  const nodeId = `control/${control.key}`;
  const documents = references === 0 ? undefined : documentsCiting(index, line);
  return thingNode(
    knowledge,
    nodeId,
    { id, edition },
    {
      notes: roleBlocks(line),
      description: beside(namedBriefly(line), documents),
      heard: beside(namedWords(line), documents),
      icon: ROLE_ICONS[role],
      spoken: message(ROLE_WORDS[role]),
      ...(references > 0 && {
        children: () =>
          documentNodes(scene, nodeId, index.referencesTo(controlSubject(framework.key, control.key))),
      }),
    },
  );
}

/** `3 documents`, whatever they number it. */
export function documentsCiting(index: WorkspaceIndex, { framework, control }: ControlLine): Message {
  return documentsWords(index.subject(controlSubject(framework.key, control.key))?.documents ?? 0);
}
