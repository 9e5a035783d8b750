import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import { message, type Message } from '../text/message';
import type { Range } from '../text/span';
import type { Block } from '../text/blocks';

/** A node of a tree, as plain data; its children are made when they are asked for. */
export interface TreeNode {
  /** The same after every change of what the tree shows, and no other node's: expansion and selection hang on it. */
  readonly id: string;
  readonly label: Message;
  /** Stands beside the label, less loud. */
  readonly description?: Message | undefined;
  readonly icon?: NodeIcon | undefined;
  /** The description as it is read aloud, where that is another. */
  readonly accessibleDescription?: Message | undefined;
  /** What icon and color tell, for those who do not see them. */
  readonly accessibilityLabel?: Message | undefined;
  readonly tooltip?: (() => readonly Block[]) | undefined;
  /** What the node stands for, where that has an id. */
  readonly entity?: Entity | undefined;
  /** Where a reader is taken who opens the node. */
  readonly place?: NodePlace | undefined;
  readonly isExpanded?: boolean | undefined;
  /** Undefined for a leaf. */
  readonly children?: (() => readonly TreeNode[]) | undefined;
}

/** Something with an id: a control as an edition numbers it, or an ATT&CK object. */
export interface Entity {
  readonly id: CanonicalId;
  /** Controls only. */
  readonly edition: EditionId | undefined;
}

export interface NodePlace {
  readonly uri: string;
  readonly range: Range;
}

/** Names of the editor's icons and theme colors. */
export interface NodeIcon {
  readonly name: string;
  readonly color?: string | undefined;
}

/** A text that is nobody's to translate: ids, names, paths. */
export function verbatim(text: string): Message {
  return message('{0}', text);
}

/** A node that holds others, with how many; undefined where there are none. */
export function group(
  id: string,
  label: Message,
  count: number,
  children: () => readonly TreeNode[],
  more: Partial<TreeNode> = {},
): TreeNode[] {
  return count === 0 ? [] : [{ id, label, description: verbatim(String(count)), children, ...more }];
}

/** A longer filter is cut: nobody types one. */
export const MAX_FILTER = 100;

/** So many nodes below one can still be looked through. */
export const MAX_CHILDREN = 500;

/**
 * Nodes for many entries. Where there are very many, they come in parts, each named by its first and last, and nothing
 * is made for a part that nobody opens.
 */
export function inParts<T>(
  id: string,
  all: readonly T[],
  toNode: (each: T) => TreeNode,
  nameOf: (each: T) => string,
): TreeNode[] {
  if (all.length <= MAX_CHILDREN) return all.map(toNode);
  const parts = Array.from({ length: Math.ceil(all.length / MAX_CHILDREN) }, (_, part) =>
    all.slice(part * MAX_CHILDREN, (part + 1) * MAX_CHILDREN),
  );
  return parts.flatMap((part, index) => {
    const [first] = part;
    const last = part.at(-1);
    if (first === undefined || last === undefined) return [];
    const label = message('{0} to {1}', nameOf(first), nameOf(last));
    return group(`${id}/part ${index}`, label, part.length, () => part.map(toNode));
  });
}
