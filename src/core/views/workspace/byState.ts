import { ICONS, STANDING_ICONS } from '../icons';
import { group, verbatim, type NodeIcon, type TreeNode } from '../node';
import { line } from '../../text/blocks';
import { thingNode } from '../things';
import { timesWords } from '../words';
import type { Subject } from '../../resolution/subject';
import { message, type Message } from '../../text/message';
import { labelOf } from '../../symbols/workspaceSymbols';
import type { Meaning } from '../../index/facts';
import { documentNodes } from './placeNodes';
import { passes, type WorkspaceScene } from './scene';
import { STATES, stateOf, type State } from './subjects';

/** The states, each with what stands so and how often; a subject may be in two, under two of its ids. */
export function stateRoots(scene: WorkspaceScene): TreeNode[] {
  const byState = new Map(STATES.map((state) => [state, new Map<Subject, Stated>()]));
  for (const meaning of scene.index.meanings()) {
    const { references } = meaning;
    if (!passes(scene.filter, labelOf(scene.knowledge, meaning))) continue;
    const members = byState.get(stateOf(meaning));
    const known = members?.get(meaning.subject);
    const isMain = known === undefined || references > known.most;
    members?.set(meaning.subject, {
      main: isMain ? meaning : known.main,
      most: Math.max(references, known?.most ?? 0),
      times: references + (known?.times ?? 0),
    });
  }
  return [...byState].flatMap(([state, members]) => stateNode(scene, state, [...members.values()]));
}

/** A subject in one state. */
interface Stated {
  /** As most references there have it, and how many do. */
  readonly main: Meaning;
  readonly most: number;
  readonly times: number;
}

function stateNode(scene: WorkspaceScene, state: State, members: readonly Stated[]): TreeNode[] {
  const times = members.reduce((sum, each) => sum + each.times, 0);
  const id = `state/${state}`;
  const byId = (a: Stated, b: Stated): number => (a.main.id < b.main.id ? -1 : 1);
  const children = (): TreeNode[] =>
    [...members].sort(byId).map((each) => subjectNode(scene, id, state, each));
  return group(id, STATE_LABELS[state], times, children, {
    description: verbatim(String(times)),
    heard: timesWords(times),
    icon: STATE_ICONS[state],
    tooltip: () => [line(STATE_DETAILS[state])],
  });
}

function subjectNode(
  { knowledge, index, ...scene }: WorkspaceScene,
  parent: string,
  state: State,
  { main, times }: Stated,
): TreeNode {
  const id = `${parent}/${main.subject}`;
  return thingNode(
    knowledge,
    id,
    { id: main.id, edition: main.edition },
    {
      label: verbatim(labelOf(knowledge, main)),
      description: verbatim(String(times)),
      heard: timesWords(times),
      icon: STATE_ICONS[state],
      children: () => {
        const inState = index.referencesTo(main.subject).filter(({ meaning }) => stateOf(meaning) === state);
        return documentNodes(scene, id, inState);
      },
    },
  );
}

const STATE_LABELS: Readonly<Record<State, Message>> = {
  mapped: message('Mapped'),
  'no-mapping': message('Controls without a mapping'),
  'no-mapped-control': message('Techniques without a mapped control'),
  stale: message('Out of date'),
  unknown: message('Unknown'),
  newer: message('Newer than the data'),
  foreign: message('Of another framework'),
  context: message('Tactics, mitigations and similar'),
};

const STATE_DETAILS: Readonly<Record<State, string>> = {
  mapped: 'Controls mapped to a technique, and techniques with a mapped control.',
  'no-mapping': "Controls that the mapping places outside the scope of ATT&CK or doesn't assess.",
  'no-mapped-control': 'Techniques without a mapped control. This is true of most techniques.',
  stale: 'Techniques that were revoked or deprecated, and control IDs of another edition.',
  unknown: 'IDs that no edition and no bundled release has.',
  newer: 'ATT&CK IDs that may come from a newer release.',
  foreign: 'IDs of AICM, which uses the same domain codes.',
  context: 'ATT&CK IDs that nothing is mapped to.',
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
