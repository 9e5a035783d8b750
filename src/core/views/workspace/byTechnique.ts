import type { Coverage } from '../../coverage/coverage';
import type { ControlLine } from '../../coverage/controls';
import type { TechniqueLine } from '../../coverage/techniques';
import { STATE_WORDS } from '../../coverage/words';
import { ICONS, STATE_ICONS } from '../icons';
import { group, type TreeNode } from '../node';
import { suggestionGroup } from '../suggestionNodes';
import { mappedControls, writtenWords } from '../techniqueNodes';
import { stateBlocks } from '../stateBlocks';
import { attackLabel, named, thingBlocks } from '../things';
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
  const thing = { id: line.id, edition: undefined };
  const id = `technique/${line.id}`;
  const documents = documentsWords(index.certainDocuments(line.written.map(attackSubject)));
  return {
    id,
    label: attackLabel(knowledge, line.id, coverage.attackVersion),
    description: beside(citedBriefly(line), documents, writtenWords(line)),
    heard: beside(citedWords(line), documents, writtenWords(line)),
    icon: STATE_ICONS[line.state],
    spoken: message(STATE_WORDS[line.state]),
    tooltip: () => [...thingBlocks(knowledge, thing, coverage.attackVersion), ...stateBlocks(line)],
    thing,
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
  };
}

/** Coverage counts certain references only. */
function certainReferences({ index }: WorkspaceScene, { written }: TechniqueLine): Located[] {
  return written.flatMap((each) => index.referencesTo(attackSubject(each))).filter(({ certain }) => certain);
}

function controlNode({ knowledge, index }: WorkspaceScene, parent: string, line: ControlLine): TreeNode {
  const { id, edition, title, control, role } = line;
  const isCited = role !== 'not-cited';
  return {
    id: `${parent}/${control.key}`,
    label: named(id, title),
    description: isCited ? documentsCiting(index, line) : message('not cited'),
    icon: isCited ? ICONS.cited : ICONS.notCited,
    spoken: isCited ? message('cited') : undefined,
    tooltip: () => thingBlocks(knowledge, { id, edition }),
    thing: { id, edition },
  };
}
