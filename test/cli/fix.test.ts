import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { FixReport } from '../../src/cli/fix';
import type { ChangesReport } from '../../src/cli/changes';
import type { MigrateAttackReport } from '../../src/cli/migrateAttackFiles';
import type { MigrateReport } from '../../src/cli/migrateFiles';
import { below, controlLens, folderFor, removeFolders } from '../support/cli';

const OLD = 'ATT&CK T1086 and T1059-003\n\nCCM GRC-03\n';
const NEW = 'ATT&CK T1059.001 and T1059.003\n\nCCM GRC-03\n';

function textOf(folder: string, name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

suite('the fix command', () => {
  suiteTeardown(removeFolders);

  test('fixes what the editor fixes on save, and tells how much', async () => {
    const folder = folderFor({ 'a.md': OLD, 'b.md': 'CCM IAM-10\n' });
    const { out, code } = await controlLens('fix', folder);
    assert.equal(textOf(folder, 'a.md'), NEW);
    assert.equal(out, `${below(folder, 'a.md')}: 2 fixes\n2 fixes in 1 of 2 files\n`);
    assert.equal(code, 0);
    assert.match((await controlLens('fix', folder)).out, /^0 fixes in 0 of 2 files/);
  });

  test('fixes the rules that are named', async () => {
    const folder = folderFor({ 'a.md': OLD });
    await controlLens('fix', folder, '--rule', 'malformed-id');
    assert.equal(textOf(folder, 'a.md'), OLD.replace('T1059-003', 'T1059.003'));
  });

  test('prints JSON', async () => {
    const folder = folderFor({ 'a.md': OLD });
    const { out } = await controlLens('fix', folder, '--format', 'json', '--dry-run');
    assert.deepEqual(JSON.parse(out) as FixReport, {
      isWritten: false,
      files: [{ path: below(folder, 'a.md'), fixes: 2 }],
      summary: { files: 1, changed: 1, fixes: 2 },
    });
  });

  test('writes nothing by --dry-run', async () => {
    const folder = folderFor({ 'a.md': OLD });
    const { out } = await controlLens('fix', folder, '--dry-run');
    assert.match(out, /2 fixes in 1 of 1 file\. Nothing was written\n$/);
    assert.equal(textOf(folder, 'a.md'), OLD);
  });

  const texts: readonly (readonly [name: string, text: string])[] = [
    ['one line', 'ATT&CK T1086'],
    ['the first and the last line', `ATT&CK T1086\n${'x\n'.repeat(20)}ATT&CK T1059-003`],
    ['lines near each other', `x\nx\nx\nx\nATT&CK T1086\nx\nx\nx\nATT&CK T1086\nx\nx\nx\nx\nx\n`],
    ['CRLF', 'ATT&CK T1086\r\n\r\nATT&CK T1086\r\n'],
    ['two on a line', 'x\nATT&CK T1086 and T1059-003\ny\n'],
  ];
  for (const [name, text] of texts)
    test(`prints a diff that git applies: ${name}`, async () => {
      const folder = folderFor({ 'a.md': text });
      const { out } = await controlLens('fix', path.join(folder, 'a.md'), '--diff');
      assert.equal(textOf(folder, 'a.md'), text);
      const patch = out.replaceAll(below(folder, 'a.md'), 'a.md');
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: patch });
      const patched = textOf(folder, 'a.md');
      fs.writeFileSync(path.join(folder, 'a.md'), text);
      await controlLens('fix', folder);
      assert.equal(patched, textOf(folder, 'a.md'));
      assert.notEqual(patched, text);
    });

  test('keeps encoding, byte order mark and mode', async () => {
    const folder = folderFor({ 'a.md': `\ufeff${OLD}` });
    const wide = path.join(folder, 'b.md');
    fs.writeFileSync(wide, Buffer.from(`\ufeff${OLD}`, 'utf16le'));
    fs.chmodSync(wide, 0o640);
    await controlLens('fix', folder);
    assert.equal(textOf(folder, 'a.md'), `\ufeff${NEW}`);
    assert.equal(fs.readFileSync(wide).toString('utf16le'), `\ufeff${NEW}`);
    if (process.platform !== 'win32') assert.equal(fs.statSync(wide).mode & 0o777, 0o640);
  });

  test('keeps a link that is named, and follows none below a folder', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderFor({ 'real/a.md': OLD, 'outside/b.md': OLD, 'c/.keep': '' });
    fs.symlinkSync('../real/a.md', path.join(folder, 'c/named.md'));
    fs.symlinkSync('../outside', path.join(folder, 'c/folder'));
    fs.symlinkSync('../outside/b.md', path.join(folder, 'c/b.md'));
    await controlLens('fix', path.join(folder, 'c'));
    assert.deepEqual([textOf(folder, 'outside/b.md'), textOf(folder, 'real/a.md')], [OLD, OLD]);
    await controlLens('fix', path.join(folder, 'c/named.md'));
    assert.equal(textOf(folder, 'real/a.md'), NEW);
    assert.ok(fs.lstatSync(path.join(folder, 'c/named.md')).isSymbolicLink());
  });

  test('leaves a file alone that it could not write back as it was', async () => {
    const folder = folderFor({ 'a.md': '' });
    const file = path.join(folder, 'a.md');
    const bytes = Buffer.concat([Buffer.from(OLD), Buffer.from([0xff, 0xfe, 0x0a])]);
    fs.writeFileSync(file, bytes);
    const { error, code } = await controlLens('fix', folder);
    assert.equal(code, 2);
    assert.match(error, /a\.md: not valid UTF-8, and was left alone \(0 files were written before\)/);
    assert.ok(fs.readFileSync(file).equals(bytes));
  });

  test('leaves nothing beside the files', async () => {
    const folder = folderFor({ 'a.md': OLD });
    await controlLens('fix', folder);
    assert.deepEqual(fs.readdirSync(folder), ['a.md']);
  });
});

suite('the migrate command', () => {
  suiteTeardown(removeFolders);
  const FROM = ['migrate', '--from', '4.0', '--to', '4.1'];
  const POLICY = '# CCM 4.0\n\n| Control | Title |\n| --- | --- |\n| IVS-03 | Network Security |\n';

  test('brings documents to another edition, and tells what is left to decide', async () => {
    const folder = folderFor({ 'a.md': POLICY, 'b.md': 'CCM 4.0: IAM-12 is kept.\n', 'c.md': 'Nothing.\n' });
    const { out, code } = await controlLens(...FROM, folder);
    assert.match(textOf(folder, 'a.md'), /# CCM 4\.1\n[\s\S]*\| I&S-03 \|/);
    assert.equal(code, 0);
    assert.ok(out.includes(`${below(folder, 'a.md')}: `), out);
    assert.match(out, /CCM 4\.0 to CCM 4\.1: \d of 3 files changed\n/);
    assert.match(out, /Left for you to decide \(\d+\), by the lines before:\n {2}.*b\.md:1: IAM-12/);
    assert.match(out, /Controls that only CCM 4\.1 has:\n {2}[A-Z&]{3}-\d\d /);
  });

  test('prints JSON, and writes nothing by --dry-run', async () => {
    const folder = folderFor({ 'a.md': POLICY });
    const { out } = await controlLens(...FROM, folder, '--dry-run', '--format', 'json');
    const { isWritten, files, summary } = JSON.parse(out) as MigrateReport;
    assert.equal(textOf(folder, 'a.md'), POLICY);
    assert.equal(isWritten, false);
    assert.deepEqual([files[0]?.changes.ids, files[0]?.changes.declarations], [1, 1]);
    assert.deepEqual([summary.files, summary.changed], [1, 1]);
  });

  test('prints a diff', async () => {
    const folder = folderFor({ 'a.md': POLICY });
    const { out } = await controlLens(...FROM, folder, '--diff');
    assert.match(out, /^--- a\/.*a\.md\n\+\+\+ b\/.*a\.md\n@@ -1,5 \+1,5 @@\n-# CCM 4\.0\n\+# CCM 4\.1\n/);
    assert.equal(textOf(folder, 'a.md'), POLICY);
  });
});

suite('the migrate command for ATT&CK', () => {
  suiteTeardown(removeFolders);
  const RULE = 'tags:\n  - attack.defense-evasion\n  - attack.t1562.001\n  - attack.t1064\n';
  const TO = ['migrate', '--to', 'attack-19'];

  test('changes documents, and tells what is left to decide; done again, it changes nothing', async () => {
    const folder = folderFor({ 'a.yml': RULE, 'b.md': 'Nothing.\n' });
    const { out, code } = await controlLens(...TO, folder);
    const after = RULE.replace('defense-evasion', 'defense-impairment').replace('t1562.001', 't1685');
    assert.equal(textOf(folder, 'a.yml'), after);
    assert.equal(code, 0);
    assert.ok(out.includes(`${below(folder, 'a.yml')}: 1 ID, 1 tactic, 1 decision\n`), out);
    assert.match(out, /To ATT&CK 19\.1: 1 of 2 files changed\n/);
    assert.match(
      out,
      /Left for you to decide \(1\), by the lines before:\n {2}.*a\.yml:4: T1064 Scripting is deprecated/,
    );
    const again = await controlLens(...TO, folder);
    assert.match(again.out, /To ATT&CK 19\.1: 0 of 2 files changed\n/);
    assert.equal(textOf(folder, 'a.yml'), after);
  });

  test('prints JSON or a diff, and writes nothing by --dry-run', async () => {
    const folder = folderFor({ 'a.yml': RULE });
    const { out } = await controlLens(...TO, folder, '--dry-run', '--format', 'json');
    const { to, isWritten, files, summary } = JSON.parse(out) as MigrateAttackReport;
    assert.deepEqual(
      [to, isWritten, files[0]?.changes.id, files[0]?.changes.tactic],
      ['attack-19.1', false, 1, 1],
    );
    assert.deepEqual(
      files[0]?.decisions.map(({ line, kind }) => [line, kind]),
      [[3, 'deprecated']],
    );
    assert.deepEqual(summary, { files: 1, changed: 1, decisions: 1 });
    const diff = await controlLens(...TO, folder, '--diff');
    assert.match(diff.out, /^--- a\/.*a\.yml\n[\s\S]*\n-  - attack\.t1562\.001\n\+  - attack\.t1685\n/);
    assert.equal(textOf(folder, 'a.yml'), RULE);
  });
});

suite('the changes command', () => {
  suiteTeardown(removeFolders);

  test('lists what changed between two releases, and where, as text, JSON and Markdown', async () => {
    const folder = folderFor({ 'a.md': 'ATT&CK T1562.001, T1110\n\nT1562.001\n' });
    const { out, code } = await controlLens('changes', folder);
    assert.equal(code, 0);
    assert.match(out, /^ATT&CK 17\.1 to 19\.1: 1 of 2 IDs cited changed, in 1 document\.\n/);
    assert.match(
      out,
      /T1562\.001 Disable or Modify Tools\n {2}Revoked in 19\.1\. Use T1685.*\n {2}.*a\.md:1, 3\n/,
    );
    const json = await controlLens('changes', folder, '--format', 'json', '--from', '18.1');
    const { from, to, changes, summary } = JSON.parse(json.out) as ChangesReport;
    assert.deepEqual([from, to, changes[0]?.kinds], ['18.1', '19.1', ['revoked']]);
    assert.deepEqual(
      changes[0]?.places.map(({ line }) => line),
      [0, 2],
    );
    assert.deepEqual(summary, { cited: 2, changed: 1, documents: 1 });
    const markdown = await controlLens('changes', folder, '--format', 'markdown');
    assert.match(markdown.out, /^# ATT&CK 17\.1 to 19\.1\n[\s\S]*\| T1562\.001 \|/);
  });
});
