import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { TACTIC_FORMS } from '../../../src/core/recognition/tacticForms';
import { wholeCorpus } from '../../support/corpus';
import { analysisOf } from '../../support/findings';
import { projectFolder } from '../../support/knowledge';
import { unmark } from '../../support/marked';

function rowsOf(name: string): string[][] {
  const text = fs.readFileSync(path.join(projectFolder, 'test/labels', name), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));
}

/** What the corpus has at each label: the ID of the reference there, and the label's. */
function compared(
  test: Mocha.Context,
  name: string,
): { where: string; found: string | undefined; id: string }[] {
  const texts = new Map(wholeCorpus(test).map((each) => [each.name, each]));
  const analyses = new Map<string, ReturnType<typeof analysisOf>>();
  return rowsOf(name).flatMap(([file = '', line = '', column = '', text = '', id = '', note = '']) => {
    const document = texts.get(file);
    if (!document) return [];
    const analysis = analyses.get(file) ?? analysisOf(document.languageId, document.text);
    analyses.set(file, analysis);
    const start = analysis.document.lines.startOf(Number(line)) + Number(column);
    const found = analysis.references.find((each) => each.isName && each.span.start === start);
    return [{ where: `${file}:${line} ${text} (${note})`, found: found?.id, id }];
  });
}

suite('tactics by name', () => {
  test('are found wherever the labels of the corpus have one', function () {
    const wrong = compared(this, 'tactics.tsv').filter(({ found, id }) => found !== id);
    assert.deepEqual(wrong, []);
  });

  test('are not found where the labels of the corpus have other things', function () {
    const wrong = compared(this, 'no-tactics.tsv').filter(({ found }) => found !== undefined);
    assert.deepEqual(wrong, []);
  });
});

suite('a folder of a web address', () => {
  test('is no tactic', () => {
    const { references } = analysisOf(
      'markdown',
      'MITRE ATT&CK: https://example.com/tree/TA0003-Persistence/x, [Impact](https://attack.mitre.org/tactics/TA0040/)',
    );
    assert.deepEqual(
      references.map(({ text }) => text),
      ['Impact', 'TA0040'],
    );
  });
});

suite('a form of a tactic', () => {
  for (const { clue, example } of TACTIC_FORMS)
    test(`fits its own example: ${clue}`, () => {
      const { text, marks } = unmark(example.replace(/⟧/g, '⇒⟧'));
      const language = /^[#|`*[]|^- MITRE|^TA/.test(example) ? 'markdown' : 'yaml';
      const lines =
        clue === 'tactic-group' ? `${text}\n\n## Execution\n\n## Impact\n\nATT&CK\n` : `${text}\n`;
      const found = analysisOf(language, lines).references.find(({ isName }) => isName);
      assert.deepEqual(found?.span, marks[0]?.span);
      assert.deepEqual(
        found?.evidence.map((each) => each.clue),
        [clue],
      );
    });
});
