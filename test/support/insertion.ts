import assert from 'node:assert/strict';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Analysis } from '../../src/core/analysis/analysis';
import { choicesFor, isMissing } from '../../src/core/edits/insert/choices';
import { insert, type Insertion } from '../../src/core/edits/insert/insert';
import { targetAt } from '../../src/core/edits/insert/target';
import type { Reference } from '../../src/core/recognition/reference';
import { subjectOf } from '../../src/core/resolution/subject';
import type { Settings } from '../../src/core/settings/settings';
import { applyEdits } from '../../src/core/text/edit';
import type { Result } from '../../src/core/text/result';
import { analysisOf } from './findings';
import { unmark, withLineEnds } from './marked';

export interface Inserted {
  readonly before: string;
  readonly after: string;
  readonly insertion: Insertion;
}

export interface Wish {
  /** How many of those that are missing. */
  readonly count?: number;
  readonly settings?: Partial<Settings>;
}

export function targetIn(analysis: Analysis, offset: number): Reference {
  return (
    targetAt(analysis, offset) ??
    assert.fail(`no certain reference at ${offset} of\n${analysis.document.text}`)
  );
}

/** Inserts the first of what is missing at an offset. */
export function insertAt(
  languageId: string,
  text: string,
  offset: number,
  { count = 2, settings = {} }: Wish = {},
): Result<Inserted> {
  const analysis = analysisOf(languageId, text, settings);
  const target = targetIn(analysis, offset);
  const items = choicesFor(analysis, target)
    .filter(isMissing)
    .slice(0, count)
    .map(({ item }) => item);
  const result = insert(analysis, target, items);
  if (!result.ok) return result;
  const after = applyEdits(text, result.value.edits);
  return { ok: true, value: { before: text, after, insertion: result.value } };
}

/** The text with what is missing at its mark, with LF and CRLF; each is read back. */
export function assertInserts(languageId: string, marked: string, expected: string, wish: Wish = {}): void {
  for (const end of ['\n', '\r\n']) {
    const { text, marks } = unmark(withLineEnds(marked, end));
    const inserted = insertAt(languageId, text, marks[0]?.span.start ?? assert.fail('no mark'), wish);
    if (!inserted.ok) assert.fail(`${inserted.failure.message}\n${text}`);
    assert.equal(inserted.value.after, withLineEnds(expected, end));
    assertReadBack(languageId, inserted.value, wish.settings);
  }
}

/** Why nothing is inserted. */
export function refusal(languageId: string, marked: string, wish: Wish = {}): string {
  const { text, marks } = unmark(marked);
  const inserted = insertAt(languageId, text, marks[0]?.span.start ?? 0, wish);
  return inserted.ok ? `inserted:\n${inserted.value.after}` : inserted.failure.code;
}

/** The edited text cites what was inserted, certainly and in its edition, and everything else as before. */
export function assertReadBack(
  languageId: string,
  { before, after, insertion }: Inserted,
  settings: Partial<Settings> = {},
): void {
  const old = summary(analysisOf(languageId, before, settings));
  const now = summary(analysisOf(languageId, after, settings));
  const added = difference(now, old);
  const wanted = insertion.written.map(({ subject }) => subject).sort();
  assert.deepEqual(added.map(({ subject }) => subject).sort(), wanted, after);
  assert.deepEqual(difference(old, now), [], after);
  for (const { certainty, edition } of added) {
    assert.equal(certainty, 'certain', after);
    if (edition !== undefined) assert.equal(edition, insertion.edition, after);
  }
}

interface Summary {
  readonly subject: string;
  readonly certainty: string;
  readonly edition: string | undefined;
}

function summary(analysis: Analysis): Summary[] {
  return analysis.references.map((reference) => ({
    subject: subjectOf(analysis.resolve(reference)),
    certainty: reference.certainty,
    edition: reference.edition?.edition,
  }));
}

/** Those of `all` that `others` does not have, as often as it has them. */
function difference(all: readonly Summary[], others: readonly Summary[]): Summary[] {
  const left = others.map(({ subject }) => subject);
  return all.filter(({ subject }) => {
    const at = left.indexOf(subject);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The ids that one YAML text has more than another, which must be the same otherwise: in texts of lists and of new keys. */
export function addedIn(before: string, after: string): string[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const added: string[] = [];
  let at = 0;
  for (const leaf of now) {
    if (leaf === old[at]) at++;
    else added.push(leaf);
  }
  assert.equal(at, old.length, `something of\n${before}\nis gone in\n${after}`);
  return added;
}

/** Every text of the documents with its path, in order; anchors and aliases by name. */
export function leavesOf(text: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown, path: string): void => {
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    const here = anchor ? `${path}&${anchor}` : path;
    if (isMap(node)) {
      for (const { key, value } of node.items)
        visit(value, `${here}/${isScalar(key) ? String(key.value) : '?'}`);
    } else if (isSeq(node)) for (const item of node.items) visit(item, `${here}/-`);
    else if (isScalar(node) && node.value === null)
      return; // a value that may be filled
    else if (isScalar(node)) found.push(`${here}=${String(node.value)}`);
    else if (isAlias(node)) found.push(`${here}=*${node.source}`);
  };
  const documents = parseAllDocuments(text);
  assert.ok(Array.isArray(documents), text);
  for (const [index, document] of documents.entries()) {
    assert.deepEqual(document.errors, [], text);
    visit(document.contents, String(index));
  }
  return found;
}

/** The lines of the old text between those, at the top and at the bottom, that both texts have. */
export function lostLines(before: string, after: string): string[] {
  const [old, now] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
  let top = 0;
  while (top < old.length && old[top] === now[top]) top++;
  let bottom = 0;
  while (bottom < old.length - top && old.at(-1 - bottom) === now.at(-1 - bottom)) bottom++;
  return old.slice(top, old.length - bottom);
}
