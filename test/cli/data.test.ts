import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { proxyFor } from '../../src/cli/data/proxy';
import { storageFolder } from '../../src/cli/data/storageFolder';
import { run } from '../../src/cli/run';
import { bundle, matrix, phases, tactic, technique } from '../data/support/stix';
import { controlLens, folderFor, removeFolders } from '../support/cli';
import { dataFolder, projectFolder } from '../support/knowledge';

const enterprise = (version: string, name: string, more = 0): string =>
  JSON.stringify(
    bundle([
      { type: 'x-mitre-collection', name: 'Enterprise ATT&CK', x_mitre_version: version },
      matrix('Enterprise', ['TA0008']),
      tactic('TA0008', 'lateral-movement'),
      technique('T1021', { name: 'Remote Services' }),
      technique('T1021.007', {
        name,
        description: `They log in to ${name}.`,
        ...phases('mitre-attack', 'lateral-movement'),
      }),
      ...Array.from({ length: more }, (_, index) =>
        technique(`T${2000 + index}`, { description: 'x'.repeat(5000) }),
      ),
    ]),
  );

suite('control-lens data', () => {
  let folder: string;
  let store: string;
  setup(() => {
    folder = folderFor({
      'one/enterprise.json': enterprise('98.1', 'Cloud One'),
      'one/notes.txt': 'no JSON',
      'one/.hidden.json': 'broken',
      'two.json': enterprise('99.1', 'Cloud Two'),
      'bad.json': '{',
      'policy.md': 'ATT&CK T1021.007 Cloud Two\n',
    });
    store = path.join(folder, 'store');
  });
  suiteTeardown(removeFolders);

  const data = async (...argv: readonly string[]) => controlLens('data', ...argv, '--data-folder', store);
  const nameNow = async (): Promise<string> => {
    const { out } = await controlLens('explain', 'T1021.007', '--format', 'json', '--data-folder', store);
    return (JSON.parse(out) as { name: string }).name;
  };

  test('imports folders and files, and rolls back and forth', async () => {
    assert.equal(await nameNow(), 'Cloud Services');
    const one = await data('import', path.join(folder, 'one'));
    assert.equal(one.code, 0, one.error);
    assert.match(one.out, /^Imported MITRE ATT&CK Enterprise 98\.1/);
    assert.equal(await nameNow(), 'Cloud One');
    assert.equal((await data('import', path.join(folder, 'two.json'))).code, 0);
    assert.equal(await nameNow(), 'Cloud Two');
    assert.equal((await data('rollback')).code, 0);
    assert.equal(await nameNow(), 'Cloud One');
    assert.equal((await data('rollback')).code, 0);
    assert.equal(await nameNow(), 'Cloud Two');
  });

  test('rolls back to the bundled data', async () => {
    const nothing = await data('rollback');
    assert.deepEqual([nothing.code, nothing.error], [2, 'There is nothing to roll back.\n']);
    await data('import', path.join(folder, 'two.json'));
    await data('rollback');
    assert.equal(await nameNow(), 'Cloud Services');
    assert.match(
      (await data('list')).out,
      /^Only the bundled data is in use\.\nRoll back to: the data imported /,
    );
  });

  test('lists what is in use, whose it is and under which terms', async () => {
    await data('import', path.join(folder, 'two.json'));
    const { out } = await data('list');
    assert.match(
      out,
      /^ {2}MITRE ATT&CK Enterprise 99\.1: 3 records, 1 text\. © The MITRE Corporation, MITRE ATT&CK Terms of Use$/m,
    );
    const { out: json } = await data('list', '--format', 'json');
    assert.equal((JSON.parse(json) as { current: { sources: object[] } }).current.sources.length, 1);
  });

  test('shows the texts on the page, with their owner', async () => {
    await data('import', path.join(folder, 'two.json'));
    const { out } = await controlLens('explain', 'T1021.007', '--format', 'markdown', '--data-folder', store);
    assert.match(
      out,
      /^## Description\n\n> They log in to Cloud Two\.\n\n_MITRE ATT&CK Enterprise 99\.1\. © The MITRE Corporation\. Terms:_ \[/m,
    );
    assert.match(out, /What isn’t quoted is ours/);
  });

  test('keeps what was imported if a file is bad', async () => {
    await data('import', path.join(folder, 'one'));
    const bad = await data('import', path.join(folder, 'bad.json'));
    assert.deepEqual([bad.code, bad.error], [2, 'bad.json is not valid JSON, or is cut off\n']);
    assert.equal(await nameNow(), 'Cloud One');
  });

  test('uses the bundled data, with a note, if the imported data is damaged', async () => {
    await data('import', path.join(folder, 'two.json'));
    const merged = fs.readdirSync(store).find((name) => name.startsWith('merged-')) ?? '';
    for (const [content, why] of [
      ['{', /is not JSON/],
      ['{"format":1}', /\.releases is not an array/],
    ] as const) {
      fs.writeFileSync(path.join(store, merged, 'attack.json'), content);
      const { out, error, code } = await controlLens('explain', 'T1021.007', '--data-folder', store);
      assert.equal(code, 0);
      assert.match(out, /^T1021\.007 Cloud Services/);
      assert.match(error, /^Could not read the imported data in .*, so the bundled data is used: /);
      assert.match(error, why);
    }
    fs.rmSync(path.join(store, merged), { recursive: true });
    assert.match((await controlLens('explain', 'T1021.007', '--data-folder', store)).error, /ENOENT/);
  });

  test('counts for check, too', async () => {
    await data('import', path.join(folder, 'two.json'));
    const policy = path.join(folder, 'policy.md');
    const { out } = await controlLens('check', policy, '--data-folder', store, '--hints');
    assert.doesNotMatch(out, /outdated-name|name-mismatch/);
  });

  for (const [argv, message] of [
    [[], /^data must be followed by import, download, list or rollback/],
    [['remove'], /^data must be followed by/],
    [['import'], /^Name at least one file or folder to import/],
    [['list', 'x'], /^data list takes no names/],
    [['download', 'http://example.org/a.json'], /^http:\/\/example\.org\/a\.json isn't an https address/],
    [['download', 'https://me:pw@example.org/a.json'], /isn't an https address/],
    [['import', '/no/such/file.json'], /^Could not read \/no\/such\/file\.json: ENOENT/],
  ] as const)
    test(`is refused with code 2: data ${argv.join(' ')}`, async () => {
      const { error, code } = await data(...argv);
      assert.equal(code, 2);
      assert.match(error, message);
    });

  test('keeps nothing if CONTROL_LENS_DATA is off', async () => {
    const { error, code } = await run(['data', 'list'], dataFolder, '');
    assert.deepEqual(
      [code, error],
      [2, 'CONTROL_LENS_DATA is off, so there is no folder for imported data.\n'],
    );
  });

  test('of two at once, both say how they ended, and one of them holds', async () => {
    const [one, two] = await Promise.all([
      data('import', path.join(folder, 'one')),
      data('import', path.join(folder, 'two.json')),
    ]);
    const failed = [one, two].filter(({ code }) => code !== 0);
    for (const { error } of failed)
      assert.equal(error, 'Another window changed the imported data meanwhile. Try again.\n');
    assert.ok(failed.length < 2);
    assert.match(await nameNow(), /^Cloud (?:One|Two)$/);
  });

  test('killed in the middle of writing leaves the data of before in use', async function () {
    this.timeout(60_000);
    await data('import', path.join(folder, 'one'));
    fs.writeFileSync(path.join(folder, 'large.json'), enterprise('99.2', 'Cloud Three', 3000));
    const program = path.join(projectFolder, 'dist/cli.js');
    const argv = [program, 'data', 'import', path.join(folder, 'large.json'), '--data-folder', store];
    const folders = (): number => fs.readdirSync(store).length;
    const before = folders();
    const child = spawn(process.execPath, argv, { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while (folders() === before && child.exitCode === null) await new Promise(setImmediate);
    child.kill('SIGKILL');
    await ended;
    assert.equal(child.signalCode, 'SIGKILL', 'it was not finished yet');
    assert.equal(await nameNow(), 'Cloud One');
    assert.equal((await data('import', path.join(folder, 'large.json'))).code, 0);
    assert.equal(await nameNow(), 'Cloud Three');
  });
});

suite('the folder of imported data', () => {
  const cases: readonly (readonly [Record<string, string>, NodeJS.Platform, string | undefined])[] = [
    [{}, 'linux', '/home/me/.local/share/control-lens'],
    [{ XDG_DATA_HOME: '/data' }, 'linux', '/data/control-lens'],
    [{ XDG_DATA_HOME: 'relative' }, 'linux', '/home/me/.local/share/control-lens'],
    [{}, 'darwin', '/home/me/Library/Application Support/control-lens'],
    [{ CONTROL_LENS_DATA: '/x/y' }, 'darwin', '/x/y'],
    [{ CONTROL_LENS_DATA: 'off' }, 'linux', undefined],
  ];
  for (const [env, platform, expected] of cases)
    test(`is ${expected ?? 'none'} on ${platform} with ${JSON.stringify(env)}`, function () {
      if (process.platform === 'win32') this.skip();
      assert.equal(storageFolder(env, platform, '/home/me'), expected);
    });

  test('is that of the user’s local data on Windows', () => {
    const folder = storageFolder({ LOCALAPPDATA: path.join('C:', 'Local') }, 'win32', '/home/me');
    assert.equal(folder, path.join('C:', 'Local', 'control-lens'));
  });
});

suite('the proxy of a download', () => {
  const at = (env: Record<string, string>): string | undefined =>
    proxyFor(new URL('https://raw.example.org/a'), env)?.href;
  const cases: readonly (readonly [Record<string, string>, string | undefined])[] = [
    [{}, undefined],
    [{ HTTPS_PROXY: '' }, undefined],
    [{ https_proxy: 'proxy:3128' }, 'http://proxy:3128/'],
    [{ ALL_PROXY: 'https://p:1' }, 'https://p:1/'],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, undefined],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '.example.org' }, undefined],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'example.org:8443' }, 'http://p:1/'],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'ample.org, localhost' }, 'http://p:1/'],
  ];
  for (const [env, expected] of cases)
    test(`is ${expected ?? 'none'} with ${JSON.stringify(env)}`, () => assert.equal(at(env), expected));

  test('is refused if it is neither http nor https', () =>
    assert.throws(() => at({ HTTPS_PROXY: 'socks5://p:1' }), /isn't supported/));
});
