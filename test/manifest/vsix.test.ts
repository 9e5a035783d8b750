import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { zipNames } from '../support/zip';

const root = path.resolve(__dirname, '../../..');
const KILOBYTE = 1024;

/** What the VSIX may hold. A file that is not here is a mistake in .vscodeignore, or belongs into this list. */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(LICENSE\.txt|NOTICE|package\.json|package\.nls\.json|readme\.md|changelog\.md)$/i,
  /^extension\/l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^extension\/dist\/(cli|extension|report)\.js$/,
  /^extension\/data\/[a-z0-9-]+\.json$/,
  /^extension\/media\/(icon\.png|activity-bar\.svg)$/,
  /^extension\/media\/snippets\/[a-z]+\.json$/,
  /^extension\/media\/sample\/[a-z-]+\.(md|yaml)$/,
  /^extension\/media\/walkthrough\/[a-z]+\.svg$/,
  /^extension\/media\/screenshots\/[a-z-]+\.png$/,
];

const REQUIRED = [
  'LICENSE.txt',
  'NOTICE',
  'data/attack.json',
  'data/ccm.json',
  'data/sources.json',
  'dist/cli.js',
  'dist/extension.js',
  'dist/report.js',
  'media/icon.png',
  'media/sample/access-control-policy.md',
  'package.json',
  'readme.md',
];

suite('VSIX', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-vsix-'));
  const file = path.join(folder, 'control-lens.vsix');
  let names: string[];

  suiteSetup(() => {
    execFileSync(process.execPath, ['scripts/package.mjs', file], { cwd: root, stdio: 'pipe' });
    names = zipNames(fs.readFileSync(file));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true }));

  test('holds nothing but what is meant to ship', () => {
    assert.deepEqual(
      names.filter((name) => !ALLOWED.some((pattern) => pattern.test(name))),
      [],
    );
  });

  test('holds what the extension and the command line need', () => {
    assert.deepEqual(
      REQUIRED.filter((name) => !names.includes(`extension/${name}`)),
      [],
    );
  });

  test('holds every file that package.json names', () => {
    const manifest = fs.readFileSync(path.join(root, 'package.json'), 'utf8');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|media)\/[^"]+)"/g)].map(
      (match) => `extension/${match[1]}`,
    );
    assert.deepEqual(
      named.filter((name) => !names.includes(name)),
      [],
    );
  });

  /** The pictures of the README may take 80 KB each; the rest takes some 310 KB. */
  test('is smaller than 1 MB', () => {
    assert.ok(fs.statSync(file).size < 1000 * KILOBYTE);
  });
});
