// Folders that the scripts need.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A file of an installed module, for example `installed('mocha/bin/mocha.js')`. */
export const installed = (file) => path.join(root, 'node_modules', file);

/** Where what is downloaded once is kept between runs: outside the project, as it is no part of it. */
export function cacheFolder() {
  const caches = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  return process.env.CONTROL_LENS_CACHE ?? path.join(caches, 'control-lens');
}

/** A new empty folder that is removed when this program ends. */
export function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
