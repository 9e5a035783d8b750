// Builds what ships (dist/) and what tests run (out/).
//   node esbuild.mjs                development: source maps
//   node esbuild.mjs --production   minified, no source maps
//   node esbuild.mjs --watch        rebuilds on change
//   node esbuild.mjs --tests        the tests too
//   node esbuild.mjs --data         the tool that builds data/
//   node esbuild.mjs --docs         the tool that writes the generated pages of docs/
//   node esbuild.mjs --tools        benchmarks and the look at real documents
import { build, context } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDeclarations } from './scripts/declarations.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const has = (flag) => process.argv.includes(flag);
const production = has('--production');

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: !production,
  logLevel: has('--watch') ? 'info' : 'warning',
};

/** One bundle for the Node and the web extension host: it may use nothing but the editor's own API. */
const extension = {
  ...shared,
  platform: 'browser',
  external: ['vscode', 'node:worker_threads'],
  entryPoints: ['src/extension/extension.ts'],
  outfile: 'dist/extension.js',
};

/** What reads publishers' files in a worker of either extension host. */
const worker = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  external: ['node:worker_threads'],
  entryPoints: ['src/worker/importWorker.ts'],
  outfile: 'dist/worker.js',
};

/** What runs in the page of the report. */
const webview = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  entryPoints: ['src/webview/report.ts'],
  outfile: 'dist/report.js',
  tsconfig: 'src/webview/tsconfig.json',
};

/** The command line, and the tool that builds data/; nothing external but Node itself. */
const commandLine = {
  ...shared,
  platform: 'node',
  mainFields: ['module', 'main'],
  // the same code as modules, of which the bundle takes what it uses; the one for Node is CommonJS
  alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
  entryPoints: ['src/cli/cli.ts'],
  outfile: 'dist/cli.js',
  banner: { js: '#!/usr/bin/env node' },
};

/** What programs import. Its parts are shared, so that both entries know the same data. */
const library = {
  ...shared,
  platform: 'browser',
  external: ['node:*'],
  format: 'esm',
  splitting: true,
  sourcemap: false,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'shared',
  entryPoints: ['src/library/library.ts', 'src/library/node.ts'],
  outdir: 'dist/library',
};

const dataTool = {
  ...shared,
  platform: 'node',
  minify: false,
  entryPoints: ['src/data/main.ts'],
  outfile: 'out/data.js',
};

/** Writes the pages of docs/ that are made from the code. */
const docsTool = { ...dataTool, entryPoints: ['src/docs/main.ts'], outfile: 'out/docs.js' };

function testFiles(folder) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));
}

/** What a CommonJS module has of its own. */
const commonJs = `
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
const require = createRequire(import.meta.url);
const __dirname = fileURLToPath(new URL('.', import.meta.url));
`;

/** mocha can run each test file alone; what several of them use is built, loaded and compiled once. */
const nodeTests = {
  ...shared,
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'shared/[hash]',
  banner: { js: commonJs },
  minify: false,
  sourcemap: true,
  platform: 'node',
  mainFields: commandLine.mainFields,
  external: ['mocha', '@duckdb/node-api'],
  entryPoints: ['core', 'cli', 'data', 'manifest'].flatMap((name) => testFiles(`test/${name}`)),
  outbase: 'test',
  outdir: 'out/test',
};

/** Programs for developers: benchmarks, and a look at real documents. */
const tools = {
  ...dataTool,
  entryPoints: {
    bench: 'test/bench/main.ts',
    recall: 'test/bench/recall.ts',
    corpus: 'test/bench/corpus.ts',
    golden: 'test/bench/golden.ts',
    growth: 'test/bench/growth.ts',
    import: 'test/bench/import.ts',
    fuzz: 'test/bench/fuzz.ts',
    score: 'test/bench/score.ts',
    transcripts: 'test/bench/transcripts.ts',
    ablate: 'test/bench/ablate.ts',
    fit: 'test/bench/fit.ts',
  },
  outfile: undefined,
  outdir: 'out',
};

const chosen = [
  ...(has('--data') ? [dataTool] : []),
  ...(has('--docs') ? [docsTool] : []),
  ...(has('--tools') ? [tools] : []),
];
const targets = chosen.length > 0 ? chosen : [extension, worker, webview, commandLine, library];
if (has('--tests')) {
  targets.push(dataTool, nodeTests);
  const hostTests = path.join(root, 'test/host/build.mjs');
  if (fs.existsSync(hostTests)) targets.push(...(await import(hostTests)).targets(shared));
}

if (has('--watch')) {
  for (const target of targets) await (await context(target)).watch();
  console.log('Watching for changes.');
} else {
  await Promise.all(targets.map((target) => build(target)));
  if (targets.includes(library)) await writeDeclarations();
}
