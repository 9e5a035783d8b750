// Starts programs, reads what they print line by line, and leaves none of them behind.
import { spawn, spawnSync } from 'node:child_process';
import readline from 'node:readline';

const onWindows = process.platform === 'win32';
const patience = 5000;
const running = new Set();

/**
 * Starts a program as the head of a process group of its own.
 * @returns the child process, with `ended`: a promise of its exit code (1 where a signal ended it).
 */
export function start(command, args, options = {}) {
  const words = options.shell ? args.map((arg) => `"${arg}"`) : args;
  const child = spawn(command, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
    detached: !onWindows,
  });
  running.add(child);
  child.ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => running.delete(child));
  child.ended.catch(() => {});
  return child;
}

/** Hands each line that a program prints, on either stream, to `onLine`. */
export function readLines(child, onLine) {
  for (const input of [child.stdout, child.stderr]) readline.createInterface({ input }).on('line', onLine);
}

/**
 * Runs a program to its end; past `limit` milliseconds it is stopped.
 * @returns its exit code, and whether it was stopped.
 */
export async function run(command, args, { limit = 600_000, onLine = console.log, ...options } = {}) {
  const child = start(command, args, options);
  readLines(child, onLine);
  let stopped = false;
  const timer = setTimeout(() => {
    stopped = true;
    void stop(child);
  }, limit);
  const code = await child.ended.finally(() => clearTimeout(timer));
  return { code, stopped };
}

/** Asks a program and its children to end, and makes them after five seconds. */
export async function stop(child) {
  if (!running.has(child)) return;
  kill(child, 'SIGTERM');
  const timer = setTimeout(() => kill(child, 'SIGKILL'), patience);
  await child.ended.catch(() => {}).finally(() => clearTimeout(timer));
}

/** Ends this program in order on Ctrl+C and on SIGTERM: `close` first, then every program that it started. */
export function endOnSignal({ close = async () => {}, code = 1 } = {}) {
  const end = async () => {
    await close();
    await Promise.all([...running].map(stop));
    process.exit(code);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (process.env.npm_lifecycle_event) whenParentEnds(end);
}

/** npm passes a signal to the shell between it and this program; the shell ends of it, and says nothing. */
function whenParentEnds(action) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    void action();
  }, 1000);
  timer.unref();
}

function kill(child, signal) {
  if (onWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  else signalGroup(child.pid, signal);
}

function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
