import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fixAll } from '../../../src/core/edits/fixAll';
import { applyEdits } from '../../../src/core/text/edit';
import { wholeCorpus } from '../../support/corpus';
import { analysisOf } from '../../support/findings';
import { projectFolder } from '../../support/knowledge';
import { withLineEnds } from '../../support/marked';

type Case = readonly [name: string, language: string, text: string, id: string, fixed?: string];

const CASES: readonly Case[] = [
  [
    'in sibling keys',
    'yaml',
    'attack:\n  - technique: T1562\n    sub-technique: "002"\n    tactics:\n      - TA0005\n',
    'T1562.002',
    'attack:\n  - technique: T1685\n    sub-technique: "001"\n    tactics:\n      - TA0112\n',
  ],
  [
    'in sibling keys, the sub-technique first',
    'yaml',
    'attack:\n  - subtechnique: 002\n    technique: T1562\n',
    'T1562.002',
    'attack:\n  - subtechnique: 001\n    technique: T1685\n',
  ],
  [
    'in a flow mapping',
    'yaml',
    'attack:\n  - { technique: T1562, sub_technique: "002" }\n',
    'T1562.002',
    'attack:\n  - { technique: T1685, sub_technique: "001" }\n',
  ],
  [
    'with a successor that is no sub-technique',
    'yaml',
    'attack:\n  - technique: T1562\n    sub-technique: "001"\n',
    'T1562.001',
    'attack:\n  - technique: T1685\n    sub-technique:\n',
  ],
  [
    'in two columns, with the name in a third',
    'markdown',
    '| Tactic | Technique | Subtechnique | Technique Name |\n|---|---|---|---|\n| Execution | T1562 | 001 | Impair Defenses - Disable or Modify Tools |\n',
    'T1562.001',
    '| Tactic | Technique | Subtechnique | Technique Name |\n|---|---|---|---|\n| Execution | T1685 |  | Disable or Modify Tools |\n',
  ],
  ['not in an empty key', 'yaml', 'attack:\n  - technique: T1021\n    sub-technique:\n', 'T1021'],
  [
    'not with a number that ATT&CK has not',
    'yaml',
    'attack:\n  - technique: T1021\n    sub-technique: "099"\n',
    'T1021',
  ],
  ['not in another item', 'yaml', 'attack:\n  - technique: T1021\n  - sub-technique: "001"\n', 'T1021'],
  ['not under another column', 'markdown', '| Technique | Count |\n|---|---|\n| T1021 | 001 |\n', 'T1021'],
];

suite('a sub-technique apart from its technique', () => {
  for (const [name, language, source, id, fixed] of CASES)
    test(`is read ${name}`, () => {
      for (const end of ['\n', '\r\n']) {
        const text = withLineEnds(source, end);
        const analysis = analysisOf(language, text);
        const techniques = analysis.references.filter((each) => /^T\d/.test(each.id));
        assert.deepEqual(
          techniques.map((each) => each.id as string),
          [id],
        );
        if (fixed !== undefined)
          assert.equal(applyEdits(text, fixAll(analysis).edits), withLineEnds(fixed, end));
      }
    });

  test('is found at both of its places', () => {
    const text = 'attack:\n  - technique: T1562\n    sub-technique: "002"\n';
    const [reference] = analysisOf('yaml', text).referencesAt(text.indexOf('002') + 1);
    assert.equal(reference?.id, 'T1562.002');
    assert.deepEqual(
      reference.parts?.map(({ start, end }) => text.slice(start, end)),
      ['T1562', '002'],
    );
  });

  test('is found wherever the labels of the corpus have one', function () {
    const texts = new Map(wholeCorpus(this).map((each) => [each.name, each]));
    const rows = fs
      .readFileSync(path.join(projectFolder, 'test/labels/splits.tsv'), 'utf8')
      .trim()
      .split('\n');
    for (const [name = '', line = '', column = '', , , id] of rows.slice(1).map((row) => row.split('\t'))) {
      const document = texts.get(name);
      if (!document) continue;
      const analysis = analysisOf(document.languageId, document.text);
      const offset = analysis.document.lines.startOf(Number(line)) + Number(column);
      assert.equal(analysis.referencesAt(offset)[0]?.id, id, `${name}:${line}`);
    }
  });
});
