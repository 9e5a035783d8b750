import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { controlLens, folderFor, printed, removeFolders } from '../support/cli';

const SETTINGS = '.vscode/settings.json';

/** The findings of a check of the whole folder, as `a.md:no-mapping:error`. */
async function findings(folder: string, ...more: readonly string[]): Promise<string[]> {
  const { value } = await printed('check', folder, '--settings', path.join(folder, SETTINGS), ...more);
  return value.findings.map((each) => `${path.relative(folder, each.path)}:${each.rule}:${each.severity}`);
}

suite('a settings file for the command line', () => {
  suiteTeardown(removeFolders);

  test('applies to the command line as to the editor', async () => {
    const folder = folderFor({
      'a.md': 'GRC-03',
      'b/c.md': 'CCM GRC-03',
      'd.adoc': 'CCM GRC-03',
      [SETTINGS]: `{
        // ids stand for CCM in this repository
        "controlLens.ccm.assume": "always",
        "controlLens.rules.no-mapping": "error",
        "controlLens.exclude": ["b/**"],
        "controlLens.languages": ["markdown", "asciidoc"],
        "[markdown]": { "editor.wordWrap": "on" },
      }`,
    });
    assert.deepEqual(await findings(folder), ['a.md:no-mapping:error', 'd.adoc:no-mapping:error']);
  });

  test('gives way to an option', async () => {
    const settings = `{ "controlLens.rules.no-mapping": "error", "controlLens.rules.unknown-id": "error" }`;
    const folder = folderFor({ 'a.md': 'CCM GRC-03 IAM-99', [SETTINGS]: settings });
    assert.deepEqual(await findings(folder, '--rule', 'no-mapping=information'), [
      'a.md:no-mapping:information',
      'a.md:unknown-id:error',
    ]);
  });

  test('resolves its globs at the folder that holds .vscode, those of --exclude at the path', async () => {
    const settings = `{ "controlLens.include": ["policies/**"], "controlLens.exclude": ["policies/old/**"] }`;
    const text = 'CCM GRC-03';
    const folder = folderFor({
      'a.md': text,
      'policies/b.md': text,
      'policies/c/d.md': text,
      'policies/old/e.md': text,
      [SETTINGS]: settings,
    });
    const policies = path.join(folder, 'policies');
    const argv = [policies, '--settings', path.join(folder, SETTINGS)];
    const files = async (...more: readonly string[]): Promise<string[]> => {
      const { value } = await printed('refs', ...argv, ...more);
      return value.references.map((each) => path.relative(folder, each.path).split(path.sep).join('/'));
    };
    assert.deepEqual(await files(), ['policies/b.md', 'policies/c/d.md']);
    assert.deepEqual(await files('--exclude', 'c/**'), ['policies/b.md']);
  });

  test('may be a workspace file', async () => {
    const workspace = `{ "folders": [{ "path": "." }], "settings": { "controlLens.ccm.assume": "never" } }`;
    const folder = folderFor({ 'a.md': 'CCM GRC-03', 'x.code-workspace': workspace });
    const { code } = await controlLens('check', folder, '--settings', path.join(folder, 'x.code-workspace'));
    assert.equal(code, 0);
  });

  test('may be empty or have a byte order mark', async () => {
    for (const text of ['\uFEFF{}', '{}', '{ "__proto__": { "controlLens.ccm.assume": "never" } }'])
      assert.deepEqual(await findings(folderFor({ 'a.md': 'CCM GRC-03', [SETTINGS]: text })), [
        'a.md:no-mapping:warning',
      ]);
  });

  const bad: readonly (readonly [name: string, text: string, message: RegExp])[] = [
    [
      'a value of the wrong kind',
      '{ "controlLens.ccm.edition": "5" }',
      /controlLens\.ccm\.edition has an invalid value/,
    ],
    [
      'a severity that is none',
      '{ "controlLens.rules.aicm-id": 1 }',
      /controlLens\.rules\.aicm-id has an invalid value/,
    ],
    ['what is no JSON', '{\n  "a" 1 }', /settings\.json:2:\d+: not JSON with comments \(ColonExpected\)/],
    ['nothing', '', /settings\.json:1:1: not JSON with comments/],
    ['a list', '[]', /settings\.json: not a settings object/],
    ['nothing at all', 'null', /settings\.json: not a settings object/],
    ['brackets without end', '['.repeat(500_000), /settings\.json: nested too deeply/],
    ['too much', ' '.repeat(1_000_001), /too large for a settings file/],
  ];
  for (const [name, text, message] of bad)
    test(`is reported, and nothing is checked, if it is ${name}`, async () => {
      const folder = folderFor({ 'a.md': 'CCM GRC-03', [SETTINGS]: text });
      const argv = ['check', folder, '--settings', path.join(folder, SETTINGS)];
      const { out, error, code } = await controlLens(...argv);
      assert.deepEqual([out, code], ['', 2]);
      assert.match(error, message);
      assert.doesNotMatch(error, /--help/);
    });

  test("is never overwritten by a report, and can't be a folder", async () => {
    const folder = folderFor({ 'a.md': 'CCM GRC-03', [SETTINGS]: '{}' });
    const file = path.join(folder, SETTINGS);
    for (const command of ['check', 'coverage']) {
      const { error, code } = await controlLens(command, folder, '--settings', file, '-o', file);
      assert.deepEqual([code, fs.readFileSync(file, 'utf8')], [2, '{}']);
      assert.match(error, /one of the input files/);
    }
    const { error } = await controlLens('check', folder, '--settings', folder);
    assert.equal(error, `${folder}: is a folder\n`);
  });

  test("is reported if it doesn't exist", async () => {
    const folder = folderFor({ 'a.md': 'CCM GRC-03' });
    const { error, code } = await controlLens('check', folder, '--settings', path.join(folder, SETTINGS));
    assert.equal(code, 2);
    assert.match(error, /settings\.json: no such file or folder/);
  });
});
