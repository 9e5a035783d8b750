import assert from 'node:assert/strict';
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { projectFolder, projectText } from '../support/manifest';

const IMPORT = /\bfrom '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/g;
/** The importer never ships. */
const UNSHIPPED = `data${path.sep}`;

/** The packages whose code gets into what ships. */
function bundled(): string[] {
  const found = new Set<string>();
  const folder = path.join(projectFolder, 'src');
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.startsWith(UNSHIPPED)) continue;
    for (const [, from, dynamic] of fs.readFileSync(path.join(folder, name), 'utf8').matchAll(IMPORT)) {
      const module = from ?? dynamic ?? '';
      if (module === 'vscode' || module.startsWith('node:') || builtinModules.includes(module)) continue;
      found.add(
        module
          .split('/')
          .slice(0, module.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    }
  }
  return [...found].sort();
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

suite('NOTICE', () => {
  const packages = bundled();

  test('finds the packages that ship', () => assert.ok(packages.includes('yaml'), packages.join()));

  for (const name of packages)
    test(`holds the license of ${name}, which ships`, () => {
      const folder = path.join(projectFolder, 'node_modules', name);
      const license = fs.readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
      assert.ok(license);
      const text = fs.readFileSync(path.join(folder, license), 'utf8');
      assert.ok(oneLine(projectText('NOTICE')).includes(`${name} ${oneLine(text)}`));
      const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as object;
      assert.deepEqual(Object.keys(('dependencies' in manifest && manifest.dependencies) || {}), []);
    });
});
