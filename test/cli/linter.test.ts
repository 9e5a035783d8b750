import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ProgressLine } from '../../src/cli/progress';
import { run } from '../../src/cli/run';
import { PIPE, wantsColors, type Terminal } from '../../src/cli/terminal';
import { RULE_IDS } from '../../src/core/rules/rule';
import { below, controlLens, folderFor, printed, removeFolders } from '../support/cli';
import { dataFolder } from '../support/knowledge';

const TEXT = 'CCM GRC-03\n';

async function names(folder: string, ...argv: readonly string[]): Promise<string[]> {
  const { value } = await printed('refs', ...argv);
  return value.references.map((each) => path.relative(folder, each.path).split(path.sep).join('/'));
}

/** Runs with a text on standard input, and gives what was printed at once and at the end. */
async function typed(text: string, argv: readonly string[], more: Partial<Terminal> = {}) {
  let shown = '';
  const terminal = {
    ...PIPE,
    input: async () => Promise.resolve(Buffer.from(text)),
    print: (piece: string) => void (shown += piece),
    ...more,
  };
  const { out, error, code } = await run(argv, dataFolder, '1.2.3', terminal);
  return { shown, out: [...out].join(''), error, code };
}

suite('paths of the command line', () => {
  suiteTeardown(removeFolders);

  test('may be globs in quotes', async () => {
    const folder = folderFor({ 'a.md': TEXT, 'b/c.md': TEXT, 'b/d.yaml': 'ccm: GRC-03', 'b/e.txt': TEXT });
    const glob = (name: string): string => below(folder, name);
    assert.deepEqual(await names(folder, glob('**/*.md')), ['a.md', 'b/c.md']);
    assert.deepEqual(await names(folder, glob('*/*')), ['b/c.md', 'b/d.yaml']);
    assert.deepEqual(await names(folder, glob('b/*.{md,txt}')), ['b/c.md', 'b/e.txt']);
    const { error, code } = await controlLens('check', glob('x/**/*.md'));
    assert.deepEqual([error, code], [`${glob('x/**/*.md')}: matches no file\n`, 2]);
  });

  test('may be a file whose name looks like a glob', async () => {
    const folder = folderFor({ '[a].md': TEXT, 'a.md': TEXT });
    assert.deepEqual(await names(folder, below(folder, '[a].md')), ['[a].md']);
  });

  test('may be listed in a file, by lines or NULs', async () => {
    const folder = folderFor({ 'a.md': TEXT, 'b c.md': TEXT, 'd.md': TEXT });
    const list = path.join(folder, 'list');
    const files = ['a.md', 'b c.md'].map((name) => path.join(folder, name));
    for (const text of [`${files.join('\r\n')}\r\n\r\n`, `${files.join('\0')}\0`]) {
      fs.writeFileSync(list, text);
      assert.deepEqual(await names(folder, '--files-from', list), ['a.md', 'b c.md']);
    }
    const { out } = await typed(files.join('\n'), ['check', '--files-from', '-']);
    assert.match(out, /^2 files, 2 references/);
  });

  test('may be a text on standard input', async () => {
    const named = await typed('ccm: [GRC-03]\n', ['check', '-', '--stdin-filename', 'policies/a.yaml']);
    assert.match(named.shown, /^policies\/a\.yaml:1:7: /);
    assert.match((await typed(TEXT, ['check', '-'])).shown, /^<stdin>:1:5: /);
  });
});

suite('ignore files for the command line', () => {
  suiteTeardown(removeFolders);

  test('leave out what they name below a folder, and nothing that is named', async () => {
    const folder = folderFor({
      '.git/HEAD': '',
      '.gitignore': 'old/\n',
      'b/.control-lensignore': 'c.md\n!d.md\n',
      'b/.gitignore': 'd.md\n',
      'a.md': TEXT,
      'old/x.md': TEXT,
      'b/c.md': TEXT,
      'b/d.md': TEXT,
    });
    assert.deepEqual(await names(folder, folder), ['a.md', 'b/d.md']);
    assert.deepEqual(await names(folder, path.join(folder, 'old')), []);
    assert.deepEqual(await names(folder, path.join(folder, 'old/x.md')), ['old/x.md']);
    assert.deepEqual(await names(folder, folder, '--no-ignore'), ['a.md', 'b/c.md', 'b/d.md', 'old/x.md']);
  });
});

suite('the text of check', () => {
  suiteTeardown(removeFolders);

  test('has the line and a mark below it by --show-source, and on a terminal', async () => {
    const folder = folderFor({ 'a.md': `x\n\t| CCM GRC-03 | \u001b[31m |\n` });
    const frame = '\n  2 |  | CCM GRC-03 |  [31m |\n    |        ^^^^^^\n';
    assert.ok((await controlLens('check', folder, '--show-source')).out.includes(frame));
    assert.ok(!(await controlLens('check', folder)).out.includes('^^^'));
    assert.ok((await typed('', ['check', folder], { isRead: true })).shown.includes(frame));
  });

  test('shows what is around the place in a long line', async () => {
    const folder = folderFor({ 'a.md': `${'word '.repeat(1000)}CCM GRC-03 ${'word '.repeat(1000)}\n` });
    const lines = (await controlLens('check', folder, '--show-source')).out.split('\n');
    const at = lines[2]?.indexOf('^') ?? -1;
    assert.equal(lines[1]?.slice(at, at + 6), 'GRC-03');
    assert.ok((lines[1]?.length ?? 999) < 140);
  });

  test('has colors if the terminal has, and none in a file', async () => {
    const folder = folderFor({ 'a.md': TEXT });
    const { shown } = await typed('', ['check', folder], { hasColors: true });
    assert.ok(shown.includes('\u001b[33mwarning\u001b[39m'));
    const file = path.join(folder, 'out.txt');
    await typed('', ['check', folder, '-o', file], { hasColors: true });
    assert.ok(!fs.readFileSync(file, 'utf8').includes('\u001b'));
  });

  const colors: readonly (readonly [isTerminal: boolean, env: Record<string, string>, expected: boolean])[] =
    [
      [true, {}, true],
      [false, {}, false],
      [true, { NO_COLOR: '1' }, false],
      [true, { NO_COLOR: '' }, true],
      [false, { FORCE_COLOR: '1' }, true],
      [false, { FORCE_COLOR: '' }, true],
      [true, { FORCE_COLOR: '0' }, false],
      [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
      [true, { TERM: 'dumb' }, false],
    ];
  for (const [isTerminal, env, expected] of colors)
    test(`${expected ? 'is' : "isn't"} colored ${isTerminal ? 'on a terminal' : 'in a pipe'} with ${JSON.stringify(env)}`, () => {
      assert.equal(wantsColors(isTerminal, env), expected);
    });

  test('has only what fails by --quiet', async () => {
    const folder = folderFor({ 'a.md': `${TEXT}\nCCM GRC-12\n` });
    const argv = ['check', folder, '--quiet', '--fail-on', 'warning'];
    const { out, code } = await controlLens(...argv);
    assert.match(out, /^.*:1:5: warning no-mapping: [^\n]*\n$/);
    assert.equal(code, 1);
    assert.equal((await controlLens('check', folder, '-q', '--fail-on', 'never')).out, '');
    const { findings } = JSON.parse((await controlLens(...argv, '--format', 'json')).out) as { findings: [] };
    assert.equal(findings.length, 1);
  });

  test('comes file by file, and the counts at the end', async () => {
    const folder = folderFor({ 'a.md': TEXT, 'b.md': TEXT });
    const pieces: string[] = [];
    const { out } = await typed('', ['check', folder], { print: (piece) => pieces.push(piece) });
    assert.equal(pieces.length, 2);
    assert.match(out, /^2 files, 2 references: 2 warnings\n/);
    const whole = await controlLens('check', folder);
    assert.equal(pieces.join('') + out, whole.out);
  });
});

suite('the progress of a run', () => {
  test('is a line that comes after two seconds, and goes', () => {
    let time = 0;
    let shown = '';
    const line = new ProgressLine(
      (text) => (shown += text),
      () => time,
    );
    line.tell(1, 10);
    line.clear();
    assert.equal(shown, '');
    time = 2500;
    line.tell(4, 10);
    time = 2510;
    line.tell(5, 10);
    line.clear();
    assert.equal(shown, '\r\u001b[K4 of 10 files\r\u001b[K');
  });

  test('is told of each file', async () => {
    const folder = folderFor({ 'a.md': '', 'b.md': '' });
    const told: string[] = [];
    await typed('', ['check', folder], { progress: (done, all) => told.push(`${done}/${all}`) });
    assert.deepEqual(told, ['1/2', '2/2']);
  });
});

suite('other formats of check and refs', () => {
  suiteTeardown(removeFolders);

  test('are NDJSON, a line for each', async () => {
    const folder = folderFor({ 'a.md': `${TEXT}\nATT&CK T1086\n` });
    for (const command of ['check', 'refs']) {
      const { out } = await controlLens(command, folder, '--format', 'ndjson');
      const lines = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      const { value } = await printed(command as 'check', folder);
      assert.deepEqual(lines, Object.values(value)[0]);
      assert.equal(lines.length, 2);
    }
  });

  test('are JUnit, with a failure for what fails', async () => {
    const folder = folderFor({ 'a.md': `${TEXT}\nCCM GRC-12\n` });
    const { out } = await controlLens('check', folder, '--format', 'junit', '--fail-on', 'warning');
    assert.match(
      out,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="control-lens" tests="2" failures="1"/,
    );
    assert.equal(out.split('<failure type="warning"').length, 2);
    assert.equal(out.split('<system-out>').length, 2);
    const none = (await controlLens('check', folderFor({ 'a.md': '' }), '--format', 'junit')).out;
    assert.match(none, /<testsuite name="control-lens" tests="1" failures="0"/);
  });

  test('escape what XML reads as its own', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderFor({ '<a>&"\'\u0001.md': TEXT });
    const { out } = await controlLens('check', folder, '--format', 'junit');
    assert.match(out, /&lt;a&gt;&amp;&quot;&apos;\ufffd\.md/);
  });

  test('are code quality of GitLab, with fingerprints that stay when lines move', async () => {
    type Issue = {
      fingerprint: string;
      severity: string;
      location: { path: string; lines: { begin: number } };
    };
    const folder = folderFor({ 'a.md': `${TEXT}\n${TEXT}` });
    const issues = async (): Promise<Issue[]> =>
      JSON.parse(
        (await controlLens('check', folder, '--format', 'gitlab', '--no-mapping', 'each')).out,
      ) as Issue[];
    const before = await issues();
    assert.deepEqual(
      before.map(({ severity, location }) => [severity, location.path, location.lines.begin]),
      [
        ['minor', below(folder, 'a.md'), 1],
        ['minor', below(folder, 'a.md'), 3],
      ],
    );
    assert.equal(new Set(before.map(({ fingerprint }) => fingerprint)).size, 2);
    fs.writeFileSync(path.join(folder, 'a.md'), `New.\n\n${TEXT}\n${TEXT}`);
    const after = await issues();
    assert.deepEqual(
      after.map(({ fingerprint }) => fingerprint),
      before.map(({ fingerprint }) => fingerprint),
    );
  });
});

suite('the rules command', () => {
  test('lists every rule with its severity', async () => {
    const { out, code } = await controlLens('rules');
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
      RULE_IDS,
    );
    assert.match(out, /^no-mapping {2,}warning {2,}Control without a mapping\n/);
    assert.equal(code, 0);
  });

  test('shows the page of one', async () => {
    assert.match((await controlLens('rules', 'no-mapping')).out, /^# .*no-mapping/);
  });

  test('prints JSON', async () => {
    const { out } = await controlLens('rules', 'revoked-technique', '--format', 'json');
    const { rules } = JSON.parse(out) as { rules: readonly Record<string, unknown>[] };
    assert.deepEqual(
      rules.map(({ id, severity, isFixable }) => [id, severity, isFixable]),
      [['revoked-technique', 'warning', true]],
    );
  });
});

suite('the help of a command', () => {
  for (const command of [
    'check',
    'explain',
    'refs',
    'coverage',
    'changes',
    'fix',
    'migrate',
    'rules',
    'init',
  ])
    test(`has its options and examples: ${command}`, async () => {
      const { out, code } = await controlLens(command, '--help');
      assert.ok(out.startsWith(`Usage: control-lens ${command} `));
      assert.match(out, /\nExamples\n {2}control-lens /);
      assert.equal(out.includes('--since'), command === 'check');
      assert.equal(code, 0);
    });
});
