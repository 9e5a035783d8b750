import type { Analysis } from '../../analysis/analysis';
import type { DataNode } from '../../documents/place';
import { parentOf, type CanonicalId } from '../../identifiers/grammar';
import type { AttackTimeline } from '../../knowledge/attack';
import type { Reference } from '../../recognition/reference';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import { replaceId } from '../replaceId';
import { currentOf, nestedWith, SUB_KEY, type Nested } from './nestedTechniques';
import type { Edits } from './repeats';

/** A technique and the sub-techniques below it, changed together. */
export interface NestedChange {
  readonly edits: Edits;
  /** What the reference becomes. */
  readonly id: CanonicalId;
}

/**
 * Brings a technique and the sub-techniques that are listed below it to their successors: T1562 with T1562.007 becomes T1686
 * with T1686.001; T1562 with T1562.001 becomes T1685, without an entry below it. Undefined if they aren't of one technique
 * any more, or if an entry can't be taken out line by line.
 */
export function nestedChange(analysis: Analysis, reference: Reference): NestedChange | undefined {
  const nested = nestedWith(analysis, reference);
  if (!nested) return undefined;
  const { attack } = analysis.knowledge;
  const technique = techniqueOf(nested, attack);
  if (technique === undefined || isBesideItself(analysis, nested, technique)) return undefined;
  const edits = nested.above.flatMap((each) => replaced(analysis, each, technique));
  const removals = new Map<number, TextEdit>();
  for (const child of nested.children) {
    const current = currentOf(child.id, attack);
    if (current !== technique) {
      edits.push(...replaced(analysis, child, current));
      continue;
    }
    const span = removalOf(analysis, child, nested, technique);
    if (!span) return undefined;
    removals.set(span.start, { span, newText: '' });
  }
  const isChild = nested.children.includes(reference);
  return {
    edits: [...edits, ...removals.values()],
    id: isChild ? currentOf(reference.id, attack) : technique,
  };
}

/** The one technique that the sub-techniques are of today. */
function techniqueOf({ children }: Nested, attack: AttackTimeline): CanonicalId | undefined {
  const [technique, ...others] = new Set(children.map(({ id }) => parentOf(currentOf(id, attack))));
  return others.length > 0 ? undefined : technique;
}

/** Another entry of the list has the technique, or comes to have it. */
function isBesideItself(analysis: Analysis, { above }: Nested, technique: CanonicalId): boolean {
  const { document, knowledge, references } = analysis;
  const [first] = above;
  let entry = first && document.structure.nodeAt(first.span.start);
  while (entry && entry.parent?.kind !== 'block-sequence') entry = entry.parent;
  const list = entry?.parent;
  if (!entry || !list) return false;
  const isIn = ({ span: { start } }: Reference, node: DataNode): boolean =>
    node.start <= start && start < node.end;
  return references.some((each) => {
    if (each.kind !== 'technique' || !isIn(each, list) || isIn(each, entry)) return false;
    const other = nestedWith(analysis, each);
    return (
      (other ? techniqueOf(other, knowledge.attack) : currentOf(each.id, knowledge.attack)) === technique
    );
  });
}

function replaced(analysis: Analysis, reference: Reference, id: CanonicalId): readonly TextEdit[] {
  return reference.id === id ? [] : replaceId(analysis, reference, id);
}

/** The entry of a sub-technique, or the whole field that lists them if none of them stays. */
function removalOf(
  analysis: Analysis,
  child: Reference,
  { children }: Nested,
  technique: CanonicalId,
): Span | undefined {
  const { knowledge, document } = analysis;
  if (document.languageId.startsWith('json')) return undefined; // commas
  const path = pathTo(document.structure.nodeAt(child.span.start));
  const field = path.at(-1);
  if (!field) return undefined;
  const isStaying = children.some(({ id }) => currentOf(id, knowledge.attack) !== technique);
  const entry = isStaying && field.kind === 'block-sequence' ? path.at(-2) : field;
  return isStaying && entry === field ? undefined : linesOf(analysis, entry);
}

/** The nodes from a place up to the field of sub-techniques, innermost first; empty if it is in none. */
function pathTo(node: DataNode | undefined): DataNode[] {
  const path: DataNode[] = [];
  for (let at = node; at; at = at.parent) {
    path.push(at);
    if (SUB_KEY.test(at.key.name)) return path;
  }
  return [];
}

/** The lines of a node that has them for itself; with an empty line if there is one on either side. */
function linesOf({ document: { lines, text } }: Analysis, node: DataNode | undefined): Span | undefined {
  if (!node) return undefined;
  const [first, last] = [lines.lineAt(node.start), lines.lineAt(node.end)];
  const start = lines.startOf(first);
  const isAlone =
    text.slice(start, node.start).trim() === '' &&
    /^\s*(?:#.*)?$/.test(text.slice(node.end, lines.endOf(last)));
  if (!isAlone || last + 1 >= lines.count) return undefined;
  const isBlank = (line: number): boolean => line < lines.count && lines.textOf(line).trim() === '';
  let next = last + 1;
  if (first > 0 && isBlank(first - 1)) while (isBlank(next) && next + 1 < lines.count) next++;
  return { start, end: lines.startOf(next) };
}
