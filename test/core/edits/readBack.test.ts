import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { fixesFor } from '../../../src/core/edits/fixes';
import { readBack, type Purpose } from '../../../src/core/edits/safety/readBack';
import type { TextEdit } from '../../../src/core/text/edit';
import { analysisOf } from '../../support/findings';
import { migrated } from '../../support/migrations';

/** Replaces the first occurrence of a text. */
function replacing(text: string, old: string, newText: string): TextEdit {
  const start = text.indexOf(old);
  return { span: { start, end: start + old.length }, newText };
}

/** The code of the refusal, or what else changes, or nothing. */
function outcome(
  languageId: string,
  text: string,
  [old, newText]: readonly [string, string],
  purpose: Partial<Purpose> = {},
): string | undefined {
  const edits = [replacing(text, old, newText)];
  const read = readBack(analysisOf(languageId, text), edits, { kind: 'words', settles: [], ...purpose });
  return read.ok ? read.value.also?.text : read.failure.code;
}

suite('a write that is read back', () => {
  test('is good if only what is meant changes', () => {
    assert.equal(outcome('markdown', 'ATT&CK T1086 and T1021.007', ['T1086', 'T1059.001']), undefined);
    assert.equal(outcome('yaml', 'attack: [T1086, T1021.007]', ['T1086', 'T1059.001']), undefined);
  });

  test('is refused if another ID is lost or comes up', () => {
    assert.equal(outcome('markdown', 'ATT&CK T1086 and T1021.007', ['and ', 'and x']), 'lost');
    assert.equal(outcome('markdown', 'ATT&CK T1086. xT1021.007', ['. x', ' and ']), 'gained');
    assert.equal(outcome('markdown', 'CCM IVS-09 x', ['x', 'T1021.007']), undefined); // written is no surprise
  });

  test('is refused if the ID that it writes is not read', () =>
    assert.equal(
      outcome('markdown', 'ATT&CK T1086', ['T1086', 'xT1059.001'], { writes: ['T1059.001'] as never }),
      'unread',
    ));

  test('is refused if it breaks the data, or changes more of it', () => {
    assert.equal(outcome('yaml', 'attack: [T1086, T1021.007]\n', ['T1086,', '{']), 'broken');
    assert.equal(outcome('yaml', 'attack: T1086\nb: c\n', ['b: c', 'b: ": c']), 'broken');
    assert.equal(outcome('json', '{"attack": "T1086", "b": 1}', [' 1}', ' }}']), 'broken');
    assert.equal(outcome('yaml', 'attack: T1086\nb: c\n', ['b: c', 'b: d'], { kind: 'comment' }), 'data');
  });

  test('is refused if the finding stays', () => {
    const text = 'ATT&CK T1086 there';
    const settles = analysisOf('markdown', text).findings;
    assert.ok(settles.length > 0);
    assert.equal(outcome('markdown', text, ['there', 'here'], { settles }), 'unsettled');
  });

  test('is offered as a silence only where the comment is one', () => {
    for (const [languageId, text] of [
      ['markdown', 'ATT&CK T1086\n'],
      ['yaml', 'attack:\n  - T1086\n'],
      ['yaml', 'note: "ATT&CK T1086\n  goes on"\n'],
      ['yaml', 'note: |\n  ATT&CK T1086\n'],
    ] as const) {
      const analysis = analysisOf(languageId, text);
      for (const finding of analysis.findings)
        for (const { title, edits } of fixesFor(analysis, finding)) {
          if (!title.text.startsWith('Silence')) continue;
          const purpose: Purpose = { kind: 'comment', settles: [finding] };
          assert.ok(readBack(analysis, edits, purpose).ok, `${title.text}: ${text}`);
        }
    }
  });

  test('tells that an ID of a migration would be changed again', () => {
    const { kinds, text } = migrated('CCM    n v4.0\rIAM-15');
    assert.equal(text, 'CCM    n v4.1\rIAM-14');
    assert.deepEqual(kinds, ['not-declared']);
  });
});
