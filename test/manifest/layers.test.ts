import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, projectText } from '../support/manifest';

/** The layers of the core, lowest first: a file imports from its own layer and from those before it. */
const LAYERS = [
  'text',
  'frameworks',
  'identifiers',
  'knowledge',
  'publisher',
  'documents',
  'recognition',
  'resolution',
  'rules',
  'settings',
  'analysis',
  'index',
  'coverage',
  'changes',
  'explain',
  'search',
  'links',
  'hover',
  'page',
  'edits',
  'configuration',
  'completion',
  'lookUp',
  'lenses',
  'symbols',
  'views',
  'report',
];

/** Packages that run wherever JavaScript does. */
const PURE_PACKAGES = new Set(['picomatch', 'ignore', 'yaml']);

function sources(folder: string): string[] {
  return readdirSync(path.join(projectFolder, folder), { recursive: true })
    .map((name) => path.posix.join(folder, String(name).split(path.sep).join('/')))
    .filter((name) => name.endsWith('.ts'));
}

function importsOf(file: string): string[] {
  return [...projectText(file).matchAll(/(?<!['"])\b(?:from|import)\s*\(?'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
}

function resolved(file: string, specifier: string): string {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
}

/** What an import of a file breaks, if anything. */
function violation(file: string, specifier: string): string | undefined {
  const target = resolved(file, specifier);
  const own = LAYERS.indexOf(file.split('/')[2] ?? '');
  const other = LAYERS.indexOf(target.split('/')[2] ?? '');
  if (!specifier.startsWith('.'))
    return PURE_PACKAGES.has(specifier) ? undefined : `${file} imports ${specifier}`;
  if (!target.startsWith('src/core/')) return `${file} leaves the core for ${target}`;
  return other > own ? `${file} imports upwards from ${target}` : undefined;
}

/** All that the rest of the code may know of recognition. */
const DOORS = new Set(
  ['recognition', 'recognize', 'reference'].map((name) => `src/core/recognition/${name}`),
);

/** What a module that keeps something between two calls begins a line with. */
const STATE =
  /^(?:export )?(?:let |const \w+ = new (?:WeakMap|WeakSet)\b|const \w+ = new (?:Map|Set)(?:<.*>)?\(\))/m;

suite('the layers of the code', () => {
  test('hold every file of the core', () => {
    const layers = new Set(sources('src/core').map((file) => file.split('/')[2]));
    assert.deepEqual(new Set(layers), new Set(LAYERS));
  });

  test('let the core import neither the editor nor Node, and never upwards', () => {
    const files = sources('src/core');
    assert.ok(files.length > 50);
    const found = files.flatMap((file) => importsOf(file).flatMap((each) => violation(file, each) ?? []));
    assert.deepEqual(found, []);
  });

  test('let nothing that ships reach past the three doors of recognition', () => {
    const inside = (file: string, specifier: string): boolean => {
      const target = resolved(file, specifier);
      return target.startsWith('src/core/recognition/') && !DOORS.has(target);
    };
    const outsiders = sources('src').filter((file) => !/^src\/(?:core\/recognition|docs)\//.test(file));
    assert.deepEqual(
      outsiders.filter((file) => importsOf(file).some((specifier) => inside(file, specifier))),
      [],
    );
  });

  test('keep no state in a module of the core', () => {
    const keeps = (text: string): boolean => STATE.test(text);
    const kept = [
      'const memo = new WeakMap<Analysis, Page>();',
      'const known = new Map<string, Map<string, Entry>>();',
      'export let last = 0;',
    ];
    const constants = ["const WORDS = new Set(['a']);", '  const found = new Map<string, Entry>();'];
    assert.deepEqual([kept.every(keeps), constants.some(keeps)], [true, false]);
    assert.deepEqual(
      sources('src/core').filter((file) => keeps(projectText(file))),
      [],
    );
  });

  test('hand a text to the yaml package in one guarded place', () => {
    const readers = /from 'yaml'/;
    const calls = /\b(?:parse|parseDocument|parseAllDocuments|new (?:Parser|Lexer|Composer))\(/;
    const files = sources('src').filter((file) => readers.test(projectText(file)));
    assert.deepEqual(
      files.filter((file) => calls.test(projectText(file))),
      ['src/core/edits/insert/yaml/read.ts'],
    );
  });

  test('let only one module of the library import Node', () => {
    const users = sources('src/library').filter((file) =>
      importsOf(file).some((each) => each.startsWith('node:')),
    );
    assert.deepEqual(users, ['src/library/node.ts']);
  });

  test('keep the extension and the command line apart', () => {
    const crossing = (folder: string, forbidden: RegExp): string[] =>
      sources(folder).filter((file) => importsOf(file).some((each) => forbidden.test(resolved(file, each))));
    assert.deepEqual(crossing('src/extension', /^(?:src\/(?:cli|data)\/|node:)/), []);
    assert.deepEqual(crossing('src/cli', /^(?:src\/(?:extension|data)\/|vscode$)/), []);
    assert.deepEqual(crossing('src/library', /^(?:src\/(?:extension|cli|data)\/|vscode$)/), []);
    assert.deepEqual(crossing('src/data', /^(?:src\/(?:extension|cli)\/|vscode$)/), []);
  });
});
