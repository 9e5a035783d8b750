import Ajv from 'ajv';
import assert from 'node:assert/strict';
import path from 'node:path';
import { run } from '../../src/cli/run';
import { below, controlLens, folderFor, printed, removeFolders } from '../support/cli';
import { dataFolder } from '../support/knowledge';
import { projectFolder, projectText } from '../support/manifest';

suite('the refs command', () => {
  suiteTeardown(removeFolders);

  test('prints JSON', async () => {
    const folder = folderFor({ 'a.md': '😀 CCM 4.1 iam-13\n', 'b.yaml': 'technique: t1021.007\n' });
    const { value, code } = await printed('refs', folder);
    assert.equal(code, 0);
    const [control, technique] = value.references;
    const { evidence, ...rest } = control ?? assert.fail();
    assert.deepEqual(rest, {
      path: below(folder, 'a.md'),
      range: { start: { line: 0, character: 11 }, end: { line: 0, character: 17 } },
      text: 'iam-13',
      id: 'IAM-13',
      family: 'ccm',
      kind: 'control',
      edition: '4.1',
      name: 'Strong Authentication',
      state: 'mapped',
      status: null,
      successors: [],
      control: 'IAM-13@4.1',
      certainty: 'certain',
      editionSource: 'before',
    });
    assert.deepEqual(
      evidence.map(({ clue }) => clue),
      ['named-beside', 'small-letters'],
    );
    for (const { weight, text } of evidence)
      assert.ok(typeof weight === 'number' && typeof text === 'string');
    assert.deepEqual(
      [technique?.id, technique?.text, technique?.family, technique?.edition, technique?.editionSource],
      ['T1021.007', 't1021.007', 'attack', null, null],
    );
    assert.equal(value.references.length, 2);
  });

  test('says what the data knows of each', async () => {
    const folder = folderFor({
      'a.md': 'ATT&CK T1086, T1185 and T9999\n\nCCM 4.0 IVS-09 and STA-02\n\nCCM IVS-09 and IAM-99\n',
    });
    const { value } = await printed('refs', folder);
    assert.deepEqual(
      value.references.map((each) => [each.id, each.kind, each.status, each.successors, each.control]),
      [
        ['T1086', 'technique', 'revoked', ['T1059.001'], null],
        ['T1185', 'technique', 'current', [], null],
        ['T9999', 'technique', null, [], null],
        ['IVS-09', 'control', null, [], 'I&S-09@4.1'],
        ['STA-02', 'control', null, [], 'STA-03@4.1'],
        ['IVS-09', 'control', null, [], 'I&S-09@4.1'],
        ['IAM-99', 'control', null, [], null],
      ],
    );
  });

  test('prints NDJSON that keeps to its schema', async () => {
    const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(
      JSON.parse(projectText('docs/refs.schema.json')) as object,
    );
    const text =
      'ATT&CK T1086, TA0002, M1032 and T9999\n\nCCM GRC-03 and IAM-99, ticket IAM-14, NIST SP 800-53 AC-2(1)\n';
    for (const place of [folderFor({ 'a.md': text }), path.join(projectFolder, 'media/sample')]) {
      const { out } = await controlLens('refs', place, '--format', 'ndjson');
      const lines = out.trimEnd().split('\n');
      assert.ok(lines.length > 5);
      for (const line of lines)
        assert.ok(isValid(JSON.parse(line)), `${line}: ${JSON.stringify(isValid.errors)}`);
    }
    assert.ok(!isValid({ id: 'T1086' }));
  });

  test('lists doubtful references, whatever the findings', async () => {
    const folder = folderFor({ 'a.md': 'ticket IAM-14\n\nCCM GRC-03\n' });
    const { value, code } = await printed('refs', folder);
    assert.deepEqual(
      value.references.map(({ id, certainty }) => [id, certainty]),
      [
        ['IAM-14', 'doubtful'],
        ['GRC-03', 'certain'],
      ],
    );
    assert.equal(code, 0);
  });

  test('prints JSON in pieces, since a large folder exceeds the longest string', async () => {
    const folder = folderFor({ 'a.md': 'CCM GRC-03\n'.repeat(100) });
    const { out } = await run(['refs', folder, '--format', 'json'], dataFolder, '');
    const pieces = [...out];
    const references = pieces.map((piece) => piece.split('"evidence"').length - 1);
    assert.equal(references.filter((count) => count === 1).length, 100);
    const whole = pieces.join('');
    assert.equal(whole, `${JSON.stringify(JSON.parse(whole), null, 2)}\n`);
  });

  test('takes the edition option for documents that declare none', async () => {
    const folder = folderFor({ 'a.md': 'CCM IAM-13\n' });
    const { value } = await printed('refs', folder, '--edition', '4.0');
    assert.deepEqual([value.references[0]?.edition, value.references[0]?.editionSource], ['4.0', 'setting']);
  });

  test('prints text with lines and columns from one', async () => {
    const folder = folderFor({ 'a.md': 'x\nCCM IAM-13 and T1021.007\n' });
    const { out, code } = await controlLens('refs', folder);
    const [control = '', technique = ''] = out.split('\n');
    assert.ok(
      control.startsWith(`${below(folder, 'a.md')}:2:5: IAM-13 (mapping, default) certain: named-beside +8`),
      control,
    );
    assert.ok(technique.startsWith(`${below(folder, 'a.md')}:2:16: T1021.007 certain: `), technique);
    assert.equal(code, 0);
  });

  test('prints an empty list for a folder without references', async () => {
    const { value, code } = await printed('refs', folderFor({ 'a.md': 'x' }));
    assert.deepEqual([value.references, code], [[], 0]);
  });
});
