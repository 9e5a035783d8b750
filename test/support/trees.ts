import type { TreeNode } from '../../src/core/views/node';

/**
 * A tree as text: two spaces a level, the icon and its color in brackets, the description after a bar. Opens what
 * begins expanded, or with `depth` everything down to there.
 */
export function treeText(nodes: readonly TreeNode[], depth?: number, level = 0): string[] {
  return nodes.flatMap((node) => {
    const opened = depth === undefined ? node.isExpanded === true : level + 1 < depth;
    const children = opened ? (node.children?.() ?? []) : [];
    return [`${'  '.repeat(level)}${nodeText(node)}`, ...treeText(children, depth, level + 1)];
  });
}

export function nodeText({ label, description, icon }: TreeNode): string {
  const told = description === undefined ? '' : ` | ${description.text}`;
  return `${icon === undefined ? '' : `(${icon.name}) `}${label.text}${told}`;
}

/** Every id of a tree, opened down to a depth. */
export function treeIds(nodes: readonly TreeNode[], depth: number): string[] {
  if (depth === 0) return [];
  return nodes.flatMap((node) => [node.id, ...treeIds(node.children?.() ?? [], depth - 1)]);
}

/** The node below others whose label begins so, by the labels from the root down. */
export function nodeAt(nodes: readonly TreeNode[], ...labels: readonly string[]): TreeNode {
  const [first, ...rest] = labels;
  const found = nodes.find(({ label }) => label.text.startsWith(first ?? ''));
  if (!found) throw new Error(`No node ${first}`);
  return rest.length === 0 ? found : nodeAt(found.children?.() ?? [], ...rest);
}
