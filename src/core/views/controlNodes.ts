import { message } from '../text/message';
import type { ControlLine } from '../coverage/controls';
import type { TechniqueLine } from '../coverage/techniques';
import { ROLE_WORDS } from '../coverage/words';
import { GROUPS, type DocumentTreeInput } from './treeInput';
import { ICONS, ROLE_ICONS } from './icons';
import type { TreeNode } from './node';
import { firstPlace } from './techniqueNodes';
import { roleBlocks } from './stateBlocks';
import { attackEntity, entityNode } from './entities';
import { namedBriefly, namedWords } from './words';

/** The controls that a document cites, by id; each with the techniques that it is mapped to. */
export function controlNodes(input: DocumentTreeInput): TreeNode[] {
  return input.coverage.controls
    .filter(({ role }) => role !== 'not-cited')
    .map((each) => controlNode(input, each));
}

function controlNode(input: DocumentTreeInput, line: ControlLine): TreeNode {
  const { id, edition, control, framework, role } = line;
  const nodeId = `${GROUPS.controls}/${control.key}`;
  return entityNode(
    input.analysis.knowledge,
    nodeId,
    { id, edition },
    {
      notes: roleBlocks(line),
      description: namedBriefly(line),
      accessibleDescription: namedWords(line),
      icon: ROLE_ICONS[role],
      accessibilityLabel: message(ROLE_WORDS[role]),
      place: firstPlace(line, input.uri),
      ...(line.assessment === 'mapped' && {
        children: () =>
          namedFirst(input, framework.techniquesOf(control)).map((each) => mappedNode(input, nodeId, each)),
      }),
    },
  );
}

/** A technique that a control is mapped to, and the line that counts it where the document names it. */
interface Mapped {
  readonly technique: string;
  readonly line: TechniqueLine | undefined;
}

function namedFirst(
  { coverage }: DocumentTreeInput,
  rows: readonly { readonly technique?: string }[],
): Mapped[] {
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
  { analysis, uri, coverage }: DocumentTreeInput,
  parent: string,
  { technique, line }: Mapped,
): TreeNode {
  return entityNode(analysis.counted, `${parent}/${technique}`, attackEntity(technique), {
    version: coverage.attackVersion,
    description: message(line ? 'named here' : 'not named here'),
    icon: line ? ICONS.named : ICONS.notNamed,
    place: line && firstPlace(line, uri),
  });
}
