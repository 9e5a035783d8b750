// Installs the modules that package-lock.json names, where they are missing or of another version.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './support/folders.mjs';
import { npm } from './support/npm.mjs';

const stale = 15 * 60_000;

/** Brings node_modules in line with package-lock.json. Of two that run at once, one waits for the other. */
export async function ensureInstalled() {
  if (isComplete()) return;
  const release = await lock();
  try {
    if (isComplete()) return;
    console.log('Installing what package-lock.json names ...');
    await npm(['ci'], root);
  } finally {
    release();
  }
}

/** npm keeps what it installed in a lock file of the same form inside node_modules. */
function isComplete() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted)
    .filter(([name, entry]) => name !== '' && !entry.optional && !entry.devOptional)
    .every(([name, entry]) => present[name]?.version === entry.version);
}

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** A folder is the lock: only one of two can make it. One that a killed run left behind goes stale. */
async function lock() {
  const name = crypto.createHash('sha256').update(root).digest('hex').slice(0, 16);
  const folder = path.join(os.tmpdir(), `control-lens-install-${name}`);
  while (!tryToMake(folder)) await wait(500);
  const release = () => fs.rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  return release;
}

function tryToMake(folder) {
  try {
    fs.mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const age = Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > stale) fs.rmSync(folder, { recursive: true, force: true });
  return false;
}
