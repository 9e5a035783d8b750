import { isAlias, isCollection, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Alias, Document, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { success, type Result } from '../../../text/result';
import { refusal, type Refusal } from '../refusal';

export type Node = ParsedNode;
export type YamlMap = YAMLMap.Parsed;
export type YamlSeq = YAMLSeq.Parsed;
export type YamlPair = Pair<Node, Node | null>;
export { isAlias, isCollection, isMap, isScalar, isSeq };
export type { Alias, Scalar };

/** A collection on the way from the root of a document to a place, with the pair or item that leads on. */
export interface Step {
  readonly node: YamlMap | YamlSeq;
  /** The pair of a mapping; undefined in a sequence. */
  readonly pair: YamlPair | undefined;
}

/** Where an offset stands: the collections around it, innermost first, and the scalar that holds it. */
export interface Path {
  readonly document: Document.Parsed;
  readonly steps: readonly Step[];
  readonly scalar: Scalar.Parsed;
  /** The scalar is the key of the innermost pair. */
  readonly isKey: boolean;
}

export function pathTo(documents: readonly Document.Parsed[], offset: number): Result<Path, Refusal> {
  for (const document of documents) {
    const steps: Step[] = [];
    const { contents } = document;
    if (!contents || !holds(contents, offset)) continue;
    const scalar = descend(contents, offset, steps);
    if (!scalar) return refusal('comment', "Control Lens doesn't edit comments.");
    const key = steps[0]?.pair?.key;
    return success({ document, steps, scalar, isKey: key === scalar });
  }
  return refusal('comment', "Control Lens doesn't edit comments.");
}

function holds(node: Node | null | undefined, offset: number): node is Node {
  return !!node?.range && node.range[0] <= offset && offset < node.range[1];
}

function descend(node: Node, offset: number, steps: Step[]): Scalar.Parsed | undefined {
  if (isScalar(node)) return node;
  if (isMap(node)) {
    for (const pair of node.items) {
      const next = [pair.key, pair.value].find((each) => holds(each, offset));
      if (!next) continue;
      steps.unshift({ node, pair });
      return descend(next, offset, steps);
    }
  }
  if (isSeq(node)) {
    const next = node.items.find((each) => holds(each, offset));
    if (!next) return undefined;
    steps.unshift({ node, pair: undefined });
    return descend(next, offset, steps);
  }
  return undefined;
}

/** The names that aliases of the document use. */
export function aliasedNames(document: Document.Parsed): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Alias: (_, alias) => void names.add(alias.source) });
  return names;
}

/** The offset after the last character of a node that is its own: no comment, no line break after it. */
export function endOf(node: Node | null): number {
  if (node === null) return 0;
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (last !== undefined) return isMap(node) ? endOfPair(last as YamlPair) : endOf(last as Node);
  }
  return node.range[1];
}

export function endOfPair({ key, value }: YamlPair): number {
  return Math.max(endOf(key), endOf(value));
}

export function nameOf({ key }: YamlPair): string {
  return isScalar(key) ? String(key.value) : '';
}
