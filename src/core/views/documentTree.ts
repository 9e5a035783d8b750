import { message, type Message } from '../text/message';
import type { CoverageCounts } from '../coverage/coverage';
import { isReport } from '../analysis/occurrences';
import { controlCountsMessage, countsMessage } from '../coverage/words';
import { controlNodes } from './controlNodes';
import { findingNodes } from './findingNodes';
import { group, verbatim, type TreeNode } from './node';
import { otherNodes, othersOf } from './otherNodes';
import { GROUPS, type DocumentTreeInput } from './treeInput';
import { suggestionGroup } from './suggestionNodes';
import { techniqueNodes } from './techniqueNodes';

/**
 * A document: its techniques with the controls mapped to them, its controls with the techniques, what to cite next,
 * its findings, and what else it names. Empty where it names nothing.
 */
export function documentTree(input: DocumentTreeInput): TreeNode[] {
  const { analysis, coverage } = input;
  if (isReport(analysis.document.text)) return [];
  const { counts } = coverage;
  return [
    ...group(GROUPS.techniques, message('Techniques'), counts.techniques, () => techniqueNodes(input), {
      description: techniquesWords(counts),
      accessibleDescription: countsMessage(counts),
      isExpanded: true,
    }),
    ...group(GROUPS.controls, message('Cited controls'), counts.controls, () => controlNodes(input), {
      description: controlsWords(counts),
      accessibleDescription: controlCountsMessage(counts),
      isExpanded: true,
    }),
    ...suggestionGroup(coverage),
    ...group(GROUPS.findings, message('Findings'), analysis.findings.length, () => findingNodes(input)),
    ...group(GROUPS.others, message('Other IDs'), othersOf(input).length, () => otherNodes(input)),
  ];
}

/** `8, 2 open` */
function techniquesWords({ techniques, gaps }: CoverageCounts): Message {
  return gaps === 0
    ? verbatim(String(techniques))
    : message('{0}, {1} open', String(techniques), String(gaps));
}

/** `9, 2 for no technique here` */
function controlsWords({ controls, unneeded }: CoverageCounts): Message {
  return unneeded === 0
    ? verbatim(String(controls))
    : message('{0}, {1} not mapped to a technique here', String(controls), String(unneeded));
}
