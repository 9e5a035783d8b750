import { MAX_FILTER } from '../node';
import type { KnowledgeBase } from '../../knowledge/knowledgeBase';
import type { PathOf } from '../../coverage/workspaceCoverage';
import type { WorkspaceIndex } from '../../index/workspaceIndex';

/** What the nodes of a workspace are made from. */
export interface WorkspaceTreeInput {
  readonly index: WorkspaceIndex;
  readonly knowledge: KnowledgeBase;
  readonly pathOf: PathOf;
  /** Words that must stand in what is shown; empty for everything. */
  readonly filter: string;
}

/** Whether a text has every word of the filter. */
export function passes(filter: string, ...texts: readonly string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return filter
    .slice(0, MAX_FILTER)
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
