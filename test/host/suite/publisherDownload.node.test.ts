import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/extension/contributions';
import type { ForTests } from '../../../src/extension/extension';
import { isLocal, localPublisher, type LocalPublisher } from '../../support/publisher/server';

const RELEASE = JSON.stringify({
  type: 'bundle',
  objects: [
    { type: 'x-mitre-collection', id: 'x', name: 'Enterprise ATT&CK', x_mitre_version: '96.1' },
    {
      type: 'attack-pattern',
      id: 'attack-pattern--1',
      name: 'Remote Services',
      external_references: [{ source_name: 'mitre-attack', external_id: 'T1021' }],
    },
  ],
});

suite('downloading publisher texts in the editor', () => {
  let server: LocalPublisher;
  let views: ForTests;
  suiteSetup(async () => {
    views = (await vscode.extensions.getExtension<ForTests>(EXTENSION_ID)?.activate()) ?? assert.fail();
    server = await localPublisher({
      '/a.json': (response) => response.end(RELEASE),
      '/moved.json': (response) => response.writeHead(302, { location: '/a.json' }).end(),
      '/plain.json': (response) => response.writeHead(302, { location: 'http://example.org/' }).end(),
      '/hangs.json': (response) => response.writeHead(200).write('{'),
      '/half.json': (response) => {
        response.writeHead(200, { 'content-length': RELEASE.length }).write(RELEASE.slice(0, 50));
        setTimeout(() => response.destroy(), 50);
      },
    });
  });
  suiteTeardown(async () => server.close());

  const download = async (name: string) =>
    views.texts.download([server.address(name)], { isAllowed: isLocal, idle: 500 });

  for (const name of ['/a.json', '/moved.json'])
    test(`imports what the server sends: ${name}`, async () => {
      const done = await download(name);
      assert.ok(done.ok, JSON.stringify(done));
      assert.equal(done.value.sources[0]?.title, 'MITRE ATT&CK Enterprise 96.1');
      await vscode.commands.executeCommand('controlLens.rollBackTexts');
    });

  for (const [name, message] of [
    ['/plain.json', /redirects to http:\/\/example\.org\/, which isn't an https address/],
    ['/hangs.json', /sent nothing for 0\.5 seconds/],
    ['/half.json', /half\.json couldn't be loaded|ended after/],
    ['/none.json', /the server answered 404/],
  ] as const)
    test(`says in a sentence what is wrong: ${name}`, async () => {
      const done = await download(name);
      assert.ok(!done.ok);
      assert.match(done.failure.message, message);
    });
});
