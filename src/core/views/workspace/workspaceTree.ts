import type { Coverage } from '../../coverage/coverage';
import type { TreeNode } from '../node';
import { runSteps, type Steps } from '../../text/steps';
import { controlRoots } from './byControl';
import { documentRoots } from './byDocument';
import { mappedRoots } from './byMapped';
import { stateRoots } from './byState';
import { techniqueRoots } from './byTechnique';
import type { WorkspaceTreeInput } from './treeInput';

export const GROUPINGS = ['technique', 'mapped', 'control', 'document', 'state'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the workspace names, grouped as the reader wants it; empty where nothing is let through. */
export function workspaceTree(input: WorkspaceTreeInput, grouping: Grouping, coverage: Coverage): TreeNode[] {
  return runSteps(workspaceTreeSteps(input, grouping, coverage));
}

/** The same in steps: by technique, each row takes a while. */
export function* workspaceTreeSteps(
  input: WorkspaceTreeInput,
  grouping: Grouping,
  coverage: Coverage,
): Steps<TreeNode[]> {
  switch (grouping) {
    case 'technique':
      return yield* techniqueRoots(input, coverage);
    case 'mapped':
      return mappedRoots(input, coverage);
    case 'control':
      return controlRoots(input, coverage);
    case 'document':
      return documentRoots(input);
    case 'state':
      return stateRoots(input);
  }
}
