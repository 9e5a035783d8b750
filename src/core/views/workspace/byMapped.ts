import type { Coverage } from '../../coverage/coverage';
import type { ControlLine } from '../../coverage/controls';
import { mappedTactics, type MappedTactic } from '../../coverage/mappedTo';
import { controlSubject } from '../../resolution/subject';
import { entityNode } from '../entities';
import { ICONS } from '../icons';
import { mappedTacticNodes } from '../mappedNodes';
import type { TreeNode } from '../node';
import { documentsCiting } from './byControl';
import { documentNodes } from './placeNodes';
import { passes, type WorkspaceTreeInput } from './treeInput';

/** The techniques that the cited controls are mapped to, by tactic; each with those controls, and the documents that cite them. */
export function mappedRoots(input: WorkspaceTreeInput, coverage: Coverage): TreeNode[] {
  const tactics = mappedTactics(coverage).flatMap((tactic) => filtered(input.filter, tactic));
  return mappedTacticNodes(coverage, 'mapped', (parent, line) => controlNode(input, parent, line), tactics);
}

/** All techniques of a tactic that is let through by itself. */
function filtered(filter: string, tactic: MappedTactic): MappedTactic[] {
  if (passes(filter, tactic.id, tactic.name)) return [tactic];
  const techniques = tactic.techniques.filter(({ id, facts }) => passes(filter, id, facts.name));
  return techniques.length > 0 ? [{ ...tactic, techniques }] : [];
}

function controlNode(input: WorkspaceTreeInput, parent: string, line: ControlLine): TreeNode {
  const { knowledge, index } = input;
  const { id, edition, control, framework } = line;
  const nodeId = `${parent}/${control.key}`;
  return entityNode(
    knowledge,
    nodeId,
    { id, edition },
    {
      description: documentsCiting(index, line),
      icon: ICONS.cited,
      children: () =>
        documentNodes(input, nodeId, index.referencesTo(controlSubject(framework.key, control.key))),
    },
  );
}
