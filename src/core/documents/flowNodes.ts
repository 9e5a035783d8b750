import { Numbers } from '../text/numbers';

/** Index of a node; `NO_NODE` if there is none. */
export type FlowNodeIndex = number;
export const NO_NODE: FlowNodeIndex = -1;

const FEW = 16;

/**
 * The keys of flow collections, and those of their items that are mappings, in the order in which they begin. Which of
 * them is open at an offset is a binary search. Rows of numbers, a constant times as many as the text has characters.
 */
export class FlowNodes {
  private readonly starts = new Numbers(FEW);
  private readonly colons = new Numbers(FEW);
  private readonly parents = new Numbers(FEW);
  private readonly brackets = new Numbers(FEW);
  private readonly values = new Numbers(FEW);
  private readonly valueEnds = new Numbers(FEW);
  private readonly ends = new Numbers(FEW);
  /** Offsets from which another node is the innermost, and that node. */
  private readonly changes = new Numbers(FEW);
  private readonly innermost = new Numbers(FEW);

  get count(): number {
    return this.starts.length;
  }

  /** Adds a key, or an item with `colon` -1, in the collection whose bracket is given. */
  add(start: number, colon: number, parent: FlowNodeIndex, bracket: number): FlowNodeIndex {
    this.colons.push(colon);
    this.parents.push(parent);
    this.brackets.push(bracket);
    this.values.push(colon < 0 ? start : NO_NODE);
    this.valueEnds.push(NO_NODE);
    this.ends.push(start);
    return this.starts.push(start);
  }

  /** From the offset on, the node is the innermost one. */
  change(offset: number, node: FlowNodeIndex): void {
    const last = this.changes.length - 1;
    if (last >= 0 && this.innermost.at(last) === node) return;
    this.changes.push(offset);
    this.innermost.push(node);
  }

  setValue(node: FlowNodeIndex, start: number, end = NO_NODE): void {
    if (this.values.at(node) !== NO_NODE) return;
    this.values.set(node, start);
    this.valueEnds.set(node, end);
  }

  setEnd(node: FlowNodeIndex, end: number): void {
    this.ends.set(node, end);
  }

  /** The innermost node that is open at the offset. */
  at(offset: number): FlowNodeIndex {
    const change = this.changes.lastUpTo(offset);
    return change < 0 ? NO_NODE : this.innermost.at(change);
  }

  /** The innermost node that holds the offset, be it in its own key. */
  holding(offset: number): FlowNodeIndex {
    const next = this.starts.lastUpTo(offset);
    const isOwnKey = next >= 0 && offset <= this.colons.at(next);
    return isOwnKey ? next : this.at(offset);
  }

  startOf(node: FlowNodeIndex): number {
    return this.starts.at(node);
  }

  /** Offset of the colon; -1 for an item. */
  colonOf(node: FlowNodeIndex): number {
    return this.colons.at(node);
  }

  parentOf(node: FlowNodeIndex): FlowNodeIndex {
    return this.parents.at(node);
  }

  /** Offset of the bracket of the collection that the node is in. */
  bracketOf(node: FlowNodeIndex): number {
    return this.brackets.at(node);
  }

  /** Where the value begins, or -1. */
  valueOf(node: FlowNodeIndex): number {
    return this.values.at(node);
  }

  /** Where a value that is a scalar ends; -1 for a collection, and if there is none. */
  scalarEndOf(node: FlowNodeIndex): number {
    return this.valueEnds.at(node);
  }

  /** Where the node ends, its value included. */
  endOf(node: FlowNodeIndex): number {
    return this.ends.at(node);
  }

  /** How much there is, to go back to. */
  mark(): readonly [nodes: number, changes: number] {
    return [this.starts.length, this.changes.length];
  }

  /** Drops what was added since the mark. */
  reset([nodes, changes]: readonly [nodes: number, changes: number]): void {
    const { starts, colons, parents, brackets, values, valueEnds, ends } = this;
    for (const each of [starts, colons, parents, brackets, values, valueEnds, ends]) each.truncate(nodes);
    for (const each of [this.changes, this.innermost]) each.truncate(changes);
  }
}
