// Writes the type declarations of the library next to its bundles: dist/library/*.d.mts.
import fs from 'node:fs';
import path from 'node:path';
import { installed, root } from './support/folders.mjs';
import { run } from './support/process.mjs';

const NAMES = ['library', 'node', 'types'];

/** The compiler emits those of all modules; the public ones import nothing but each other. */
export async function writeDeclarations() {
  const tsc = [installed('typescript/bin/tsc'), '--project', 'src/library'];
  const { code } = await run(process.execPath, tsc, { cwd: root });
  if (code !== 0) throw new Error('The type declarations of the library could not be written.');
  for (const name of NAMES) {
    const text = fs.readFileSync(path.join(root, `out/types/library/${name}.d.ts`), 'utf8');
    fs.writeFileSync(path.join(root, `dist/library/${name}.d.mts`), withExtensions(text));
  }
}

/** Node's resolution wants the extension of a module. */
function withExtensions(text) {
  return text.replaceAll(/(from '\.\/\w+)'/g, "$1.mjs'");
}
