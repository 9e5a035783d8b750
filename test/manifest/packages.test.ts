import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { projectFolder as root, projectText, repositoryUrl } from '../support/manifest';
import { zipNames, zipText } from '../support/zip';

// Both packages in one file: the VSIX is built anew, and files run at the same time.

/** What the VSIX may hold. A file that is not here is a mistake in .vscodeignore, or belongs into this list. */
const VSIX_ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(LICENSE\.txt|NOTICE|package\.json|readme\.md|changelog\.md)$/i,
  /^extension\/dist\/(extension|report|worker)\.js$/,
  /^extension\/data\/[a-z0-9-]+\.json$/,
  /^extension\/docs\/control-lens\.schema\.json$/,
  /^extension\/media\/(icon\.png|activity-bar\.svg)$/,
  /^extension\/media\/snippets\/[a-z]+\.json$/,
  /^extension\/media\/sample\/[a-z-]+\.(md|yaml)$/,
  /^extension\/media\/walkthrough\/[a-z]+\.svg$/,
];

/** Without our own sentences, which take what they take. */
const MAX_VSIX_KILOBYTES = 400;
const SUMMARIES = 'data/summaries.json';

const VSIX_REQUIRED = [
  'LICENSE.txt',
  'NOTICE',
  'data/attack.json',
  'data/ccm.json',
  'data/sources.json',
  SUMMARIES,
  'dist/extension.js',
  'dist/report.js',
  'dist/worker.js',
  'docs/control-lens.schema.json',
  'media/icon.png',
  'media/sample/access-control-policy.md',
  'package.json',
  'readme.md',
];

suite('the VSIX', () => {
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
      names.filter((name) => !VSIX_ALLOWED.some((pattern) => pattern.test(name))),
      [],
    );
  });

  test('holds what the extension needs', () => {
    assert.deepEqual(
      VSIX_REQUIRED.filter((name) => !names.includes(`extension/${name}`)),
      [],
    );
  });

  test('holds every file that package.json names, but the command line and the library', () => {
    const {
      bin,
      exports: _,
      ...manifest
    } = JSON.parse(projectText('package.json')) as {
      bin: unknown;
      exports: unknown;
    };
    assert.deepEqual(bin, { 'control-lens': 'dist/cli.js' });
    const named = [...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:dist|media)\/[^"]+)"/g)].map(
      (match) => `extension/${match[1]}`,
    );
    assert.deepEqual(
      named.filter((name) => !names.includes(name)),
      [],
    );
  });

  test('leaves the pictures of the README to the repository, and links to them there', () => {
    const readme = zipText(fs.readFileSync(file), 'extension/readme.md') ?? '';
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, address]) => address ?? '');
    assert.ok(pictures.length > 0);
    for (const address of pictures) {
      const name = address.split('/raw/main/')[1] ?? '';
      assert.equal(address, `${repositoryUrl}/raw/main/${name}`);
      assert.ok(fs.existsSync(path.join(root, name)), name);
    }
  });

  test(`takes at most ${MAX_VSIX_KILOBYTES} KB without the summaries`, () => {
    const summaries = deflateRawSync(fs.readFileSync(path.join(root, SUMMARIES)), { level: 9 }).length;
    assert.ok(summaries < 80 * 1024, String(summaries));
    assert.ok(fs.statSync(file).size - summaries <= MAX_VSIX_KILOBYTES * 1024);
  });
});

/** What the package on npm holds, beside the facts in `data/`. */
const NPM_FILES = [
  'LICENSE',
  'NOTICE',
  'README.md',
  'dist/cli.js',
  'dist/library/library.d.mts',
  'dist/library/library.mjs',
  'dist/library/node.d.mts',
  'dist/library/node.mjs',
  'dist/library/shared.mjs',
  'dist/library/types.d.mts',
  'package.json',
];
/** The core is there twice, about 100 KB each: the command line is one file, so that it starts fast. The names of data sources,
 * data components and detection strategies are 18 KB. */
const MAX_NPM_KILOBYTES = 496;

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** Runs npm without the network and without anybody's scripts; gives what it prints. */
function npm(folder: string, ...args: string[]): string {
  const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
  const script = process.env['npm_execpath'] ?? '';
  if (path.basename(script) === 'npm-cli.js')
    return execFileSync(process.execPath, [script, ...args, ...quiet], options);
  return execFileSync('npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' });
}

suite('the npm package', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-npm-'));
  const empty = path.join(folder, 'empty');
  const installed = path.join(empty, 'node_modules/control-lens');
  let packed: Packed;

  suiteSetup(() => {
    const script = [path.join(root, 'scripts/packageNpm.mjs'), folder];
    const [only] = JSON.parse(execFileSync(process.execPath, script, { encoding: 'utf8' })) as Packed[];
    assert.ok(only);
    packed = only;
    fs.mkdirSync(empty);
    fs.writeFileSync(path.join(empty, 'package.json'), '{ "private": true }\n');
    npm(empty, 'install', path.join(folder, packed.filename));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true }));

  test('holds the command line, the library, their data and terms, and nothing else', () => {
    const names = packed.files.map((file) => file.path);
    assert.deepEqual(names.filter((name) => !/^data\/[a-z0-9-]+\.json$/.test(name)).sort(), NPM_FILES);
    for (const name of ['data/attack.json', 'data/sources.json', SUMMARIES])
      assert.ok(names.includes(name), name);
  });

  test(`takes at most ${MAX_NPM_KILOBYTES} KB`, () => assert.ok(packed.size <= MAX_NPM_KILOBYTES * 1024));

  test('has a package.json without anything of the extension', () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8')) as object;
    assert.deepEqual(Object.keys(manifest), [
      ...['name', 'version', 'description', 'license', 'repository', 'bugs', 'homepage', 'keywords'],
      ...['engines', 'bin', 'exports', 'publishConfig'],
    ]);
  });

  test('checks a document once it is installed in an empty folder without the network', () => {
    fs.writeFileSync(path.join(empty, 'policy.md'), '# Policy\n\nATT&CK T1086 is watched (CCM IAM-99).\n');
    assert.deepEqual(fs.readdirSync(path.join(empty, 'node_modules')).sort(), [
      '.bin',
      '.package-lock.json',
      'control-lens',
    ]);
    const program = path.join(empty, 'node_modules/.bin/control-lens');
    const options = { cwd: empty, encoding: 'utf8', shell: process.platform === 'win32' } as const;
    const { status, stdout, stderr } = spawnSync(program, ['check', 'policy.md'], options);
    assert.equal(status, 1, stderr);
    assert.match(stdout, /T1086[^\n]*T1059\.001/);
    assert.match(stdout, /IAM-99/);
  });

  test('has a library whose sample in the documentation type-checks and runs', () => {
    const page = projectText('docs/library.md');
    const [, sample = ''] = /```ts\n([^`]+)```/.exec(page) ?? [];
    const [, printed] = /It prints:\n\n```\n([^`]+)```/.exec(page) ?? [];
    for (const name of ['sample.mts', 'sample.mjs']) fs.writeFileSync(path.join(empty, name), sample);
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', 'sample.mts'];
    execFileSync(process.execPath, [tsc, ...flags], { cwd: empty, encoding: 'utf8' });
    const out = execFileSync(process.execPath, ['sample.mjs'], { cwd: empty, encoding: 'utf8' });
    assert.equal(out, printed);
  });

  test('has declarations that refuse what the library does not take', () => {
    const wrong = "import { analyze } from 'control-lens';\nanalyze('', { language: 'yaml' });\n";
    fs.writeFileSync(path.join(empty, 'wrong.mts'), wrong);
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', 'wrong.mts'];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags], { cwd: empty, encoding: 'utf8' });
    assert.notEqual(status, 0);
    assert.match(stdout, /knowledge/);
  });
});
