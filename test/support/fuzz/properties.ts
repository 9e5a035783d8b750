import assert from 'node:assert/strict';
import { completionsAt } from '../../../src/core/completion/completions';
import { fixAll } from '../../../src/core/edits/fixAll';
import { fixesFor } from '../../../src/core/edits/fixes';
import { hoverAt } from '../../../src/core/hover/hover';
import { lensesOf } from '../../../src/core/lenses/lenses';
import { highlightsAt } from '../../../src/core/links/highlights';
import { linksOf } from '../../../src/core/links/links';
import { documentSymbols } from '../../../src/core/symbols/documentSymbols';
import { applyEdits } from '../../../src/core/text/edit';
import { overlaps, type Span } from '../../../src/core/text/span';
import { WorkspaceIndex } from '../../../src/core/index/workspaceIndex';
import { analysisOf } from '../findings';
import { indexOf, put } from '../workspace';
import type { Seed } from './mutate';
import { fixesDoNothingElse, migrationsEnd } from './writes';

/** What holds for every document, each under the name that a failure is told by. */
export const PROPERTIES: Readonly<Record<string, (seed: Seed) => void>> = {
  'spans are inside of the text, and hold it': spansAreExact,
  'the index equals a rebuild': indexIsARebuild,
  'every feature answers': featuresAnswer,
  'silencing a finding silences it': silenceWorks,
  'fixes do not overlap, and come to an end': fixesEnd,
  'a fix does nothing but what it says': fixesDoNothingElse,
  'migrations leave whole data, and come to an end': migrationsEnd,
};

function spansAreExact({ languageId, text }: Seed): void {
  const { references, findings } = analysisOf(languageId, text);
  for (const { span } of [...references, ...findings]) assertInside(span, text);
  for (const { span, text: own, implied } of references)
    if (!implied) assert.equal(text.slice(span.start, span.end), own);
}

function assertInside({ start, end }: Span, text: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
}

function indexIsARebuild({ languageId, text }: Seed): void {
  const name = `a.${{ markdown: 'md', asciidoc: 'adoc' }[languageId] ?? languageId}`;
  const index = new WorkspaceIndex();
  put(index, name, text.slice(0, text.length / 2));
  put(index, name, text);
  const rebuilt = indexOf({ [name]: text });
  const told = (each: WorkspaceIndex): unknown => [
    each.references,
    each
      .subjects()
      .map(({ subject, references }) => [subject, references])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
    [...each.uris()].map((uri) => each.referencesIn(uri)),
  ];
  assert.deepEqual(told(index), told(rebuilt));
}

function featuresAnswer({ languageId, text }: Seed): void {
  const analysis = analysisOf(languageId, text);
  for (const { span } of [...lensesOf(analysis, true), ...linksOf(analysis)]) assertInside(span, text);
  documentSymbols(analysis);
  for (const { span } of analysis.references.slice(0, 8)) {
    hoverAt(analysis, span.start);
    for (const each of highlightsAt(analysis, span.start)) assertInside(each, text);
    completionsAt(analysis, span.end, true);
  }
}

/** The finding is gone from the place that it was at. */
function silenceWorks({ languageId, text }: Seed): void {
  const analysis = analysisOf(languageId, text);
  for (const finding of analysis.findings.slice(0, 4))
    for (const { title, edits } of fixesFor(analysis, finding)) {
      if (!title.text.startsWith('Silence')) continue;
      const after = applyEdits(text, edits);
      const { start } = finding.span;
      const at = edits.reduce((sum, edit) => sum + (edit.span.end <= start ? edit.newText.length : 0), start);
      const { findings } = analysisOf(languageId, after);
      const isThere = findings.some(({ rule, span }) => rule === finding.rule && span.start === at);
      assert.ok(!isThere, `${title.text}\n${JSON.stringify(after)}`);
    }
}

const MAX_PASSES = 5;

function fixesEnd({ languageId, text }: Seed): void {
  let current = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { edits, count } = fixAll(analysisOf(languageId, current));
    edits.forEach(({ span }, index) => {
      assertInside(span, current);
      const next = edits[index + 1];
      assert.ok(!next || !overlaps(span, next.span), 'two edits overlap');
    });
    if (count === 0) return;
    current = applyEdits(current, edits);
  }
  assert.fail(`still to fix after ${MAX_PASSES} passes:\n${JSON.stringify(current)}`);
}
