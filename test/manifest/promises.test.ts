import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, projectText } from '../support/manifest';

/** What opens a connection, or runs a text or a program. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a module of the network', /['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/\w+)?['"]/],
  ['a request', /\bfetch\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/],
  ['a module that starts programs', /['"](?:node:)?(?:child_process|cluster|vm|worker_threads)['"]/],
  ['a text that is run', /\beval\(|\bnew Function\b|\bimportScripts\b|\bimport\(/],
  ['a terminal, or a task that starts a program', /\b(?:createTerminal|ShellExecution|ProcessExecution)\b/],
  ['a task that is run', /\bexecuteTask\b/],
];

/** The few places that may, each for one purpose. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // `control-lens data download`, and nothing else: test/manifest/promises.test.ts, test/cli/dataDownload.test.ts
  'a module of the network': ['src/cli/data/transport.ts'],
  // Download Publisher Texts…, after a question
  'a request': ['src/extension/publisher/fetchTransport.ts'],
  'a module that starts programs': [
    // `check --since` starts git, by fixed arguments and without a shell: test/cli/since.test.ts
    'src/cli/compare/git.ts',
    // the worker of an import, which is a file of the package
    'src/extension/publisher/startWorker.ts',
    'src/worker/port.ts',
  ],
  // its own task alone, which is code of the extension: test/host/suite/checkTask.node.test.ts
  'a task that is run': ['src/extension/tasks/checkTask.ts'],
};

/** Which files import it, of those that ship. */
function importersOf(name: string): string[] {
  const module = path.posix.basename(name, '.ts');
  return shippedSources()
    .filter((file) => new RegExp(`from '[^']*/${module}'`).test(projectText(file)))
    .sort();
}

/** Everything but the importer, which is never bundled. */
function shippedSources(): string[] {
  return readdirSync(path.join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join('src', name.split(path.sep).join('/')))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('src/data/'));
}

suite('what ships', () => {
  for (const [what, pattern] of FORBIDDEN)
    test(`holds in no source ${what}`, () => {
      const sources = shippedSources();
      assert.ok(sources.length > 100);
      assert.deepEqual(sources.filter((name) => pattern.test(projectText(name))).sort(), ALLOWED[what] ?? []);
    });

  test('opens a connection for nothing but a download that somebody asks for', () => {
    assert.deepEqual(importersOf('src/cli/data/transport.ts'), ['src/cli/data/runData.ts']);
    assert.deepEqual(importersOf('src/cli/data/runData.ts'), ['src/cli/run.ts']);
    assert.deepEqual(importersOf('src/extension/publisher/fetchTransport.ts'), [
      'src/extension/publisher/publisherSource.ts',
    ]);
    const callers = shippedSources().filter((file) => /\.downloads\(/.test(projectText(file)));
    assert.deepEqual(callers, ['src/extension/commands/publisherTexts.ts']);
  });

  test('is searched by patterns that find what they should', () => {
    const samples = [
      "from 'node:https'",
      'fetch(url)',
      "'child_process'",
      'eval(text)',
      'createTerminal()',
      'executeTask(task)',
    ];
    assert.ok(FORBIDDEN.every(([, pattern], index) => pattern.test(samples[index] ?? '')));
  });
});

suite('SECURITY.md', () => {
  test('names tests that exist for each of its promises', () => {
    const promises = projectText('SECURITY.md')
      .split('\n')
      .filter((line) => line.startsWith('| **'));
    assert.ok(promises.length > 5);
    for (const promise of promises) {
      const tests = [...promise.matchAll(/`(test\/[^`]+)`/g)].map(([, name = '']) => name);
      assert.ok(tests.length > 0, promise);
      for (const name of tests) assert.ok(existsSync(path.join(projectFolder, name)), name);
    }
  });
});
