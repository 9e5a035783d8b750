import type { Analysis } from '../analysis/analysis';
import { documentCoverage, type Coverage } from '../coverage/coverage';

/** What the nodes of a document are made from. */
export interface DocumentTreeInput {
  readonly analysis: Analysis;
  readonly coverage: Coverage;
  readonly uri: string;
}

export const GROUPS = {
  techniques: 'techniques',
  controls: 'controls',
  mapped: 'mapped',
  suggestions: 'suggestions',
  findings: 'findings',
  others: 'others',
} as const;

export function treeInputOf(analysis: Analysis, uri: string): DocumentTreeInput {
  return { analysis, coverage: documentCoverage(analysis), uri };
}
