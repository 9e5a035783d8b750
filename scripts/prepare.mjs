// npm runs it where it prepares a package: it builds what a package from git has to hold. It needs nothing but Node
// and npm, since `npm install -g` from git installs no development dependencies before it.
import { ensureInstalled } from './install.mjs';
import { root } from './support/folders.mjs';
import { run } from './support/process.mjs';

const isWithoutTools = (process.env.npm_config_omit ?? '').split(/\s/).includes('dev');

if (!isWithoutTools) {
  await ensureInstalled();
  const { code } = await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: root });
  process.exitCode = code;
}
