import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { controlLens, folderFor, printed, removeFolders } from '../support/cli';
import { change, commit, repositoryFor } from '../support/repository';

const OLD = 'CCM GRC-03\n\nCCM GRC-05\n';

/** A folder with a recorded baseline. */
async function recorded(files: Readonly<Record<string, string>>): Promise<{ folder: string; file: string }> {
  const folder = folderFor(files);
  const file = path.join(folder, '.baseline.json');
  const { code } = await controlLens('check', folder, '--baseline', file, '--update-baseline');
  assert.equal(code, 0);
  return { folder, file };
}

async function ids(folder: string, file: string, ...more: readonly string[]): Promise<string[]> {
  const { value } = await printed('check', folder, '--baseline', file, ...more);
  return value.findings.map(({ reference }) => reference.id);
}

suite('check --baseline', () => {
  suiteTeardown(removeFolders);

  test('records every finding, sorted and with relative paths', async () => {
    const folder = folderFor({ 'b/c.md': OLD, 'a.md': `${OLD}\nCCM GRC-05 again\n` });
    const file = path.join(folder, '.baseline.json');
    const { out, error, code } = await controlLens('check', folder, '--baseline', file, '--update-baseline');
    assert.deepEqual([code, error], [0, `${file}: 5 findings\n`]);
    assert.match(out, /: no findings\n$/);
    const { kind, findings } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      kind: string;
      findings: { path: string; rule: string; id: string; count: number }[];
    };
    assert.equal(kind, 'control-lens-baseline');
    assert.deepEqual(
      findings.map(({ path: place, rule, id, count }) => [place, rule, id, count]),
      [
        ['a.md', 'no-mapping', 'GRC-03', 1],
        ['a.md', 'no-mapping', 'GRC-05', 2],
        ['b/c.md', 'no-mapping', 'GRC-03', 1],
        ['b/c.md', 'no-mapping', 'GRC-05', 1],
      ],
    );
  });

  test('reports only what it lacks', async () => {
    const { folder, file } = await recorded({ 'a.md': OLD });
    assert.deepEqual(await ids(folder, file), []);
    change(folder, { 'a.md': `CCM GRC-01\n\n${OLD}\nCCM GRC-03 again\n` });
    assert.deepEqual(await ids(folder, file), ['GRC-01', 'GRC-03']);
  });

  test('follows a file that was renamed', async () => {
    const { folder, file } = await recorded({ 'a.md': OLD });
    change(folder, { 'a.md': undefined, 'new/b.md': OLD });
    assert.deepEqual(await ids(folder, file), []);
  });

  test('stands messages that are worded anew', async () => {
    const { folder, file } = await recorded({ 'a.md': OLD });
    fs.writeFileSync(
      file,
      fs.readFileSync(file, 'utf8').replaceAll('No mapping for', 'Nothing is mapped to'),
    );
    assert.deepEqual(await ids(folder, file), []);
  });

  test('names entries that no longer exist, and takes them out', async () => {
    const { folder, file } = await recorded({ 'a.md': OLD, 'b.md': OLD });
    change(folder, { 'a.md': 'CCM GRC-03\n' });
    const told = `1 finding of ${file} no longer exists. Take out with --prune-baseline:\n  a.md: no-mapping GRC-05\n`;
    const { out, code } = await controlLens('check', folder, '--baseline', file);
    assert.ok(out.includes(told), out);
    assert.equal(code, 0);
    const { value } = await printed('check', folder, '--baseline', file);
    assert.deepEqual(
      value.comparison?.baseline?.stale.map(({ path: place, id }) => [place, id]),
      [['a.md', 'GRC-05']],
    );
    const pruned = await controlLens('check', folder, '--baseline', file, '--prune-baseline');
    assert.equal(pruned.error, `${file}: 3 findings\n`);
    assert.doesNotMatch(pruned.out, /no longer/);
    change(folder, { 'a.md': OLD });
    assert.deepEqual(await ids(folder, file), ['GRC-05']);
  });

  test('keeps what it says of files that are not checked', async () => {
    const { folder, file } = await recorded({ 'a.md': OLD, 'b.md': OLD });
    const before = fs.readFileSync(file, 'utf8');
    const only = path.join(folder, 'a.md');
    assert.doesNotMatch((await controlLens('check', only, '--baseline', file)).out, /no longer/);
    await controlLens('check', only, '--baseline', file, '--update-baseline');
    assert.equal(fs.readFileSync(file, 'utf8'), before);
  });

  const bad: readonly (readonly [name: string, text: string])[] = [
    ['no JSON', '{'],
    ['a list', '[]'],
    ['another file', '{"kind":"x","format":1,"findings":[]}'],
    ['of a later format', '{"kind":"control-lens-baseline","format":2,"findings":[]}'],
    [
      'without end',
      '{"kind":"control-lens-baseline","format":1,"findings":[{"path":"a","rule":"b","id":"c","message":"d","count":1e15}]}',
    ],
    ['of wrong entries', '{"kind":"control-lens-baseline","format":1,"findings":[null]}'],
  ];
  for (const [name, text] of bad)
    test(`ends with 2, and leaves the file alone, if it is ${name}`, async () => {
      const folder = folderFor({ 'a.md': OLD, 'b.json': text });
      const file = path.join(folder, 'b.json');
      for (const more of [[], ['--update-baseline']]) {
        const { error, code } = await controlLens('check', folder, '--baseline', file, ...more);
        assert.equal(code, 2);
        assert.match(error, /b\.json: not a baseline of Control Lens/);
      }
      assert.equal(fs.readFileSync(file, 'utf8'), text);
    });

  test("ends with 2 if it doesn't exist", async () => {
    const folder = folderFor({ 'a.md': OLD });
    const { error, code } = await controlLens('check', folder, '--baseline', path.join(folder, 'b.json'));
    assert.equal(code, 2);
    assert.match(error, /b\.json: no such file or folder/);
  });

  test('never takes the place of a document', async () => {
    const folder = folderFor({ 'a.md': OLD });
    const file = path.join(folder, 'a.md');
    const { code } = await controlLens('check', folder, '--baseline', file, '--update-baseline');
    assert.deepEqual([code, fs.readFileSync(file, 'utf8')], [2, OLD]);
  });
});

suite('the annotations of many findings', () => {
  suiteTeardown(removeFolders);

  test('are as many of each kind as GitHub shows, and the rest is listed', async () => {
    const folder = folderFor({ 'a.md': `${'CCM GRC-03\n\n'.repeat(12)}CCM GRC-12\n` });
    const { out } = await controlLens('check', folder, '--format', 'github', '--no-mapping', 'each');
    const lines = out.split('\n');
    assert.equal(lines.filter((each) => each.startsWith('::warning ')).length, 10);
    assert.equal(lines.filter((each) => each.startsWith('::notice ')).length, 1);
    assert.ok(lines.includes("::group::and 2 more findings that GitHub doesn't show next to the lines"));
    assert.equal(lines.filter((each) => each.startsWith('- ')).length, 2);
  });

  test('begin with what changed last', async () => {
    const old = Array.from({ length: 11 }, (_, index) => `CCM GRC-03 old ${index}\n\n`);
    const folder = repositoryFor({ 'a.md': old.join(''), 'z.md': 'CCM GRC-03 old\n' });
    const env = { GIT_COMMITTER_DATE: '2090-01-01T00:00:00Z' };
    change(folder, { 'a.md': ['CCM GRC-05 new\n\n', ...old].join(''), 'z.md': 'CCM GRC-01 new\n' });
    commit(folder, env);
    const shown = async (): Promise<string[]> => {
      const { out } = await controlLens('check', folder, '--format', 'github', '--no-mapping', 'each');
      const annotations = out.split('\n').filter((line) => line.startsWith('::warning '));
      return annotations.map(
        (line) => /file=\S*\/(\w\.md),line=(\d+)/.exec(line)?.slice(1).join(':') ?? line,
      );
    };
    assert.deepEqual((await shown()).slice(0, 4), ['a.md:1', 'z.md:1', 'a.md:3', 'a.md:5']);
    assert.equal((await shown()).length, 10);
    change(folder, { 'y.md': 'CCM GRC-05 not committed\n' });
    assert.deepEqual((await shown()).slice(0, 2), ['y.md:1', 'a.md:1']);
  });

  test('are compared where they are many', async () => {
    const old = Array.from({ length: 110 }, (_, index) => `CCM GRC-03 old ${index}\n\n`).join('');
    const folder = repositoryFor({ 'a.md': old });
    change(folder, { 'a.md': `${old}CCM GRC-05 new\n`, 'b.md': 'CCM GRC-01 new\n' });
    const since = ['check', folder, '--since', 'HEAD'];
    const { out } = await controlLens(...since, '--format', 'github');
    assert.deepEqual(out.match(/^::\w+/gm), ['::warning', '::warning']);
    const sarif = JSON.parse((await controlLens(...since, '--format', 'sarif')).out) as Sarif;
    assert.deepEqual(
      sarif.runs[0].results.map((each) => [each.properties.id, each.baselineState]),
      [
        ['GRC-05', 'new'],
        ['GRC-01', 'new'],
      ],
    );
    const file = path.join(folder, 'baseline.json');
    await controlLens('check', folder, '--baseline', file, '--update-baseline');
    change(folder, { 'c.md': 'CCM GRC-02 newer\n' });
    const baseline = await controlLens('check', folder, '--baseline', file, '--format', 'sarif');
    const { results } = (JSON.parse(baseline.out) as Sarif).runs[0];
    assert.deepEqual(
      results.map((each) => [each.properties.id, each.baselineState]),
      [['GRC-02', 'new']],
    );
  });
});

interface Sarif {
  readonly runs: readonly [
    { readonly results: readonly { properties: { id: string }; baselineState?: string }[] },
  ];
}
