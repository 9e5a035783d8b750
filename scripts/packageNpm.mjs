// npm run package:npm: packs what npm publishes out of what is built, and prints what it holds.
//   node scripts/packageNpm.mjs [FOLDER]     where it goes (the project)
// The files are those of `npm pack`. package.json is another one: the project's is the extension's as well, and its
// `main`, commands and settings mean nothing on npm.
import fs from 'node:fs';
import path from 'node:path';
import { root, temporaryFolder } from './support/folders.mjs';
import { npm } from './support/npm.mjs';

const KEPT = ['name', 'version', 'description', 'license', 'repository', 'bugs', 'homepage', 'keywords'];
const ALSO_KEPT = ['bin', 'exports', 'publishConfig'];

const staged = temporaryFolder();
for (const name of await packedFiles()) {
  fs.mkdirSync(path.dirname(path.join(staged, name)), { recursive: true });
  fs.copyFileSync(path.join(root, name), path.join(staged, name));
}
fs.writeFileSync(path.join(staged, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
const destination = path.resolve(process.argv[2] ?? root);
console.log(await npm(['pack', '--json', '--pack-destination', destination], staged));

/** By .npmignore. */
async function packedFiles() {
  const [{ files }] = JSON.parse(await npm(['pack', '--json', '--dry-run'], root));
  return files.map((file) => file.path);
}

function manifest() {
  const whole = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const of = (names) => Object.fromEntries(names.map((name) => [name, whole[name]]));
  return { ...of(KEPT), engines: { node: whole.engines.node }, ...of(ALSO_KEPT) };
}
