import assert from 'node:assert/strict';
import { ruleUrl } from '../../src/core/rules/documentation/ruleUrl';
import { below, controlLens, folderFor, printed, removeFolders } from '../support/cli';

/** One finding of each severity: warning, information, hint. */
const POLICY = 'CCM GRC-03\n\nCCM GRC-12\n\nT1543.004\n';

suite('the check command', () => {
  suiteTeardown(removeFolders);

  test('counts findings in folders of what is deprecated, and lists them only where such a folder is named', async () => {
    const folder = folderFor({
      'a.md': 'CCM IAM-98\n',
      'deprecated/b.md': 'CCM IAM-99\n',
      '_deprecated/c.md': 'CCM IAM-99\n',
    });
    const { out } = await controlLens('check', folder);
    assert.match(out, /IAM-98/);
    assert.doesNotMatch(out, /IAM-99/);
    assert.match(out, /3 files, 3 references: 1 error \(and 2 in deprecated folders, not listed\)\n/);
    const named = await controlLens('check', below(folder, 'deprecated'));
    assert.match(named.out, /IAM-99/);
    assert.match(named.out, /1 file, 1 reference: 1 error\n/);
    const json = await controlLens('check', folder, '--format', 'json');
    assert.match(json.out, /"inDeprecatedFolders": 2/);
  });

  const codes: readonly (readonly [text: string, options: string, code: number])[] = [
    ['CCM IAM-10\n', '', 0],
    ['', '', 0],
    ['CCM IAM-99\n', '', 1],
    ['CCM IAM-99\n', '--fail-on never', 0],
    ['CCM GRC-03\n', '', 0],
    ['CCM GRC-03\n', '--fail-on warning', 1],
    ['CCM GRC-03\n', '--max-warnings 1', 0],
    ['CCM GRC-03\n', '--max-warnings 0', 1],
    ['CCM GRC-12\n', '--max-warnings 0', 0],
    ['CCM GRC-01, CCM GRC-03\n', '--max-warnings 1', 0],
    ['CCM GRC-03\n', '--fail-on never', 0],
    ['CCM GRC-12\n', '', 0],
    ['CCM GRC-12\n', '--fail-on information', 1],
    ['CCM GRC-12\n', '--fail-on hint', 1],
    ['T1543.004\n', '--fail-on information', 0],
    ['T1543.004\n', '--hints', 0],
    ['T1543.004\n', '--fail-on hint', 1],
    ['CCM GRC-03 <!-- control-lens-disable-line -->\n', '', 0],
  ];
  for (const [text, options, code] of codes)
    test(`ends with ${code} for ${JSON.stringify(text)} ${options}`, async () => {
      const folder = folderFor({ 'a.md': text });
      const outcome = await controlLens('check', folder, ...options.split(' ').filter(Boolean));
      assert.deepEqual([outcome.code, outcome.error], [code, '']);
    });

  test('prints JSON', async () => {
    const folder = folderFor({ 'a.md': POLICY });
    const { value, code } = await printed('check', folder);
    assert.equal(code, 0);
    const [warning, information] = value.findings;
    assert.equal(value.findings.length, 2);
    const { message, ...rest } = warning ?? assert.fail();
    assert.deepEqual(rest, {
      path: below(folder, 'a.md'),
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 10 } },
      rule: 'no-mapping',
      ruleUrl: 'https://github.com/control-lens/control-lens/blob/main/docs/rules/no-mapping.md',
      severity: 'warning',
      reference: { id: 'GRC-03', edition: 'mapping', state: 'non-mappable' },
    });
    assert.match(message, /GRC-03/);
    assert.deepEqual([information?.rule, information?.severity], ['aicm-id', 'information']);
    assert.deepEqual(value.summary, {
      files: 1,
      references: 3,
      findings: { error: 0, warning: 1, information: 1, hint: 0 },
    });
  });

  test('prints hints as JSON, and no edition of a technique', async () => {
    const folder = folderFor({ 'a.md': POLICY });
    const { value } = await printed('check', folder, '--hints');
    assert.equal(value.findings.length, 3);
    assert.deepEqual(value.findings[2]?.reference, { id: 'T1543.004', edition: null, state: 'not-assessed' });
    assert.equal(value.summary.findings.hint, 1);
  });

  test('prints text with lines and columns from one', async () => {
    const folder = folderFor({ 'a.md': `x\n${POLICY}` });
    const { out } = await controlLens('check', folder);
    const [first = '', second = '', summary, pages] = out.split('\n');
    assert.ok(first.startsWith(`${below(folder, 'a.md')}:2:5: warning no-mapping: `), first);
    assert.ok(second.startsWith(`${below(folder, 'a.md')}:4:5: information aicm-id: `), second);
    assert.equal(summary, '1 file, 3 references: 1 warning, 1 information');
    assert.equal(pages, `Rules: ${ruleUrl('no-mapping')} ${ruleUrl('aicm-id')}`);
    assert.match(out, /control-lens-disable-line RULE/);
  });

  test('prints that there are no findings', async () => {
    const folder = folderFor({ 'a.md': 'CCM IAM-10', 'b.yaml': '' });
    assert.equal((await controlLens('check', folder)).out, '2 files, 1 reference: no findings\n');
  });

  test('takes the edition option for documents that declare none', async () => {
    const folder = folderFor({ 'a.md': 'CCM STA-02\n' });
    const rules = async (edition: string) => {
      const { value } = await printed('check', folder, '--edition', edition);
      return value.findings.map(({ rule, reference }) => [rule, reference.edition]);
    };
    assert.deepEqual(await rules('4.1'), [['no-mapping', '4.1']]);
    assert.deepEqual(await rules('4.0'), [['no-mapping', '4.0']]);
    assert.deepEqual(await rules('auto'), [
      ['no-mapping', 'mapping'],
      ['ambiguous-edition', 'mapping'],
    ]);
  });

  test('counts columns in UTF-16 code units', async () => {
    const folder = folderFor({ 'a.md': '😀 CCM GRC-12\r\né CCM GRC-12\r\n' });
    const { value } = await printed('check', folder);
    assert.deepEqual(
      value.findings.map(({ range }) => range),
      [
        { start: { line: 0, character: 7 }, end: { line: 0, character: 13 } },
        { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } },
      ],
    );
  });

  for (const [name, text] of [
    ['CRLF', 'x\r\n\r\nCCM GRC-03\r\n'],
    ['lone CR', 'x\r\rCCM GRC-03\r'],
    ['a byte order mark', '\ufeffx\n\nCCM GRC-03'],
  ] as const)
    test(`gives the same positions despite ${name}`, async () => {
      const { value } = await printed('check', folderFor({ 'a.md': text }));
      assert.deepEqual(value.findings[0]?.range.start, { line: 2, character: 4 });
    });

  test('reads front matter after a byte order mark', async () => {
    const folder = folderFor({ 'a.md': '\ufeff---\nccm_version: 4.1\n---\nCCM SEF-09\n' });
    const { value } = await printed('check', folder);
    assert.equal(value.findings[0]?.reference.edition, '4.1');
  });
});
