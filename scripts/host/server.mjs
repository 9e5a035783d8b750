// Starts the VS Code server that install.mjs installed, on a loopback address.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/folders.mjs';
import { flags } from '../support/flags.mjs';
import { readLines, start, stop } from '../support/process.mjs';
import { ensureHost } from './install.mjs';
import { quietSettings } from './settings.mjs';

/**
 * Starts a VS Code server with data folders of its own, which go when this program ends.
 * @param options `port` (a free one), `trusted` (true: every folder is trusted), `stays` (false: it ends some minutes
 *   after the last workbench is gone), `userData` (a folder that holds User/settings.json), `settings` (added to
 *   those).
 * @returns `host` (the folder of the installed VS Code), `authority` (address and port), `token` (who has it may
 *   connect), `failure` (a promise that rejects where it ends by itself), `close()`.
 */
export async function startServer({ port = 0, trusted = true, stays, userData: given, settings } = {}) {
  const host = await ensureHost();
  const data = temporaryFolder();
  const userData = given ?? path.join(data, 'user-data');
  writeSettings(userData, settings);
  const token = crypto.randomBytes(16).toString('hex');
  const command = serverArguments({ host, data, userData, token, port, trusted, stays });
  const child = start(process.execPath, command, { env: serverEnvironment(data) });
  const { listening, failure } = watch(child);
  const authority = await Promise.race([listening, failure]);
  failure.catch(() => {}); // not everyone waits for it
  const close = () => {
    child.isClosing = true;
    return stop(child);
  };
  return { host, authority, token, failure, close };
}

/** Adds settings to those of the user, for a workbench that is opened later. */
export function writeSettings(userData, settings = {}) {
  const file = path.join(userData, 'User/settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const present = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : quietSettings;
  fs.writeFileSync(file, JSON.stringify({ ...present, ...settings }, undefined, 2));
}

function serverArguments({ host, data, userData, token, port, trusted, stays }) {
  const values = {
    host: '127.0.0.1',
    port,
    'connection-token': token,
    'user-data-dir': userData,
    'server-data-dir': path.join(data, 'server'),
    'extensions-dir': path.join(data, 'extensions'),
    'accept-server-license-terms': true,
    'telemetry-level': 'off',
    'disable-getting-started-override': true,
    'disable-workspace-trust': trusted,
    'enable-remote-auto-shutdown': !stays,
  };
  return [path.join(host, 'vscode/out/server-main.js'), ...flags(values)];
}

function serverEnvironment(data) {
  const webSocket = Number.parseInt(process.versions.node) < 22 ? ['--experimental-websocket'] : [];
  const options = [process.env.NODE_OPTIONS ?? '', ...webSocket];
  return {
    ...process.env,
    EXTENSIONS_GALLERY: '{}', // no marketplace, so nothing is looked up there
    XDG_RUNTIME_DIR: data, // its sockets go with the rest
    NODE_OPTIONS: options.join(' ').trim(),
  };
}

/** Resolves to the address of the server; `failure` rejects where the server ends before it was asked to. */
function watch(child) {
  const lines = [];
  const listening = new Promise((resolve) => {
    readLines(child, (line) => {
      lines.push(line);
      const port = /agent listening on (\d+)/.exec(line)?.[1];
      if (port) resolve(`127.0.0.1:${port}`);
    });
  });
  const failure = child.ended.then((code) => {
    if (!child.isClosing)
      throw new Error(`The VS Code server ended with ${code}.\n${lines.slice(-50).join('\n')}`);
  });
  return { listening, failure };
}
