// npm run package: builds for production and packs the VSIX; prints its files and its size.
//   node scripts/package.mjs [FILE]     what it is called (control-lens-VERSION.vsix)
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { installed, root } from './support/folders.mjs';
import { run } from './support/process.mjs';

await ensureInstalled();
const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.resolve(process.argv[2] ?? path.join(root, `${name}-${version}.vsix`));
const links = ['--githubBranch', 'main']; // the README's links and pictures lead to the repository
const code = await vsce('package', '--no-dependencies', ...links, '--out', file);
if (code !== 0) process.exit(code);
console.log(`\n${file}: ${Math.ceil(fs.statSync(file).size / 1024)} KB`);

/** vsce calls the script `vscode:prepublish`, which builds. */
async function vsce(...args) {
  const result = await run(process.execPath, [installed('@vscode/vsce/vsce'), ...args], { cwd: root });
  return result.code;
}
