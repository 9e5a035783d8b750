import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { controlLens, folderFor, printed, removeFolders } from '../support/cli';
import { violations } from '../support/jsonSchema';
import { projectText } from '../support/manifest';

const TEXT = 'CCM GRC-03\n';
const NAME = '.control-lens.yaml';

/** The findings below a folder, as `a.md error`. */
async function findings(folder: string, ...more: readonly string[]): Promise<string[]> {
  const { value } = await printed('check', folder, ...more);
  return value.findings.map(
    (each) => `${path.relative(folder, each.path).split(path.sep).join('/')} ${each.severity}`,
  );
}

async function refusal(folder: string): Promise<string> {
  const { out, error, code } = await controlLens('check', folder);
  assert.deepEqual([out, code], ['', 2]);
  return error;
}

suite('a configuration for the command line', () => {
  suiteTeardown(removeFolders);

  test('is the nearest one above each file, up to the top of the repository', async () => {
    const folder = folderFor({
      [NAME]: 'rules: { no-mapping: error }',
      'repository/.git/HEAD': '',
      'repository/a.md': TEXT,
      'repository/b/.control-lens.json': '{"rules":{"no-mapping":"hint"}}',
      'repository/b/c.md': TEXT,
      'repository/d/e.md': TEXT,
      'repository/d/.control-lens.yml': 'rules: { no-mapping: information }',
    });
    assert.deepEqual(await findings(path.join(folder, 'repository'), '--hints'), [
      'a.md warning',
      'b/c.md hint',
      'd/e.md information',
    ]);
    assert.deepEqual(await findings(path.join(folder, 'repository/b/c.md'), '--hints'), [' hint']);
  });

  test('has overrides, and gives way to options', async () => {
    const folder = folderFor({
      'a.md': TEXT,
      'old/b.md': TEXT,
      [NAME]: "rules: { no-mapping: error }\noverrides: [{ files: 'old/**', rules: { no-mapping: off } }]",
    });
    assert.deepEqual(await findings(folder), ['a.md error']);
    assert.deepEqual(await findings(folder, '--rule', 'no-mapping=warning'), [
      'a.md warning',
      'old/b.md warning',
    ]);
    assert.deepEqual(await findings(folder, '--no-config'), ['a.md warning', 'old/b.md warning']);
  });

  test("says more than the editor's settings", async () => {
    const folder = folderFor({
      'a.md': TEXT,
      [NAME]: 'rules: { no-mapping: error }',
      '.vscode/settings.json': '{"controlLens.rules.no-mapping":"hint","controlLens.rules.aicm-id":"off"}',
    });
    const settings = path.join(folder, '.vscode/settings.json');
    assert.deepEqual(await findings(folder, '--settings', settings), ['a.md error']);
  });

  test('chooses files relative to its own folder', async () => {
    const folder = folderFor({
      '.git/HEAD': '',
      'policies/a.md': TEXT,
      'policies/old/b.md': TEXT,
      'policies/c.adoc': TEXT,
      'd.md': TEXT,
      [NAME]: "languages: [markdown, asciidoc]\ninclude: ['policies/**']\nexclude: ['policies/old/**']\n",
    });
    assert.deepEqual(await findings(folder), ['policies/a.md warning', 'policies/c.adoc warning']);
    assert.deepEqual(await findings(path.join(folder, 'policies')), ['a.md warning', 'c.adoc warning']);
    assert.deepEqual(await findings(path.join(folder, 'd.md')), [' warning']);
  });

  test('is found by a text on standard input, by its name', async () => {
    const folder = folderFor({ [NAME]: 'rules: { no-mapping: error }', 'a.md': '' });
    const argv = ['check', '-', '--stdin-filename', path.join(folder, 'new.md'), '--format', 'json'];
    assert.match((await controlLens(...argv)).out, /"findings": \[\]/);
  });

  const bad: readonly (readonly [name: string, files: Record<string, string>, message: RegExp])[] = [
    [
      'an unknown key',
      { [NAME]: 'exlude: []' },
      /\.control-lens\.yaml: unknown key exlude\. Did you mean exclude\?\n/,
    ],
    [
      'a dead glob',
      { [NAME]: "include: ['polcies/**']" },
      /include: polcies\/\*\* matches no file\. Did you mean policies\/\*\*\?\n/,
    ],
    [
      'nothing left',
      { [NAME]: "include: ['policies/**']\nexclude: ['**/*.md']" },
      /its include and exclude leave no file/,
    ],
    [
      'two files',
      { [NAME]: '', '.control-lens.json': '{}' },
      /has \.control-lens\.yaml and \.control-lens\.json\. Keep one/,
    ],
    ['a base outside', { [NAME]: 'extends: ../x.yaml' }, /isn't a relative path inside the repository/],
    ['a base that is missing', { [NAME]: 'extends: x.yaml' }, /x\.yaml: no such file or folder/],
  ];
  for (const [name, files, message] of bad)
    test(`ends with 2 for ${name}`, async () => {
      const folder = folderFor({ '.git/HEAD': '', 'policies/a.md': TEXT, ...files });
      assert.match(await refusal(folder), message);
    });

  test('is never read through a link that leads out of the repository', async () => {
    const outside = folderFor({ 'base.yaml': 'rules: { no-mapping: off }' });
    const folder = folderFor({ '.git/HEAD': '', 'a.md': TEXT, [NAME]: 'extends: base.yaml' });
    fs.symlinkSync(path.join(outside, 'base.yaml'), path.join(folder, 'base.yaml'));
    assert.match(await refusal(folder), /base\.yaml: a link that leads out of the repository/);
  });
});

suite('control-lens --print-config', () => {
  suiteTeardown(removeFolders);

  test('prints what applies to a file, and where it comes from', async () => {
    const folder = folderFor({
      '.git/HEAD': '',
      'base.yaml': 'ccm: { edition: 4.0 }',
      'a/.control-lens.yaml': "extends: ../base.yaml\nexclude: ['old/**']\n",
      'a/old/b.md': TEXT,
    });
    const { out, code } = await controlLens('--print-config', path.join(folder, 'a/old/b.md'));
    const value = JSON.parse(out) as Record<string, unknown> & { settings: Record<string, unknown> };
    assert.equal(code, 0);
    assert.deepEqual(value['configurations'], ['base.yaml', 'a/.control-lens.yaml']);
    assert.equal(value['isLeftOut'], true);
    assert.deepEqual([value.settings['ccm.edition'], value.settings['exclude']], ['4.0', ['old/**']]);
    assert.equal(value.settings['rules.no-mapping'], 'warning');
  });
});

suite('control-lens init', () => {
  suiteTeardown(removeFolders);

  test('writes what the documents are like', async () => {
    const folder = folderFor({
      'a.md': 'CCM 4.0 IAM-13, CCM 4.0 IAM-10\n',
      'b.yaml': 'ccm: [GRC-03]\n',
      'c.adoc': 'ATT&CK T1021.007\n',
      'd.adoc': 'Nothing.\n',
    });
    const { out, code } = await controlLens('init', folder);
    const file = path.join(folder, NAME);
    const text = fs.readFileSync(file, 'utf8');
    assert.equal(code, 0);
    assert.equal(out, `${text}\nWritten to ${file}\n`);
    assert.match(text, /^# yaml-language-server: \$schema=https:/);
    assert.match(text, /languages: \[markdown, yaml, toml, asciidoc\]\n/);
    assert.match(text, /frameworks: \[ccm\]\n/);
    assert.match(text, /ccm:\n  edition: '4\.0'\n/);
    assert.equal((await controlLens('check', folder)).code < 2, true);
  });

  test('leaves a configuration that is there alone', async () => {
    const folder = folderFor({ '.control-lens.json': '{}' });
    const { error, code } = await controlLens('init', folder);
    assert.equal(code, 2);
    assert.match(error, /\.control-lens\.json: is there already, and was left alone/);
    assert.equal((await controlLens('init', folder, '--dry-run')).code, 0);
    assert.deepEqual(fs.readdirSync(folder), ['.control-lens.json']);
  });
});

suite('the schema of a configuration', () => {
  const schema = JSON.parse(projectText('docs/control-lens.schema.json')) as object;

  test('takes what the command line takes', () => {
    for (const value of [
      {},
      { ccm: { edition: '4.0' }, 'rules.no-mapping': 'off', extends: 'a.yaml' },
      { extends: ['a'], overrides: [{ files: 'a/**', rules: { 'no-mapping': 'off' } }], frameworks: ['ccm'] },
    ])
      assert.deepEqual(violations(schema, value), []);
  });

  test('refuses other keys and values', () => {
    for (const value of [
      { editon: '4.0' },
      { ccm: { editon: '4.0' } },
      { rules: { 'no-mapping': 'loud' } },
      { overrides: [{ rules: {} }] },
      { overrides: [{ files: 'a', include: ['b'] }] },
    ])
      assert.notDeepEqual(violations(schema, value), [], JSON.stringify(value));
  });
});
