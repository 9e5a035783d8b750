import { message } from '../text/message';
import type { Coverage } from '../coverage/coverage';
import { suggestionOf, type SuggestedControl } from '../coverage/suggestion';
import { suggestionMessage } from '../coverage/words';
import { GROUPS } from './scene';
import { ICONS } from './icons';
import { group, type TreeNode } from './node';
import { attackThing, thingNode } from './things';

/** What to cite next, with how many techniques are open; nothing where none is. */
export function suggestionGroup(coverage: Coverage): TreeNode[] {
  const { gaps } = coverage.counts;
  const label = message('Controls to cite next');
  return group(GROUPS.suggestions, label, gaps, () => suggestionNodes(coverage), {
    description: message('{0} open', String(gaps)),
    icon: ICONS.suggestion,
  });
}

/** Controls that would address what is open, the one with most first; each with the techniques that it adds. */
function suggestionNodes(coverage: Coverage): TreeNode[] {
  const { steps, open } = suggestionOf(coverage);
  return steps.map((step) => suggestionNode(coverage, step, open));
}

function suggestionNode(
  coverage: Coverage,
  { control: line, addresses }: SuggestedControl,
  open: number,
): TreeNode {
  const { id, edition, control, label } = line;
  const { knowledge, attackVersion } = coverage;
  const nodeId = `${GROUPS.suggestions}/${control.key}`;
  return thingNode(
    knowledge,
    nodeId,
    { id, edition },
    {
      description: message('for {0} of {1}', String(addresses.length), String(open)),
      icon: ICONS.suggestion,
      spoken: suggestionMessage(label, addresses.length, open),
      children: () =>
        addresses.map((technique) =>
          thingNode(knowledge, `${nodeId}/${technique}`, attackThing(technique), {
            version: attackVersion,
            icon: ICONS.technique,
          }),
        ),
    },
  );
}
