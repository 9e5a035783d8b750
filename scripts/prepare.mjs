// npm runs it where it prepares a package: it builds what a package from git has to hold. It needs nothing but Node.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

if (fs.existsSync(path.join(root, 'node_modules/esbuild'))) {
  const options = { cwd: root, stdio: 'inherit' };
  process.exitCode = spawnSync(process.execPath, ['esbuild.mjs', '--production'], options).status ?? 1;
} else console.log('Not built: the development dependencies are not installed.');
