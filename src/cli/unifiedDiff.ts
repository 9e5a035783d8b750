import { applyEdits, type TextEdit } from '../core/text/edit';
import { lastStartingBy } from '../core/text/span';
import { printable } from './printable';

const CONTEXT = 3;

/** Lines of a text that change together: from, and up to without. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly TextEdit[];
}

/** What edits change of a text, as `patch` and `git apply` read it. */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const starts = startsOf(lines);
  const blocks = blocksOf(starts, edits);
  let shift = 0;
  const hunks = hunksOf(blocks).map((hunk) => {
    const first = Math.max(0, (hunk[0]?.from ?? 0) - CONTEXT);
    const last = Math.min(lines.length, (hunk.at(-1)?.to ?? 0) + CONTEXT);
    const body: string[] = [];
    let at = first;
    for (const block of hunk) {
      body.push(...lines.slice(at, block.from).map((line) => ` ${line}`));
      const old = lines.slice(block.from, block.to);
      body.push(
        ...old.map((line) => `-${line}`),
        ...changed(old, block, starts[block.from] ?? 0).map((line) => `+${line}`),
      );
      at = block.to;
    }
    body.push(...lines.slice(at, last).map((line) => ` ${line}`));
    const added = body.filter((line) => !line.startsWith('-')).length;
    const head = `@@ -${first + 1},${last - first} +${first + 1 + shift},${added} @@\n`;
    shift += added - (last - first);
    return head + body.map(ended).join('');
  });
  return `--- a/${printable(path)}\n+++ b/${printable(path)}\n${hunks.join('')}`;
}

/** Each with what ends it. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}

function blocksOf(starts: readonly number[], edits: readonly TextEdit[]): Block[] {
  const lines = starts.map((start) => ({ start }));
  const lineAt = (offset: number): number => Math.max(0, lastStartingBy(lines, offset));
  const blocks: Block[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const from = lineAt(edit.span.start);
    const to = lineAt(Math.max(edit.span.start, edit.span.end - 1)) + 1;
    const last = blocks.at(-1);
    if (!last || from >= last.to) blocks.push({ from, to, edits: [edit] });
    else
      blocks[blocks.length - 1] = {
        from: last.from,
        to: Math.max(last.to, to),
        edits: [...last.edits, edit],
      };
  }
  return blocks;
}

function startsOf(lines: readonly string[]): number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length;
    return start;
  });
}

/** Blocks whose context touches are one hunk. */
function hunksOf(blocks: readonly Block[]): Block[][] {
  const hunks: Block[][] = [];
  for (const block of blocks) {
    const hunk = hunks.at(-1);
    const last = hunk?.at(-1);
    if (hunk && last && block.from - last.to <= 2 * CONTEXT) hunk.push(block);
    else hunks.push([block]);
  }
  return hunks;
}

function changed(old: readonly string[], { edits }: Block, offset: number): string[] {
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - offset, end: span.end - offset },
    newText,
  }));
  return linesOf(applyEdits(old.join(''), moved));
}
