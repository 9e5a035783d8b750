import type { ControlLine } from '../coverage/controls';
import type { Coverage } from '../coverage/coverage';
import { mappedTactics, type MappedTactic, type MappedTechnique } from '../coverage/mappedTo';
import { counted, message } from '../text/message';
import { attackEntity, entityNode } from './entities';
import { ICONS } from './icons';
import { verbatim, type TreeNode } from './node';
import { beside } from './words';

/** What is below a technique: the cited controls that are mapped to it. */
type ControlNode = (parent: string, line: ControlLine) => TreeNode;

/** The tactics of the techniques that the cited controls are mapped to; each with those techniques. */
export function mappedTacticNodes(
  coverage: Coverage,
  parent: string,
  controlNode: ControlNode,
  tactics: readonly MappedTactic[] = mappedTactics(coverage),
): TreeNode[] {
  const { knowledge, attackVersion: version } = coverage;
  return tactics.map(({ id, techniques }) => {
    const nodeId = `${parent}/${id}`;
    const named = techniques.filter(({ isNamed }) => isNamed).length;
    return entityNode(knowledge, nodeId, attackEntity(id), {
      version,
      description: beside(
        verbatim(String(techniques.length)),
        named > 0 ? message('{0} named', String(named)) : undefined,
      ),
      accessibleDescription: message(
        '{0}, {1} of them named',
        counted(techniques.length, 'technique'),
        String(named),
      ),
      icon: ICONS.tactic,
      children: () => techniques.map((each) => techniqueNode(coverage, nodeId, each, controlNode)),
    });
  });
}

function techniqueNode(
  { knowledge, attackVersion: version }: Coverage,
  parent: string,
  { id, isNamed, controls }: MappedTechnique,
  controlNode: ControlNode,
): TreeNode {
  const nodeId = `${parent}/${id}`;
  return entityNode(knowledge, nodeId, attackEntity(id), {
    version,
    description: beside(
      isNamed ? message('named') : undefined,
      verbatim(counted(controls.length, 'cited control')),
    ),
    icon: isNamed ? ICONS.named : ICONS.notNamed,
    accessibilityLabel: message(isNamed ? 'named' : 'not named'),
    children: () => controls.map((line) => controlNode(nodeId, line)),
  });
}
