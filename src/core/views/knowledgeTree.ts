import { attackNodes } from './attackNodes';
import { frameworkNode } from './frameworkNodes';
import { hitsOf } from './hits';
import type { KnowledgeTreeInput, KnowledgeView } from './knowledgeTreeInput';
import { MAX_FILTER, type TreeNode } from './node';

/** The frameworks with their domains, and ATT&CK with its tactics; only what the filter lets through, and its parents. */
export function knowledgeTree(view: KnowledgeView): TreeNode[] {
  const filter = view.filter.trim().slice(0, MAX_FILTER);
  const hits = filter === '' ? undefined : hitsOf(view.knowledge, filter, view.attackVersion);
  const input: KnowledgeTreeInput = { ...view, hits, prefix: hits ? `filter ${filter}/` : '' };
  return [
    ...[...view.knowledge.frameworks.values()].flatMap((framework) => frameworkNode(input, framework)),
    ...attackNodes(input),
  ];
}
