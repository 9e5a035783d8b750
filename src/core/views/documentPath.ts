import type { Reference } from '../recognition/reference';
import { subjectOf } from '../resolution/subject';
import { citedControl } from '../analysis/citations';
import { GROUPS, type DocumentTreeInput } from './treeInput';

/**
 * The ids of the nodes from the root down to the one of what stands at an offset, or else first on its line.
 * Undefined where the tree has none.
 */
export function documentPath(input: DocumentTreeInput, offset: number): readonly string[] | undefined {
  const reference = referenceNear(input, offset);
  if (!reference || reference.certainty === 'doubtful') return undefined;
  const { analysis, coverage } = input;
  const technique = coverage.techniques.find(({ written }) => written.includes(reference.id));
  if (technique) return pathTo(GROUPS.techniques, technique.id);
  const resolution = analysis.resolve(reference);
  const control = citedControl(resolution);
  return control ? pathTo(GROUPS.controls, control.key) : pathTo(GROUPS.others, subjectOf(resolution));
}

function referenceNear({ analysis }: DocumentTreeInput, offset: number): Reference | undefined {
  const [at] = analysis.referencesAt(offset);
  if (at) return at;
  const { start, end } = analysis.document.lines.spanOf(analysis.document.lines.lineAt(offset));
  return analysis.references.find(({ span }) => start <= span.start && span.end <= end);
}

function pathTo(group: string, name: string): string[] {
  return [group, `${group}/${name}`];
}
