import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findFiles } from '../../src/cli/files';
import { ANY, folderFor, removeFolders } from '../support/cli';
import { projectFolder } from '../support/manifest';

const PROGRAM = path.join(projectFolder, 'dist/cli.js');

/** The program as it ships, as a process of its own. */
suite('the program', () => {
  suiteTeardown(removeFolders);

  const start = (program: string, ...argv: readonly string[]) =>
    spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8' });

  test('prints to the two streams, and ends with the code', () => {
    const folder = folderFor({ 'a.md': 'CCM IAM-99' });
    const found = start(PROGRAM, 'check', folder);
    assert.deepEqual([found.status, found.stderr], [1, '']);
    assert.match(found.stdout, /unknown-id/);
    const refused = start(PROGRAM, 'check', path.join(folder, 'b.md'));
    assert.deepEqual([refused.status, refused.stdout], [2, '']);
    assert.match(refused.stderr, /b\.md: no such file or folder/);
  });

  test('ends with 2 on an unexpected failure, since 1 means findings', () => {
    const home = folderFor({ 'dist/a.md': '' }); // without data
    fs.copyFileSync(PROGRAM, path.join(home, 'dist/cli.js'));
    const { status, stderr } = start(path.join(home, 'dist/cli.js'), 'check', home);
    assert.equal(status, 2);
    assert.match(stderr, /^Could not read the knowledge base: .*\n$/);
  });

  test('works without its package.json, whose version it then does not know', () => {
    const home = folderFor({ 'dist/a.md': '' });
    fs.copyFileSync(PROGRAM, path.join(home, 'dist/cli.js'));
    const { status, stdout, stderr } = start(path.join(home, 'dist/cli.js'), '--version');
    assert.deepEqual([status, stdout, stderr], [0, 'unknown\n', '']);
  });

  test("doesn't fail if its reader closes the pipe", function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderFor({ 'a.md': 'CCM IAM-10\n'.repeat(20_000) });
    const command = `"${process.execPath}" "${PROGRAM}" refs "${folder}" | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    assert.deepEqual([stdout.split('\n').length, stderr], [2, '']);
  });

  test("reports that it can't print", function () {
    if (!fs.existsSync('/dev/full')) this.skip();
    const folder = folderFor({ 'a.md': 'CCM IAM-10' });
    const command = `"${process.execPath}" "${PROGRAM}" refs --format json "${folder}" > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^Could not write the output: .*ENOSPC.*\n$/);
  });

  test('reports a folder that it may not read', async function () {
    if (!process.seteuid || process.getuid?.() !== 0) this.skip(); // nothing is closed to others but by root
    const folder = folderFor({ 'a/b.md': '' });
    fs.chmodSync(folder, 0o755);
    fs.chmodSync(path.join(folder, 'a'), 0o700);
    process.seteuid(65_534);
    try {
      const result = await findFiles([folder], ANY);
      assert.ok(!result.ok);
      assert.equal(result.failure.message, `${path.join(folder, 'a')}: permission denied`);
    } finally {
      process.seteuid(0);
    }
  });
});
