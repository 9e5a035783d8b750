// npm run bench:peers: the wall time of `check` next to that of other command lines, in one run on this machine.
//   --markdownlint PROGRAM, --cspell PROGRAM, --rg PROGRAM     what you have installed, outside the project; others are left out
//   --rounds N                                                 (5) each program that often in turn, and the best counts
// It reads the Markdown files of CORPUS_DIR, and 4,000 small YAML files that are copies of those of CORPUS_DIR.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, temporaryFolder } from './support/folders.mjs';

const { values } = parseArgs({
  options: {
    markdownlint: { type: 'string' },
    cspell: { type: 'string' },
    rg: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});
const corpus = process.env.CORPUS_DIR ?? path.join(root, '../shared/corpus');
const SMALL_FILES = 4000;
const SMALL = 4096;
const ID = String.raw`\b(T\d{4}(\.\d{3})?|[A-Z&]{2,4}-\d{1,2})\b`;

const markdown = folderOf('.md');
const yaml = folderOf('.yaml', { count: SMALL_FILES, max: SMALL });
table('Markdown', markdown, ['**/*.md']);
table(`${SMALL_FILES} small YAML files`, yaml, ['**/*.yaml']);

/** Copies of the files of the corpus that end so: all of them once, or as many as wanted of the small ones. */
function folderOf(ending, { count = 0, max = Infinity } = {}) {
  const folder = temporaryFolder();
  const all = fs
    .readdirSync(corpus, { recursive: true })
    .map((name) => path.join(corpus, name))
    .filter((file) => file.endsWith(ending) || (ending === '.yaml' && file.endsWith('.yml')))
    .filter((file) => fs.statSync(file).isFile() && fs.statSync(file).size <= max);
  if (all.length === 0) throw new Error(`No ${ending} files in ${corpus}`);
  let bytes = 0;
  const wanted = count || all.length;
  for (let at = 0; at < wanted; at++) {
    const source = all[at % all.length];
    const target = path.join(folder, `${Math.floor(at / 100)}`, `${at}${ending}`);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(source, target);
    bytes += fs.statSync(target).size;
  }
  return { folder, count: wanted, bytes };
}

function programs(globs) {
  const node = (script, ...args) => [process.execPath, script, ...args];
  const own = node(path.join(root, 'dist/cli.js'), 'check', '.', '--fail-on', 'never');
  const others = [
    ['markdownlint-cli2', values.markdownlint && [values.markdownlint, ...globs]],
    ['cspell', values.cspell && [values.cspell, '--no-progress', '--no-summary', '--quiet', ...globs]],
    ['ripgrep', values.rg && [values.rg, '--line-number', ID, '.']],
  ];
  return [['control-lens', own], ...others.filter(([, command]) => command)];
}

function table(title, { folder, count, bytes }, globs) {
  const best = new Map();
  const all = programs(globs).filter(([name]) => name !== 'markdownlint-cli2' || globs[0].endsWith('.md'));
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [name, command] of all)
      best.set(name, Math.min(best.get(name) ?? Infinity, timed(folder, command)));
  const own = best.get('control-lens');
  console.log(`\n${title}: ${count} files, ${(bytes / 1024 / 1024).toFixed(1)} MB; best of ${values.rounds}`);
  for (const [name, time] of best)
    console.log(
      `  ${name.padEnd(18)} ${time.toFixed(0).padStart(6)} ms  ${(time / own).toFixed(2).padStart(6)} x`,
    );
}

/** Milliseconds of one run; findings are no failure, a program that could not run is. */
function timed(cwd, [program, ...args]) {
  const started = performance.now();
  const { error, signal, status, stderr } = spawnSync(program, args, { cwd, maxBuffer: 2 ** 30 });
  const took = performance.now() - started;
  if (error || signal || status > 1) throw error ?? new Error(`${program}: ${status} ${stderr}`);
  return took;
}
