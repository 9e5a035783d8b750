import type { Coverage } from '../../coverage/coverage';
import type { ControlLine } from '../../coverage/controls';
import type { TechniqueLine } from '../../coverage/techniques';
import { STATE_WORDS } from '../../coverage/words';
import { ICONS, STATE_ICONS } from '../icons';
import { group, type TreeNode } from '../node';
import { suggestionGroup } from '../suggestionNodes';
import { mappedControls, writtenWords } from '../techniqueNodes';
import { stateBlocks } from '../stateBlocks';
import { attackThing, thingNode } from '../things';
import { beside, citedBriefly, citedWords, documentsWords } from '../words';
import { attackSubject } from '../../resolution/subject';
import { message } from '../../text/message';
import { mapInSteps, type Steps } from '../../text/steps';
import type { Located } from '../../index/workspaceIndex';
import { documentsCiting } from './byControl';
import { documentNodes } from './placeNodes';
import { passes, type WorkspaceScene } from './scene';

/** The techniques that coverage counts; each with its controls, and the documents that name it. */
export function* techniqueRoots(scene: WorkspaceScene, coverage: Coverage): Steps<TreeNode[]> {
  const nodes = yield* mapInSteps(coverage.techniques, (line) => techniqueNode(scene, coverage, line));
  return [
    ...nodes.filter(({ label, description }) => passes(scene.filter, label.text, description?.text ?? '')),
    ...(scene.filter === '' ? suggestionGroup(coverage) : []),
  ];
}

function techniqueNode(scene: WorkspaceScene, coverage: Coverage, line: TechniqueLine): TreeNode {
  const { knowledge, index } = scene;
  const id = `technique/${line.id}`;
  const documents = documentsWords(index.certainDocuments(line.written.map(attackSubject)));
  return thingNode(knowledge, id, attackThing(line.id), {
    version: coverage.attackVersion,
    notes: stateBlocks(line),
    description: beside(citedBriefly(line), documents, writtenWords(line)),
    heard: beside(citedWords(line), documents, writtenWords(line)),
    icon: STATE_ICONS[line.state],
    spoken: message(STATE_WORDS[line.state]),
    children: () => [
      ...group(
        `${id}/controls`,
        message('Mapped controls'),
        line.mapped.length,
        () =>
          mappedControls(coverage.controls, line).map((each) => controlNode(scene, `${id}/controls`, each)),
        { description: citedBriefly(line), heard: citedWords(line), icon: ICONS.control },
      ),
      ...documentNodes(scene, id, certainReferences(scene, line)),
    ],
  });
}

/** Coverage counts certain references only. */
function certainReferences({ index }: WorkspaceScene, { written }: TechniqueLine): Located[] {
  return written.flatMap((each) => index.referencesTo(attackSubject(each))).filter(({ certain }) => certain);
}

function controlNode({ knowledge, index }: WorkspaceScene, parent: string, line: ControlLine): TreeNode {
  const { id, edition, control, role } = line;
  const isCited = role !== 'not-cited';
  return thingNode(
    knowledge,
    `${parent}/${control.key}`,
    { id, edition },
    {
      description: isCited ? documentsCiting(index, line) : message('not cited'),
      icon: isCited ? ICONS.cited : ICONS.notCited,
      spoken: isCited ? message('cited') : undefined,
    },
  );
}
