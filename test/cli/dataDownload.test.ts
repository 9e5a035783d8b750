import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readBundled } from '../../src/cli/knowledge';
import { runData, type DataWorld } from '../../src/cli/data/runData';
import { bundle, matrix, phases, tactic, technique } from '../data/support/stix';
import { folderFor, removeFolders } from '../support/cli';
import { dataFolder } from '../support/knowledge';
import { isLocal, localProxy, localPublisher, type LocalPublisher } from '../support/publisher/server';

const release = JSON.stringify(
  bundle([
    { type: 'x-mitre-collection', name: 'Enterprise ATT&CK', x_mitre_version: '99.1' },
    matrix('Enterprise', ['TA0008']),
    tactic('TA0008', 'lateral-movement'),
    technique('T1021', { name: 'Remote Services' }),
    technique('T1021.007', {
      name: 'Cloud Services',
      description: 'They log in.',
      ...phases('mitre-attack', 'lateral-movement'),
    }),
  ]),
);

const MEGABYTE = Buffer.alloc(1_000_000, ' ');

suite('control-lens data download', () => {
  let server: LocalPublisher;
  suiteSetup(async () => {
    server = await localPublisher({
      '/enterprise.json': (response) => response.end(release),
      '/packed.json': (response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(release)),
      '/packed-half.json': (response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(release).subarray(0, 60)),
      '/slow.json': (response) => {
        let sent = 0;
        const step = (): void => {
          response.write(release.slice(sent, (sent += 200)));
          if (sent < release.length) setTimeout(step, 20);
          else response.end();
        };
        step();
      },
      '/hangs.json': (response) => response.writeHead(200).write('{"type":"bundle",'),
      '/silent.json': () => undefined,
      '/half.json': (response) => {
        response.writeHead(200, { 'content-length': release.length }).write(release.slice(0, 300));
        setTimeout(() => response.destroy(), 50);
      },
      '/not.json': (response) => response.end('<html>Sign in to the network</html>'),
      '/shape.json': (response) => response.end('{"type":"bundle","objects":[{"type":"attack-pattern"}]}'),
      '/large.json': (response) => {
        let sent = 0;
        const step = (): void => {
          while (sent++ < 300) if (!response.write(MEGABYTE)) return void response.once('drain', step);
          response.end();
        };
        step();
      },
      '/announced.json': (response) => response.writeHead(200, { 'content-length': 300_000_000 }).write('{'),
      '/moved.json': (response) => response.writeHead(302, { location: '/enterprise.json' }).end(),
      '/plain.json': (response) => response.writeHead(301, { location: 'http://example.org/a.json' }).end(),
      '/file.json': (response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
      '/loop.json': (response) => response.writeHead(302, { location: '/loop.json' }).end(),
      '/broken.json': (response) => response.writeHead(500).end(),
    });
  });
  suiteTeardown(async () => {
    await server.close();
    removeFolders();
  });

  async function world(more: Partial<DataWorld> = {}): Promise<DataWorld> {
    const bundled = await readBundled(dataFolder);
    assert.ok(bundled.ok);
    return {
      storage: path.join(folderFor({}), 'store'),
      bundled: bundled.value,
      signal: new AbortController().signal,
      env: {},
      addresses: [server.address('/enterprise.json')],
      say: () => undefined,
      overrides: { isAllowed: isLocal, idle: 300, total: 60_000 },
      ...more,
    };
  }

  const downloaded = async (name: string, own: DataWorld) =>
    runData({ name: 'data', action: 'download', names: [server.address(name)], format: 'text' }, own);

  for (const name of ['/enterprise.json', '/packed.json', '/slow.json', '/moved.json'])
    test(`imports what the server sends: ${name}`, async () => {
      const own = await world();
      const done = await downloaded(name, own);
      assert.ok(done.ok, JSON.stringify(done));
      assert.match(done.value.out, /^Imported MITRE ATT&CK Enterprise 99\.1: 3 records, 1 text$/m);
    });

  const refusals: readonly (readonly [name: string, message: RegExp])[] = [
    ['/missing.json', /missing\.json can't be loaded: the server answered 404\.$/],
    ['/broken.json', /the server answered 500\.$/],
    ['/hangs.json', /hangs\.json sent nothing for 0\.3 seconds\.$/],
    ['/silent.json', /silent\.json sent nothing for 0\.3 seconds\.$/],
    ['/half.json', /half\.json couldn't be loaded: aborted\.$/],
    ['/packed-half.json', /packed-half\.json couldn't be loaded: unexpected end of file\.$/],
    ['/not.json', /^not\.json is not valid JSON, or is cut off$/],
    ['/shape.json', /^shape\.json /],
    ['/large.json', /large\.json is larger than 150 MB\.$/],
    ['/announced.json', /announced\.json is larger than 150 MB\.$/],
    [
      '/plain.json',
      /plain\.json redirects to http:\/\/example\.org\/a\.json, which isn't an https address\.$/,
    ],
    ['/file.json', /redirects to file:\/\/\/etc\/passwd, which isn't an https address\.$/],
    ['/loop.json', /loop\.json redirects more than 5 times\.$/],
  ];
  for (const [name, message] of refusals)
    test(`says in one sentence what is wrong, and changes nothing: ${name}`, async () => {
      const own = await world();
      assert.ok((await downloaded('/enterprise.json', own)).ok);
      const before = fs.readdirSync(own.storage).sort();
      const done = await downloaded(name, own);
      assert.ok(!done.ok);
      assert.match(done.failure.message, message);
      assert.doesNotMatch(done.failure.message, /\n/);
      assert.deepEqual(fs.readdirSync(own.storage).sort(), before);
    });

  test('loads the publishers’ files if no address is named', async () => {
    const own = await world();
    const done = await runData({ name: 'data', action: 'download', names: [], format: 'text' }, own);
    assert.ok(done.ok, JSON.stringify(done));
    assert.match(done.value.out, /^Imported MITRE ATT&CK Enterprise 99\.1/);
  });

  test('says that nobody answers', async () => {
    const gone = await localPublisher({});
    const address = gone.address('/a.json');
    await gone.close();
    const own = await world();
    const done = await runData({ name: 'data', action: 'download', names: [address], format: 'text' }, own);
    assert.ok(!done.ok);
    assert.match(done.failure.message, /a\.json couldn't be loaded: connect ECONNREFUSED/);
  });

  test('is stopped by the user at once', async () => {
    const control = new AbortController();
    const own = await world({ signal: control.signal, overrides: { isAllowed: isLocal } });
    const running = downloaded('/hangs.json', own);
    setTimeout(() => control.abort(), 50);
    const done = await running;
    assert.ok(!done.ok);
    assert.equal(done.failure.message, 'The download was cancelled. Nothing changed.');
    assert.ok(!fs.existsSync(own.storage));
  });

  test('takes no longer than it may in all, however busy the server is', async () => {
    const own = await world({ overrides: { isAllowed: isLocal, total: 60 } });
    const done = await downloaded('/slow.json', own);
    assert.ok(!done.ok);
    assert.match(done.failure.message, /took longer than 0\.001 minutes\.$/);
  });

  test('asks no server at all if the address isn’t https', async () => {
    const asked = server.asked.length;
    const own = await world({ overrides: {} });
    const done = await downloaded('/enterprise.json', own);
    assert.ok(!done.ok);
    assert.match(done.failure.message, /isn't an https address\.$/);
    assert.equal(server.asked.length, asked);
  });

  test('goes through the proxy of the environment, with its login', async () => {
    const proxy = await localProxy();
    const address = proxy.address('').replace('http://', 'http://me:secret@');
    const own = await world({ env: { HTTPS_PROXY: address } });
    const done = await downloaded('/enterprise.json', own);
    assert.ok(done.ok, JSON.stringify(done));
    assert.equal(proxy.asked.length, 1);
    assert.deepEqual(proxy.logins, [`Basic ${Buffer.from('me:secret').toString('base64')}`]);
    const past = await world({ env: { HTTPS_PROXY: address, NO_PROXY: 'example.org, 127.0.0.1' } });
    assert.ok((await downloaded('/enterprise.json', past)).ok);
    assert.equal(proxy.asked.length, 1);
    await proxy.close();
  });
});
