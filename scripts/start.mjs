// npm start: builds Control Lens, checks the sample policies on the command line, and opens them in VS Code.
//   --no-open    only build and check
//   --port N     where VS Code is served, if no `code` is installed (a free port)
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { workbenchAddress } from './host/address.mjs';
import { isSupported } from './host/install.mjs';
import { startServer } from './host/server.mjs';
import { ensureInstalled } from './install.mjs';
import { cacheFolder, root } from './support/folders.mjs';
import { endOnSignal, run } from './support/process.mjs';

const weeks = 2 ** 31 - 1; // milliseconds; a timer can wait no longer
const onWindows = process.platform === 'win32';
const sample = path.join(root, 'media/sample');
const { values } = parseArgs({ options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } } });
let server;
endOnSignal({ close: async () => server?.close(), code: 0 });

try {
  await ensureInstalled();
  await node('esbuild.mjs');
  console.log('\nWhat the command line says of media/sample:\n');
  await node('dist/cli.js', 'check', 'media/sample').catch(() => {}); // it ends with 1 where it finds something
  if (!values['no-open']) await open();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function node(...command) {
  const { code } = await run(process.execPath, command, { cwd: root });
  if (code !== 0) throw new Error(`node ${command.join(' ')} ended with ${code}.`);
}

async function open() {
  if (hasCode()) await openWith('code', onWindows);
  else if (isSupported()) await serve();
  else await openWith(await download());
}

function hasCode() {
  return spawnSync('code', ['--version'], { shell: onWindows, stdio: 'ignore' }).status === 0;
}

async function openWith(program, shell = false) {
  console.log('\nOpening media/sample in VS Code ...');
  await run(program, ['--new-window', `--extensionDevelopmentPath=${root}`, sample], { shell, limit: weeks });
}

async function download() {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ cachePath: cacheFolder() });
}

/** Serves VS Code until Ctrl+C. */
async function serve() {
  const port = Number(values.port ?? 0);
  await makeSureIsFree(port);
  server = await startServer({ port, stays: true });
  const address = workbenchAddress(server, { workspace: sample, development: root, file: firstPolicy() });
  console.log(`\nOpen ${address} in a browser.\nPress Ctrl+C to end.`);
  await server.failure;
}

async function makeSureIsFree(port) {
  const probe = net.createServer().listen(port, '127.0.0.1');
  await once(probe, 'listening').catch(() => {
    throw new Error(`Port ${port} cannot be used; choose another with --port.`);
  });
  await promisify(probe.close.bind(probe))();
}

function firstPolicy() {
  const name = fs.readdirSync(sample).find((file) => file.endsWith('.md'));
  return name && path.join(sample, name);
}
