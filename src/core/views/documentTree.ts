import { line } from '../text/blocks';
import { message, type Message } from '../text/message';
import type { CoverageCounts } from '../coverage/coverage';
import { isReport } from '../analysis/occurrences';
import { controlCountsMessage, countsMessage } from '../coverage/words';
import type { ControlLine } from '../coverage/controls';
import { mappedTactics, mappedTechniques } from '../coverage/mappedTo';
import { controlNodes } from './controlNodes';
import { entityNode } from './entities';
import { findingNodes } from './findingNodes';
import { ICONS } from './icons';
import { mappedTacticNodes } from './mappedNodes';
import { group, verbatim, type TreeNode } from './node';
import { otherNodes, othersOf } from './otherNodes';
import { GROUPS, type DocumentTreeInput } from './treeInput';
import { suggestionGroup } from './suggestionNodes';
import { firstPlace, techniqueNodes } from './techniqueNodes';

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
    ...mappedGroup(input),
    ...suggestionGroup(coverage),
    ...group(GROUPS.findings, message('Findings'), analysis.findings.length, () => findingNodes(input)),
    ...group(GROUPS.others, message('Other IDs'), othersOf(input).length, () => otherNodes(input)),
  ];
}

/** The techniques that the cited controls are mapped to, by tactic; each with those controls. */
function mappedGroup({ coverage, analysis, uri }: DocumentTreeInput): TreeNode[] {
  const label = message('Mapped techniques');
  const techniques = mappedTechniques(coverage);
  const controlNode = (parent: string, cited: ControlLine): TreeNode =>
    entityNode(
      analysis.knowledge,
      `${parent}/${cited.control.key}`,
      { id: cited.id, edition: cited.edition },
      { icon: ICONS.cited, place: firstPlace(cited, uri) },
    );
  const children = (): TreeNode[] =>
    mappedTacticNodes(coverage, GROUPS.mapped, controlNode, mappedTactics(coverage, techniques));
  return group(GROUPS.mapped, label, techniques.length, children, {
    description: message(
      '{0}, {1} named',
      String(techniques.length),
      String(techniques.filter(({ isNamed }) => isNamed).length),
    ),
    tooltip: () => [line('Techniques that the cited controls are mapped to, named here or not, by tactic.')],
  });
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
