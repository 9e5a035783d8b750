import { ICONS, STANDING_ICONS } from '../../features/tree/icons';
import { group, type NodeIcon, type TreeNode } from '../../features/tree/node';
import { thingBlocks } from '../../features/tree/things';
import { timesWords } from '../../features/tree/words';
import { message, type Message } from '../../text/message';
import { labelOf, sorted } from '../symbols';
import type { SubjectSummary } from '../workspaceIndex';
import { documentNodes } from './placeNodes';
import { passes, type WorkspaceScene } from './scene';
import { STATES, stateOf, statesOf, type State } from './subjects';

/** The states, each with what stands so and how often; a subject may be in two, under two of its ids. */
export function stateRoots(scene: WorkspaceScene): TreeNode[] {
  const byState = new Map<State, Stated[]>(STATES.map((state) => [state, []]));
  for (const summary of sorted(scene.index.subjects())) {
    if (!isShown(scene, summary)) continue;
    for (const [state, times] of statesOf(scene.index, summary)) byState.get(state)?.push({ summary, times });
  }
  return [...byState].flatMap(([state, members]) => {
    const times = members.reduce((sum, each) => sum + each.times, 0);
    const id = `state/${state}`;
    return group(
      id,
      STATE_LABELS[state],
      times,
      () => members.map((each) => subjectNode(scene, id, state, each)),
      {
        description: timesWords(times),
        icon: STATE_ICONS[state],
      },
    );
  });
}

interface Stated {
  readonly summary: SubjectSummary;
  /** References in this state. */
  readonly times: number;
}

function isShown({ filter, knowledge }: WorkspaceScene, { meanings }: SubjectSummary): boolean {
  return meanings.some((meaning) => passes(filter, labelOf(knowledge, meaning)));
}

function subjectNode(
  scene: WorkspaceScene,
  parent: string,
  state: State,
  { summary: { subject, meanings }, times }: Stated,
): TreeNode {
  const { knowledge, index } = scene;
  const main = meanings.find((meaning) => stateOf(meaning) === state);
  const id = `${parent}/${subject}`;
  return {
    id,
    label: message('{0}', main ? labelOf(knowledge, main) : subject),
    description: timesWords(times),
    icon: STATE_ICONS[state],
    tooltip: main && (() => thingBlocks(knowledge, main)),
    thing: main && { id: main.id, edition: main.edition },
    children: () =>
      documentNodes(
        scene,
        id,
        index.referencesTo(subject).filter(({ meaning }) => stateOf(meaning) === state),
      ),
  };
}

const STATE_LABELS: Readonly<Record<State, Message>> = {
  mapped: message('Mapped'),
  'no-mapping': message('Controls without a mapping'),
  'no-mapped-control': message('Techniques without a mapped control'),
  stale: message('Revoked, deprecated or of another edition'),
  unknown: message('Unknown'),
  newer: message('Newer than the data'),
  foreign: message('Of another framework'),
  context: message('Tactics, mitigations and the like'),
};

const STATE_ICONS: Readonly<Record<State, NodeIcon>> = {
  mapped: STANDING_ICONS.mapped,
  'no-mapping': STANDING_ICONS['non-mappable'],
  'no-mapped-control': STANDING_ICONS['not-assessed'],
  stale: STANDING_ICONS.stale,
  unknown: STANDING_ICONS.unknown,
  newer: STANDING_ICONS.newer,
  foreign: STANDING_ICONS.foreign,
  context: ICONS.tactic,
};
