import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPORT_FORMATS } from '../../src/core/report/formats';
import type { CoverageReport } from '../../src/core/report/report';
import { below, controlLens, folderFor, printed, removeFolders } from '../support/cli';

const FILES = {
  'a.md': 'ATT&CK T1021.007, T1190\n',
  'b.yaml': 'controls: [IAM-10, GRC-03]\n',
};

suite('the coverage command', () => {
  suiteTeardown(removeFolders);

  test('prints JSON over all files', async () => {
    const folder = folderFor(FILES);
    const { value, code } = await printed('coverage', folder);
    assert.equal(code, 0);
    assert.deepEqual(value.documents, [below(folder, 'a.md'), below(folder, 'b.yaml')]);
    assert.equal(value.title, folder);
    const { techniques, addressed, gaps, controls, withoutMapping } = value.counts;
    assert.deepEqual([techniques, addressed, gaps, controls, withoutMapping], [2, 1, 1, 2, 1]);
  });

  test('prints text by default, and every format', async () => {
    const folder = folderFor(FILES);
    const { out, code } = await controlLens('coverage', folder);
    assert.match(out, /2 techniques: 1 addressed by a cited control, 1 open, 0 without mapped controls/);
    assert.equal(code, 0);
    for (const format of REPORT_FORMATS) {
      const each = await controlLens('coverage', folder, '--format', format);
      assert.deepEqual([each.code, each.error], [0, '']);
      assert.ok(each.out.includes('T1021.007'), format);
    }
  });

  test('takes the edition option for documents that declare none', async () => {
    const folder = folderFor(FILES);
    const { value } = await printed('coverage', folder, '--edition', '4.1');
    assert.deepEqual(value.edition, { id: '4.1', label: 'CCM 4.1' });
  });

  test("ends with 2 if a file can't be read", async () => {
    const { out, error, code } = await controlLens('coverage', '/no/such/place');
    assert.deepEqual([out, code], ['', 2]);
    assert.match(error, /no such file or folder/);
  });

  suite('the --output option', () => {
    const report = (file: string): CoverageReport =>
      JSON.parse(fs.readFileSync(file, 'utf8')) as CoverageReport;

    test('writes the report whole, leaves nothing beside it, and prints the counts', async () => {
      const folder = folderFor(FILES);
      const file = path.join(folder, 'report.json');
      fs.writeFileSync(file, 'old', { mode: 0o640 });
      const { out, error, code } = await controlLens(
        'coverage',
        folder,
        '--format',
        'json',
        '--output',
        file,
      );
      assert.deepEqual([error, code], ['Skipped 1 file of another kind (.json).\n', 0]);
      assert.match(out, /^2 techniques: .*\n2 controls cited: .*\nWritten to .*report\.json\n$/);
      assert.equal(report(file).counts.techniques, 2);
      assert.deepEqual(fs.readdirSync(folder).sort(), ['a.md', 'b.yaml', 'report.json']);
      if (process.platform !== 'win32') assert.equal(fs.statSync(file).mode & 0o777, 0o640);
    });

    test('changes nothing the next time for a report inside the folder', async () => {
      const folder = folderFor(FILES);
      const file = path.join(folder, 'coverage.md');
      await controlLens('coverage', folder, '--format', 'markdown', '--output', file);
      const { value } = await printed('coverage', folder);
      assert.deepEqual([value.counts.techniques, value.counts.controls], [2, 2]);
      const check = await printed('check', file);
      assert.deepEqual(check.value.findings, []);
    });

    test('never overwrites a document that was read', async () => {
      const folder = folderFor(FILES);
      const file = path.join(folder, 'a.md');
      const { error, code } = await controlLens('coverage', folder, '--output', file);
      assert.equal(code, 2);
      assert.match(error, /one of the input files/);
      assert.equal(fs.readFileSync(file, 'utf8'), FILES['a.md']);
    });

    test('writes to where a symbolic link leads, and keeps the link', async function () {
      if (process.platform === 'win32') this.skip();
      const folder = folderFor({ ...FILES, 'out/real.json': '' });
      const link = path.join(folder, 'link.json');
      fs.symlinkSync(path.join(folder, 'out/real.json'), link);
      await controlLens('coverage', folder, '--format', 'json', '--output', link);
      assert.ok(fs.lstatSync(link).isSymbolicLink());
      assert.equal(report(path.join(folder, 'out/real.json')).counts.techniques, 2);
    });

    test('never writes through a link to a document that was read', async function () {
      if (process.platform === 'win32') this.skip();
      const folder = folderFor(FILES);
      const link = path.join(folder, 'link.txt');
      fs.symlinkSync(path.join(folder, 'a.md'), link);
      const { code } = await controlLens('coverage', folder, '--output', link);
      assert.equal(code, 2);
      assert.equal(fs.readFileSync(path.join(folder, 'a.md'), 'utf8'), FILES['a.md']);
    });

    test('writes to where a link leads, also if nothing is there yet, and keeps the link', async function () {
      if (process.platform === 'win32') this.skip();
      const folder = folderFor({ ...FILES, 'out/a.md': '' });
      const link = path.join(folder, 'link.json');
      fs.symlinkSync('out/new.json', link);
      await controlLens('coverage', folder, '--format', 'json', '--output', link);
      assert.ok(fs.lstatSync(link).isSymbolicLink());
      assert.equal(report(path.join(folder, 'out/new.json')).counts.techniques, 2);
    });

    test('keeps a file with two names one file', async () => {
      const folder = folderFor({ ...FILES, 'one.json': 'x' });
      const [one, other] = [path.join(folder, 'one.json'), path.join(folder, 'other.json')];
      fs.linkSync(one, other);
      await controlLens('coverage', folder, '--format', 'json', '--output', other);
      assert.equal(fs.statSync(one).ino, fs.statSync(other).ino);
      assert.equal(report(one).counts.techniques, 2);
    });

    test('never writes to a document that was read by another of its names', async () => {
      const folder = folderFor(FILES);
      const other = path.join(folder, 'other.txt');
      fs.linkSync(path.join(folder, 'a.md'), other);
      assert.equal((await controlLens('coverage', folder, '--output', other)).code, 2);
      assert.equal(fs.readFileSync(other, 'utf8'), FILES['a.md']);
    });

    test('keeps the owner and the mode of a file that is there', async function () {
      if (process.getuid?.() !== 0) this.skip(); // nobody else may give files away
      const folder = folderFor({ ...FILES, 'report.json': 'x' });
      const file = path.join(folder, 'report.json');
      fs.chmodSync(file, 0o640);
      fs.chownSync(file, 12_345, 12_346);
      await controlLens('coverage', folder, '--format', 'json', '--output', file);
      const { uid, gid, mode } = fs.statSync(file);
      assert.deepEqual([uid, gid, mode & 0o777], [12_345, 12_346, 0o640]);
      assert.equal(report(file).counts.techniques, 2);
    });

    test("ends with 2 and leaves nothing if it can't write", async () => {
      const folder = folderFor(FILES);
      for (const file of [path.join(folder, 'none/report.txt'), folder]) {
        const { out, error, code } = await controlLens('coverage', folder, '--output', file);
        assert.deepEqual([out, code], ['', 2]);
        assert.match(error.replace(file, 'FILE'), /^FILE(?:: no such file or folder| is a folder)\n$/);
      }
      assert.deepEqual(fs.readdirSync(folder).sort(), ['a.md', 'b.yaml']);
    });
  });
});
