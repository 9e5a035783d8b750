import type { Coverage } from '../../coverage/coverage';
import type { ControlLine } from '../../coverage/controls';
import type { TechniqueLine } from '../../coverage/techniques';
import { STATE_WORDS } from '../../coverage/words';
import { ICONS, STATE_ICONS } from '../icons';
import { group, type TreeNode } from '../node';
import { suggestionGroup } from '../suggestionNodes';
import { mappedControls, writtenWords } from '../techniqueNodes';
import { stateBlocks } from '../stateBlocks';
import { attackEntity, entityNode } from '../entities';
import { beside, citedBriefly, citedWords, documentsWords } from '../words';
import { attackSubject } from '../../resolution/subject';
import { message } from '../../text/message';
import { mapInSteps, type Steps } from '../../text/steps';
import type { Located } from '../../index/workspaceIndex';
import { documentsCiting } from './byControl';
import { documentNodes } from './placeNodes';
import { passes, type WorkspaceTreeInput } from './treeInput';

/** The techniques that coverage counts; each with its controls, and the documents that name it. */
export function* techniqueRoots(input: WorkspaceTreeInput, coverage: Coverage): Steps<TreeNode[]> {
  const nodes = yield* mapInSteps(coverage.techniques, (line) => techniqueNode(input, coverage, line));
  return [
    ...nodes.filter(({ label, description }) => passes(input.filter, label.text, description?.text ?? '')),
    ...(input.filter === '' ? suggestionGroup(coverage) : []),
  ];
}

function techniqueNode(input: WorkspaceTreeInput, coverage: Coverage, line: TechniqueLine): TreeNode {
  const { knowledge, index } = input;
  const id = `technique/${line.id}`;
  const documents = documentsWords(index.certainDocuments(line.written.map(attackSubject)));
  return entityNode(knowledge, id, attackEntity(line.id), {
    version: coverage.attackVersion,
    notes: stateBlocks(line),
    description: beside(citedBriefly(line), documents, writtenWords(line)),
    accessibleDescription: beside(citedWords(line), documents, writtenWords(line)),
    icon: STATE_ICONS[line.state],
    accessibilityLabel: message(STATE_WORDS[line.state]),
    children: () => [
      ...group(
        `${id}/controls`,
        message('Mapped controls'),
        line.mapped.length,
        () =>
          mappedControls(coverage.controls, line).map((each) => controlNode(input, `${id}/controls`, each)),
        { description: citedBriefly(line), accessibleDescription: citedWords(line), icon: ICONS.control },
      ),
      ...documentNodes(input, id, certainReferences(input, line)),
    ],
  });
}

/** Coverage counts certain references only. */
function certainReferences({ index }: WorkspaceTreeInput, { written }: TechniqueLine): Located[] {
  return written.flatMap((each) => index.referencesTo(attackSubject(each))).filter(({ certain }) => certain);
}

function controlNode({ knowledge, index }: WorkspaceTreeInput, parent: string, line: ControlLine): TreeNode {
  const { id, edition, control, role } = line;
  const isCited = role !== 'not-cited';
  return entityNode(
    knowledge,
    `${parent}/${control.key}`,
    { id, edition },
    {
      description: isCited ? documentsCiting(index, line) : message('not cited'),
      icon: isCited ? ICONS.cited : ICONS.notCited,
      accessibilityLabel: isCited ? message('cited') : undefined,
    },
  );
}
