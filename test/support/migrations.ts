import assert from 'node:assert/strict';
import { migrate } from '../../src/core/edits/migrate/migrate';
import type { DecisionKind, Migration } from '../../src/core/edits/migrate/migration';
import { applyEdits } from '../../src/core/text/edit';
import { analysisOf } from './findings';
import { withLineEnds } from './marked';

/** A text after its migration, and what a person must decide of it. */
export function migrated(
  text: string,
  [from, to]: readonly [from: string, to: string] = ['4.0', '4.1'],
  languageId = 'markdown',
): Migration & { readonly text: string; readonly kinds: readonly DecisionKind[] } {
  const migration = migrate(analysisOf(languageId, text), from, to);
  const kinds = migration.decisions.map(({ kind }) => kind);
  return { ...migration, text: applyEdits(text, migration.edits), kinds };
}

/** A text of CCM 4.0 becomes another of CCM 4.1, and back the same; with LF and with CRLF. */
export function assertThereAndBack(before: string, after: string, languageId = 'markdown'): void {
  for (const end of ['\n', '\r\n']) {
    const there = migrated(withLineEnds(before, end), ['4.0', '4.1'], languageId);
    assert.equal(there.text, withLineEnds(after, end));
    assert.equal(migrated(there.text, ['4.1', '4.0'], languageId).text, withLineEnds(before, end));
  }
}
