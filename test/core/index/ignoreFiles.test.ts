import assert from 'node:assert/strict';
import { globTest } from '../../../src/core/settings/globs';
import { isKeptOut, switchedOn } from '../../../src/core/index/fileFilter';
import { IgnoreFiles } from '../../../src/core/index/ignoreFiles';

/** Which of the paths the files ignore. */
function ignored(files: Readonly<Record<string, string>>, paths: readonly string[]): string[] {
  const ignoreFiles = new IgnoreFiles();
  for (const [folder, text] of Object.entries(files)) ignoreFiles.add(folder, text);
  return paths.filter((path) => ignoreFiles.ignores(path));
}

suite('a .gitignore file', () => {
  test('ignores files and folders, anchored or not', () => {
    const paths = ['a.md', 'out/a.md', 'docs/out/a.md', 'docs/a.md', 'build/a.md', 'docs/build/a.md'];
    assert.deepEqual(ignored({ '': 'out/\r\n/build\n# a.md\n' }, paths), [
      'out/a.md',
      'docs/out/a.md',
      'build/a.md',
    ]);
  });

  test('applies to the folder that holds it, and wins there', () => {
    const files = { '': '*.tmp.md\n', docs: '!keep.tmp.md\ndraft*\n' };
    const paths = [
      'keep.tmp.md',
      'docs/keep.tmp.md',
      'docs/x.tmp.md',
      'docs/draft.md',
      'draft.md',
      'docs/a/draft.md',
    ];
    assert.deepEqual(ignored(files, paths), [
      'keep.tmp.md',
      'docs/x.tmp.md',
      'docs/draft.md',
      'docs/a/draft.md',
    ]);
  });

  test('takes nothing back below an ignored folder', () => {
    assert.deepEqual(ignored({ '': 'out/\n!out/a.md\n', out: '!a.md\n' }, ['out/a.md']), ['out/a.md']);
  });

  test('takes a file back if only the contents of its folder are ignored', () => {
    assert.deepEqual(ignored({ '': 'out/*\n!out/a.md\n' }, ['out/a.md', 'out/b.md']), ['out/b.md']);
  });

  test('takes a folder back that a file further up ignores', () => {
    assert.deepEqual(ignored({ '': 'tmp\n', docs: '!tmp\n' }, ['docs/tmp/a.md', 'tmp/a.md']), ['tmp/a.md']);
  });

  test('ignores nothing by invalid rules, or if it is too large', () => {
    assert.deepEqual(ignored({ '': '[[[[\n\\\n../x\n/\n' }, ['a.md', 'x/a.md']), []);
    assert.deepEqual(ignored({ '': `*.md\n${'#'.repeat(300_000)}` }, ['a.md']), []);
  });

  /** Without a limit on such rules, this would not end while anybody waits. */
  test('leaves out rules with many stars', () => {
    const rules = ['**/a/'.repeat(12), '**/a/**/a/**/b', `${'*a'.repeat(140)}b`].join('\n');
    assert.deepEqual(ignored({ '': rules }, [`${'a/'.repeat(39)}c.md`, `${'a/'.repeat(400)}c.md`]), []);
  });
});

suite('the filter of files', () => {
  test('applies a glob for a folder to everything below it', () => {
    const filter = {
      excludes: globTest(['**/node_modules', 'old/*.md', '**/.git']),
      ignoreFiles: new IgnoreFiles(),
    };
    const out = (path: string): boolean => isKeptOut(path, filter);
    assert.deepEqual(
      ['a.md', 'node_modules/x/a.md', 'docs/node_modules/a.md', 'old/a.md', 'old/b/a.md', '.git/a.md'].map(
        out,
      ),
      [false, true, true, true, false, true],
    );
  });

  test('leaves out globs that are switched off', () => {
    const value = { '**/a': true, '**/b': false, '**/c': { when: '$(basename).ts' } };
    assert.deepEqual(switchedOn(value), ['**/a']);
    assert.deepEqual([undefined, null, 'x', []].flatMap(switchedOn), []);
  });
});
