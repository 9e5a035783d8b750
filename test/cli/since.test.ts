import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseStatus } from '../../src/cli/compare/changes';
import { controlLens, folderFor, printed, removeFolders } from '../support/cli';
import { change, commit, git, repositoryFor } from '../support/repository';

/** The new findings, as `a.md:3 GRC-03`. */
async function added(folder: string, ref = 'main', ...paths: readonly string[]): Promise<string[]> {
  const places = (paths.length > 0 ? paths : ['.']).map((each) => path.join(folder, each));
  const { value } = await printed('check', ...places, '--since', ref);
  return value.findings.map(
    (each) => `${path.relative(folder, each.path)}:${each.range.start.line + 1} ${each.reference.id}`,
  );
}

const OLD = 'CCM GRC-03\n\nText.\n\nCCM GRC-05 is old.\n';

suite('check --since', () => {
  suiteTeardown(removeFolders);

  test('reports what the working tree adds to a commit, and nothing else', async () => {
    const folder = repositoryFor({ 'a.md': OLD, 'b.md': OLD });
    assert.deepEqual(await added(folder), []);
    change(folder, { 'a.md': `${OLD}\nCCM GRC-01 is new.\n`, 'c.md': 'CCM GRC-03\n' });
    assert.deepEqual(await added(folder), ['a.md:7 GRC-01', 'c.md:1 GRC-03']);
  });

  test('reports what a branch adds to where it parted from another', async () => {
    const folder = repositoryFor({ 'a.md': OLD });
    git(folder, 'checkout', '--quiet', '-b', 'mine');
    change(folder, { 'a.md': `${OLD}\nCCM GRC-01\n` });
    commit(folder);
    git(folder, 'checkout', '--quiet', 'main');
    change(folder, { 'a.md': 'Nothing.\n' });
    commit(folder);
    git(folder, 'checkout', '--quiet', 'mine');
    assert.deepEqual(await added(folder), ['a.md:7 GRC-01']);
  });

  const followed: readonly (readonly [name: string, files: Record<string, string | undefined>])[] = [
    ['within its file', { 'a.md': `CCM GRC-05 is old.\n\nMuch\n\nmore.\n\nCCM GRC-03\n` }],
    ['into another file', { 'a.md': 'CCM GRC-03\n', 'b/c.md': 'New\n\nCCM GRC-05 is old.\n' }],
    ['with its file', { 'a.md': undefined, 'b/c.md': OLD }],
    ['with its file, changed', { 'a.md': undefined, 'b.md': `${OLD}More.\n` }],
    ['with other words around its ID', { 'a.md': OLD.replace('is old', 'was old') }],
  ];
  for (const [name, files] of followed)
    test(`follows a line that moved ${name}`, async () => {
      const folder = repositoryFor({ 'a.md': OLD });
      change(folder, files);
      assert.deepEqual(await added(folder), []);
    });

  test('reports the second of two that are alike', async () => {
    const folder = repositoryFor({ 'a.md': 'x\n\nCCM GRC-03 once\n' });
    change(folder, { 'a.md': 'CCM GRC-03 twice\n\nCCM GRC-03 once\n' });
    assert.deepEqual(await added(folder), ['a.md:1 GRC-03']);
  });

  test('takes names with spaces, line breaks and marks', async () => {
    const name = ' -a "b\n\t%é.md';
    const folder = repositoryFor({ [name]: OLD });
    change(folder, { [name]: `${OLD}\nCCM GRC-01\n` });
    assert.deepEqual(await added(folder), [`${name}:7 GRC-01`]);
  });

  test('counts what it leaves out, as text and as JSON', async () => {
    const folder = repositoryFor({ 'a.md': OLD });
    change(folder, { 'a.md': `${OLD}\nCCM GRC-01\n` });
    const { out, code } = await controlLens('check', folder, '--since', 'main', '--fail-on', 'warning');
    assert.match(out, /: 1 warning\n2 findings of the changed files were there before \(main\)\n/);
    assert.equal(code, 1);
    const { value } = await printed('check', folder, '--since', 'main');
    assert.deepEqual(value.comparison?.since?.known, 2);
    assert.match(value.comparison?.since?.commit ?? '', /^[0-9a-f]{40}/);
  });

  test('ends with 0 if nothing is new', async () => {
    const folder = repositoryFor({ 'a.md': OLD });
    change(folder, { 'a.md': `${OLD}More.\n` });
    assert.equal((await controlLens('check', folder, '--since', 'main', '--fail-on', 'hint')).code, 0);
  });

  test('marks results of SARIF as new', async () => {
    const folder = repositoryFor({ 'a.md': OLD });
    change(folder, { 'a.md': `${OLD}\nCCM GRC-01\n` });
    const { out } = await controlLens('check', folder, '--since', 'main', '--format', 'sarif');
    assert.equal(out.split('"baselineState": "new"').length, 2);
    assert.equal(out.split('"ruleIndex"').length, 2);
  });

  test('starts no program that the repository names', async () => {
    const folder = repositoryFor({ 'a.md': OLD, '.gitattributes': '*.md diff=x filter=x\n' });
    const touch = `touch ${path.join(folder, 'started')}`;
    for (const key of ['diff.x.textconv', 'diff.x.command', 'diff.external', 'core.fsmonitor'])
      git(folder, 'config', key, touch);
    change(folder, { 'a.md': `${OLD}\nCCM GRC-01\n` });
    assert.deepEqual(await added(folder), ['a.md:7 GRC-01']);
    assert.ok(!fs.existsSync(path.join(folder, 'started')));
  });

  const bad: readonly (readonly [ref: string, message: RegExp])[] = [
    ['nowhere', /^--since nowhere isn't a commit of this repository\n/],
    ['--output=x', /^--since --output=x isn't a commit of this repository\n/],
    ['main:a.md', /^--since main:a\.md isn't a commit/],
  ];
  for (const [ref, message] of bad)
    test(`ends with 2 for "${ref}"`, async () => {
      const folder = repositoryFor({ 'a.md': OLD });
      const { out, error, code } = await controlLens('check', folder, `--since=${ref}`);
      assert.deepEqual([out, code], ['', 2]);
      assert.match(error, message);
    });

  test('ends with 2 outside of a repository', async () => {
    const { error, code } = await controlLens('check', folderFor({ 'a.md': OLD }), '--since', 'main');
    assert.equal(code, 2);
    assert.match(error, /git: not a git repository/);
  });

  test('reads renames, copies, additions and deletions', () => {
    const { before, deleted } = parseStatus([
      'R090',
      'a',
      'b',
      'A',
      'c',
      'M',
      'd',
      'D',
      'e',
      'C100',
      'd',
      'f',
      'T',
      'g',
    ]);
    assert.deepEqual(
      [...before],
      [
        ['b', 'a'],
        ['d', 'd'],
        ['f', 'd'],
        ['g', 'g'],
      ],
    );
    assert.deepEqual(deleted, ['e']);
  });
});
