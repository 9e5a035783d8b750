import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { findFiles } from '../../src/cli/files';
import { run } from '../../src/cli/run';
import { ANY, below, controlLens, folderFor, removeFolders } from '../support/cli';
import { dataText } from '../support/knowledge';

/** The files found below a folder, relative to it, each with its language. */
async function found(folder: string, ...names: readonly string[]): Promise<string[]> {
  return foundWithout([], folder, ...names);
}

async function foundWithout(
  exclude: readonly string[],
  folder: string,
  ...names: readonly string[]
): Promise<string[]> {
  const paths = names.length > 0 ? names.map((name) => path.join(folder, name)) : [folder];
  const result = await findFiles(paths, { ...ANY, exclude });
  if (!result.ok) assert.fail(result.failure.message);
  return result.value.map(
    (file) => `${path.posix.relative(below(folder, '.'), file.path)} ${file.languageId}`,
  );
}

suite('the files that the command line reads', () => {
  suiteTeardown(removeFolders);

  test('are Markdown, YAML and TOML below a folder, sorted', async () => {
    const names = [
      'z.md',
      'a.yaml',
      'a.toml',
      'b/c.yml',
      'b/d.markdown',
      'b/e.mdx',
      'F.MD',
      'g.txt',
      'h',
      'i.json',
      'j.md.bak',
    ];
    const folder = folderFor(Object.fromEntries(names.map((name) => [name, ''])));
    assert.deepEqual(await found(folder), [
      'F.MD markdown',
      'a.toml toml',
      'a.yaml yaml',
      'b/c.yml yaml',
      'b/d.markdown markdown',
      'b/e.mdx mdx',
      'z.md markdown',
    ]);
  });

  test('leave out node_modules and the folders of version control', async () => {
    const skipped = ['node_modules/x/a.md', 'b/node_modules/a.md', '.git/a.md', '.hg/a.md', '.svn/a.md'];
    const names = ['a.md', '.github/a.md', ...skipped];
    const folder = folderFor(Object.fromEntries(names.map((name) => [name, ''])));
    assert.deepEqual(await found(folder), ['.github/a.md markdown', 'a.md markdown']);
  });

  test('include a named file with any extension', async () => {
    const folder = folderFor({ 'a.txt': '', 'node_modules/b.md': '' });
    assert.deepEqual(await found(folder, 'a.txt', 'node_modules/b.md'), [
      'a.txt plaintext',
      'node_modules/b.md markdown',
    ]);
  });

  test('leave out what looks binary in a folder, and fail on it if it is named', async () => {
    const folder = folderFor({ 'a.md': 'CCM GRC-03', 'b.md': 'PK\u0003\0CCM GRC-04', 'c.md': 'CCM GRC-05' });
    const told = `${below(folder, 'b.md')}: looks binary and was not read\n`;
    for (const command of ['check', 'refs', 'coverage']) {
      const { out, error, code } = await controlLens(command, folder);
      assert.equal(error, told);
      assert.notEqual(code, 2);
      assert.match(out, /GRC-05|of 2 documents|2 documents/);
      assert.doesNotMatch(out, /GRC-04/);
    }
    const named = await controlLens('check', folder, path.join(folder, 'b.md'));
    assert.deepEqual([named.out, named.error, named.code], ['', told, 2]);
  });

  test("have the extensions of the editor's languages", async () => {
    const names = ['a.mkd', 'b.eyaml', 'c.adoc', 'd.json', 'e.rst', 'f'];
    const folder = folderFor(Object.fromEntries(names.map((name) => [name, ''])));
    assert.deepEqual(await found(folder), ['a.mkd markdown', 'b.eyaml yaml']);
    assert.deepEqual(await found(folder, ...names), [
      'a.mkd markdown',
      'b.eyaml yaml',
      'c.adoc asciidoc',
      'd.json json',
      'e.rst restructuredtext',
      'f plaintext',
    ]);
  });

  test('are counted if they are of other kinds, in one line on the standard error', async () => {
    const folder = folderFor({
      'a.md': '',
      'b.py': '',
      'c/d.py': '',
      'c/e.ps1': '',
      'old/f.exe': '',
      '.h': '',
      '.i/j.py': '',
      g: '',
    });
    for (const command of ['check', 'refs', 'coverage']) {
      const { error } = await controlLens(command, folder, '--exclude', 'old/**');
      assert.equal(error, 'Skipped 4 files of other kinds (.py, .ps1, g).\n');
    }
    const one = folderFor({ 'a.md': '', 'b.py': '' });
    assert.equal(
      (await controlLens('check', one, path.join(one, '.'))).error,
      'Skipped 1 file of another kind (.py).\n',
    );
    assert.equal((await controlLens('check', path.join(one, 'a.md'))).error, '');
  });

  test('leave out what is excluded relative to the named folder, and keep a named file', async () => {
    const names = ['a.md', 'old/b.md', 'old/c/d.yaml', 'e/old/f.md', 'CHANGELOG.md'];
    const folder = folderFor(Object.fromEntries(names.map((name) => [name, ''])));
    const exclude = ['old/**', '**/CHANGELOG.md'];
    assert.deepEqual(await foundWithout(exclude, folder), ['a.md markdown', 'e/old/f.md markdown']);
    assert.deepEqual(await foundWithout(exclude, folder, 'old'), ['old/b.md markdown', 'old/c/d.yaml yaml']);
    assert.deepEqual(await foundWithout(exclude, folder, 'CHANGELOG.md'), ['CHANGELOG.md markdown']);
    const { out } = await controlLens('check', folder, '--exclude', 'old/**', '--exclude', '**/f.md');
    assert.match(out, /^2 files/);
  });

  test('include a file once if two paths lead to it', async () => {
    const folder = folderFor({ 'a/b.md': '' });
    assert.deepEqual(await found(folder, '.', 'a', 'a/b.md', 'a/../a/b.md'), ['a/b.md markdown']);
  });

  test('are none in an empty folder', async () => {
    assert.deepEqual(await found(folderFor({})), []);
  });

  test('leave out links to folders, so that a loop ends', async () => {
    const folder = folderFor({ 'a/b.md': '', 'elsewhere/c.md': '' });
    fs.symlinkSync('..', path.join(folder, 'a', 'loop'), 'dir');
    fs.symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'a', 'link'), 'dir');
    assert.deepEqual(await found(folder, 'a'), ['a/b.md markdown']);
  });

  test('leave out a link that leads nowhere', async () => {
    const folder = folderFor({ 'a.md': '' });
    fs.symlinkSync('nowhere.md', path.join(folder, 'b.md'));
    assert.deepEqual(await found(folder), ['a.md markdown']);
  });

  test("end with 2 and its name for a path that doesn't exist", async () => {
    const missing = path.join(folderFor({}), 'missing.md');
    for (const command of ['check', 'refs']) {
      const { out, error, code } = await controlLens(command, missing);
      assert.deepEqual([out, code], ['', 2]);
      assert.equal(error, `${missing}: no such file or folder\n`);
    }
  });

  test('may be no device, which has no end', async function () {
    if (process.platform === 'win32') this.skip();
    const { out, error, code } = await controlLens('check', '/dev/zero');
    assert.deepEqual([out, code, error], ['', 2, '/dev/zero: neither a file nor a folder\n']);
  });

  test('end with 2 for a link that leads to itself', async () => {
    const loop = path.join(folderFor({}), 'loop.md');
    fs.symlinkSync('loop.md', loop);
    const { out, error, code } = await controlLens('check', loop);
    assert.deepEqual([out, code, error], ['', 2, `${loop}: too many levels of symbolic links\n`]);
  });

  test('end with 2 for a file over 50 MB, so that nothing passes unread', async () => {
    const folder = folderFor({ 'a.md': '' });
    fs.truncateSync(path.join(folder, 'a.md'), 50 * 1024 * 1024 + 1);
    const { out, error, code } = await controlLens('check', folder);
    assert.deepEqual([out, code], ['', 2]);
    assert.match(error, /a\.md: larger than 50 MB\n$/);
  });

  test('end with 2 for a file with more IDs than memory is meant for', async () => {
    const folder = folderFor({ 'a.md': 'T1059 '.repeat(500_001) });
    const { out, error, code } = await controlLens('check', folder);
    assert.deepEqual([out, code], ['', 2]);
    assert.match(
      error,
      /a\.md: more than 500,000 IDs in one file\. Split it, or leave it out with --exclude\n$/,
    );
  });

  test('are named without control characters', async function () {
    if (process.platform === 'win32') this.skip(); // no file has such a name there
    const folder = folderFor({ 'a\u001b[2J\u009b\u202e\nb.md': 'CCM GRC-03 and T1021.007' });
    const name = below(folder, 'a\\u001b[2J\\u009b\\u202e\\u000ab.md');
    for (const command of ['check', 'refs'])
      assert.ok((await controlLens(command, folder)).out.startsWith(`${name}:1:`), command);
    const { error } = await controlLens('check', path.join(folder, 'a\u001b'));
    assert.equal(error, `${path.join(folder, 'a\\u001b')}: no such file or folder\n`);
  });

  test('are named and skipped if their names are not UTF-8, folders too', async function () {
    if (process.platform !== 'linux') this.skip(); // other systems have no such names
    const folder = folderFor({ 'a.md': 'CCM GRC-03' });
    const named = (name: string): Buffer => Buffer.from(`${folder}/${name}`, 'latin1');
    fs.writeFileSync(named('caf\u00e9.md'), 'CCM GRC-04');
    fs.writeFileSync(named('caf\u00e9.png'), '');
    fs.mkdirSync(named('b\u00e9'));
    for (const argument of [folder, `${folder}/*`]) {
      const { out, error, code } = await controlLens('check', argument);
      assert.equal(code, 0);
      assert.match(out, /GRC-03/);
      const lines = ['b\uFFFD', 'caf\uFFFD.md'].map(
        (name) => `${below(folder, name)}: its name isn't UTF-8, so it was not read\n`,
      );
      assert.equal(error.slice(0, lines.join('').length), lines.join(''));
      assert.doesNotMatch(error, /png: its/);
    }
  });

  test('end with 2 for a missing path next to a good one', async () => {
    const folder = folderFor({ 'a.md': 'CCM GRC-03' });
    assert.equal((await controlLens('check', folder, path.join(folder, 'missing'))).code, 2);
  });

  const BAD_DATA: readonly (readonly [name: string, files: Record<string, string>, message: RegExp])[] = [
    ['missing', {}, /Could not read the knowledge base: .*(?:attack|ccm|nist-800-53)\.json/],
    [
      'no JSON',
      { 'attack.json': '{', 'ccm.json': '{}', 'nist-800-53.json': '{}' },
      /attack\.json is not JSON/,
    ],
    [
      'of another format',
      { 'attack.json': '{"format": 99}', 'ccm.json': '{}', 'nist-800-53.json': '{}' },
      /format is 99/,
    ],
    ['in part', { 'attack.json': dataText('attack.json') }, /(?:ccm|nist-800-53)\.json/],
  ];
  for (const [name, files, message] of BAD_DATA)
    test(`end with 2 for a data folder that is ${name}`, async () => {
      for (const argv of [
        ['check', '.'],
        ['explain', 'T1021'],
        ['refs', '.'],
      ]) {
        const { out, error, code } = await run(argv, folderFor(files), '1');
        assert.deepEqual([out, code], [[], 2]);
        assert.match(error, message);
      }
    });
});
