import { applyEdits, type TextEdit } from './edit';

/** A stretch of the text between two rounds of edits, with the edits of both rounds in it. */
interface Cluster<Edit> {
  readonly start: number;
  end: number;
  readonly first: Edit[];
  readonly second: Edit[];
}

/**
 * One round of edits that does what two do one after the other: `second` are edits of the text that `first` make.
 * Each round has edits that don't overlap. Where both change a place, one edit does, with what else the first one has.
 */
export function composeEdits<Edit extends TextEdit>(
  text: string,
  first: readonly Edit[],
  second: readonly Edit[],
): Edit[] {
  const between = applyEdits(text, first);
  let shift = 0; // of the text between, at the end of the clusters so far
  return clustersOf(first, second).map((cluster) => {
    const start = cluster.start - shift;
    for (const { span, newText } of cluster.first) shift += newText.length - (span.end - span.start);
    const own = cluster.second.map(({ span, newText }) => ({
      newText,
      span: { start: span.start - cluster.start, end: span.end - cluster.start },
    }));
    const [edit = cluster.second[0]] = cluster.first;
    const newText = applyEdits(between.slice(cluster.start, cluster.end), own);
    return { ...(edit as Edit), span: { start, end: cluster.end - shift }, newText }; // a cluster has an edit
  });
}

/** Where an offset of the edited text was before the edits; within a replacement, where that begins. */
export function offsetBefore(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const { span, newText } of inOrder(edits)) {
    const start = span.start + shift;
    if (offset < start) break;
    if (offset < start + newText.length) return span.start;
    shift += newText.length - (span.end - span.start);
  }
  return offset - shift;
}

function clustersOf<Edit extends TextEdit>(first: readonly Edit[], second: readonly Edit[]): Cluster<Edit>[] {
  let shift = 0;
  const pieces: Cluster<Edit>[] = inOrder(first).map((edit) => {
    const start = edit.span.start + shift;
    shift += edit.newText.length - (edit.span.end - edit.span.start);
    return { start, end: start + edit.newText.length, first: [edit], second: [] };
  });
  for (const edit of second) pieces.push({ ...edit.span, first: [], second: [edit] });
  pieces.sort((a, b) => a.start - b.start || a.end - b.end);
  const clusters: Cluster<Edit>[] = [];
  for (const piece of pieces) {
    const last = clusters.at(-1);
    if (!last || !touches(last, piece)) clusters.push(piece);
    else {
      last.end = Math.max(last.end, piece.end);
      last.first.push(...piece.first);
      last.second.push(...piece.second);
    }
  }
  return clusters;
}

/** They share a character, or are side by side and not both of one round: one of them may be empty in the other's text. */
function touches(last: Cluster<TextEdit>, next: Cluster<TextEdit>): boolean {
  if (next.start !== last.end) return next.start < last.end;
  const rounds = [...last.first, ...next.first].length > 0 && [...last.second, ...next.second].length > 0;
  return rounds || last.start === last.end || next.start === next.end;
}

function inOrder<Edit extends TextEdit>(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
