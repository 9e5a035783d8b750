import type { Analysis } from '../../analysis/analysis';
import { canonicalId } from '../../identifiers/grammar';
import type { Control, EditionId, Framework } from '../../knowledge/framework';
import type { Reference } from '../../recognition/reference';
import { counted, message } from '../../text/message';
import { overlaps } from '../../text/span';
import { editionPlaces, namesBoth, numberAs } from './declarations';
import { Collector, type Migration, type MigrationEdit } from './migration';
import { migrateRange, type WrittenRange } from './ranges';
import { tellReadBack } from './tellReadBack';
import { tellReversed } from './reversed';
import { frameworkOfEdition, isUnsaid, lineOfBoth, speaksOf } from './scope';
import { migrateSingle, tellUnknown } from './single';

/**
 * Brings a document from one edition to another: ids, titles, ranges and what declares the edition. What speaks of
 * another edition stays, and so does a line about both. Back again it gives the same text, but where a decision
 * is told, and in two spellings that the other edition cannot keep: `LOG-9` and `I&amp;S-03`.
 */
export function migrate(analysis: Analysis, from: EditionId, to: EditionId): Migration {
  const out = new Collector();
  const framework = frameworkOfEdition(analysis, to);
  const moved = migrateReferences(analysis, framework, from, to, out);
  migrateDeclarations(analysis, framework, from, to, out);
  tellWhatIsSaid(analysis, framework, moved, from, to, out);
  const edits = inOrder(out.edits);
  tellReadBack(analysis, edits, from, to, out);
  return {
    framework,
    from,
    to,
    edits,
    removed: out.removed,
    unchanged: out.unchanged,
    decisions: out.decisions.sort((a, b) => a.span.start - b.span.start),
    added: addedIn(framework, from, to),
  };
}

/** Gives back those that were brought over. */
function migrateReferences(
  analysis: Analysis,
  framework: Framework,
  from: EditionId,
  to: EditionId,
  out: Collector,
): Reference[] {
  const moved: Reference[] = [];
  const done = new Set<Reference>();
  const told = new Set<number>();
  const renumber = renumbering(framework, from, to);
  const { references } = analysis;
  for (const [index, reference] of references.entries()) {
    if (reference.implied || done.has(reference) || !speaksOf(analysis, reference, from)) continue;
    const line = lineOfBoth(analysis, reference, from, to);
    if (line !== undefined) {
      if (!told.has(line)) tellBoth(analysis, line, out);
      told.add(line);
      continue;
    }
    moved.push(reference);
    const range = rangeAt(references, index);
    if (range?.last) done.add(range.last);
    if (range) migrateRange({ analysis, from, to, renumber }, range, out);
    else migrateSingle(analysis, reference, from, to, out);
    tellReversed(analysis, reference, references[index + 1], renumber, out);
  }
  return moved;
}

function renumbering(framework: Framework, from: EditionId, to: EditionId) {
  return (old: string): { control: Control; id: ReturnType<typeof canonicalId> | undefined } | undefined => {
    const control = framework.byId(from, old);
    const id = control?.ids[to];
    return control && { control, id: id === undefined ? undefined : canonicalId(id) };
  };
}

/** The members follow the first one; the last one may be written out. */
function rangeAt(references: readonly Reference[], index: number): WrittenRange | undefined {
  const first = references[index];
  const span = first?.range;
  if (!first || !span) return undefined;
  const implied: Reference[] = [];
  let at = index + 1;
  for (let next = references[at]; next?.implied && next.range?.start === span.start; next = references[++at])
    implied.push(next);
  const next = references[at];
  const last = next && !next.implied && next.span.end === span.end ? next : undefined;
  return { first, span, last, implied };
}

function migrateDeclarations(
  { document }: Analysis,
  framework: Framework,
  from: EditionId,
  to: EditionId,
  out: Collector,
): void {
  const { lines } = document;
  let line = -1; // read once, however many places it has
  let isAboutBoth = false;
  for (const { span, text } of editionPlaces(document, framework, from)) {
    const next = lines.lineAt(span.start);
    if (next !== line) isAboutBoth = namesBoth(lines.textOf(next), framework.key, from, to);
    line = next;
    if (isAboutBoth) continue;
    out.edit('declaration', span, numberAs(text, to));
    if (text.split(/[._]/).length < 3) continue;
    out.decide(
      'point-release',
      span,
      message('Changed {0} to {1}. Check that the sentence still holds.', text, to),
    );
  }
}

function tellBoth({ document: { lines } }: Analysis, line: number, out: Collector): void {
  out.decide(
    'both-editions',
    lines.spanOf(line),
    message('This line is about both editions. Left unchanged.'),
  );
}

function tellWhatIsSaid(
  analysis: Analysis,
  framework: Framework,
  moved: readonly Reference[],
  from: EditionId,
  to: EditionId,
  out: Collector,
): void {
  const { references } = analysis;
  const unsaid = moved.find(isUnsaid);
  const isDeclared = out.edits.some(({ kind }) => kind === 'declaration');
  if (unsaid && !isDeclared) {
    const text = message("The document doesn't declare an edition. Declare {0}.", framework.label(to));
    out.decide('not-declared', unsaid.span, text);
  }
  if (from === to) return;
  const known = new Set(moved);
  const others = references.filter(
    (each) => each.family === framework.key && !known.has(each) && !each.implied,
  );
  for (const each of others)
    if (isOnlyThere(framework, each, from, to)) tellUnknown(analysis, each, from, to, out);
  const there = others.filter((each) => !isUnsaid(each) && speaksOf(analysis, each, to));
  const [first] = there;
  if (!first) return;
  const count = counted(there.length, 'id');
  const already = message('Already an ID of {0}: {1}. Left unchanged.', framework.label(to), count);
  out.decide('both-editions', first.span, already);
}

/** An id of the other edition where nothing says which edition is meant. */
function isOnlyThere(framework: Framework, reference: Reference, from: EditionId, to: EditionId): boolean {
  if (!isUnsaid(reference) || reference.certainty === 'doubtful') return false;
  return framework.byId(from, reference.id) === undefined && framework.byId(to, reference.id) !== undefined;
}

function addedIn(framework: Framework, from: EditionId, to: EditionId): Control[] {
  return framework
    .idsIn(to)
    .flatMap((id) => framework.byId(to, id) ?? [])
    .filter((control) => control.ids[from] === undefined);
}

function inOrder(edits: readonly MigrationEdit[]): MigrationEdit[] {
  const kept: MigrationEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last.span, edit.span)) kept.push(edit);
  }
  return kept;
}
