// What esbuild makes of the tests: the program that runs test files in Node, and a bundle for each run in an editor.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed } from '../../scripts/support/folders.mjs';
import { runs } from './runs.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const name = (file) => path.join(here, file);

/** The configurations for esbuild; `shared` holds what every bundle of the project has. */
export function targets(shared) {
  const common = { ...shared, minify: false, sourcemap: 'inline' };
  const runner = {
    ...common,
    platform: 'node',
    external: ['mocha'],
    entryPoints: [path.join(here, '../support/runFiles.ts')],
    outfile: 'out/test/support/runFiles.js',
  };
  return [runner, ...runs.filter((run) => suiteFiles(run).length > 0).map((run) => bundle(common, run))];
}

function bundle(common, run) {
  const web = {
    platform: 'browser',
    external: ['vscode'],
    entryPoints: [name('web.ts')],
    define: { global: 'globalThis' },
    inject: [name('process.mjs'), installed('mocha/mocha.js')],
    alias: { 'node:assert/strict': name('assert.cjs'), 'node:assert': 'assert' },
  };
  const node = { platform: 'node', external: ['vscode', 'mocha'], entryPoints: [name('index.ts')] };
  const outfile = `out/test/host/${run.name}.js`;
  return { ...common, ...(run.host === 'web' ? web : node), outfile, plugins: [suites(run)] };
}

/** Puts a run's suite files where the entry imports `suites`. */
function suites(run) {
  return {
    name: 'suites',
    setup(build) {
      build.onResolve({ filter: /^suites$/ }, () => ({ path: run.name, namespace: 'suites' }));
      build.onLoad({ filter: /.*/, namespace: 'suites' }, () => ({
        contents: suiteFiles(run)
          .map((file) => `require(${JSON.stringify(file)});`)
          .join('\n'),
        resolveDir: here,
      }));
    },
  };
}

function suiteFiles({ suite, host }) {
  const folder = path.join(here, 'suite', suite);
  const wanted = (file) => file.endsWith('.test.ts') && !(host === 'web' && file.endsWith('.node.test.ts'));
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter(wanted)
    .sort()
    .map((file) => path.join(folder, file));
}
