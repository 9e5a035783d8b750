import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { storageFolder } from './data/storageFolder';
import { ProgressLine } from './progress';
import { COULD_NOT_RUN, run } from './run';
import { wantsColors } from './terminal';

/** More than is taken of it. */
const MAX_INPUT = 51 * 1024 * 1024;

/**
 * A run is short. V8 spends more of it on compiling well than that saves: compiling later takes a third off the CPU time of
 * a check of 700 documents, and a tenth off that of 4,000; the time that one waits stays.
 */
setFlagsFromString('--interrupt-budget=500000');

/** The folder that holds `data/` and package.json, one above the folder of this program. */
const home = path.join(__dirname, '..');

/** `unknown` if somebody copied the program without its package.json: it works all the same. */
function version(): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
    const isKnown = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
    return isKnown ? String(manifest.version) : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}

const UNKNOWN = 'unknown';

async function main(): Promise<void> {
  const { stdout, stderr } = process;
  const progress = new ProgressLine((text) => stderr.write(text), Date.now);
  const { out, error, code } = await run(process.argv.slice(2), path.join(home, 'data'), version(), {
    hasColors: wantsColors(stdout.isTTY, process.env),
    isRead: stdout.isTTY,
    input,
    print: (text) => {
      progress.clear();
      stdout.write(text);
    },
    storage: storageFolder(process.env),
    env: process.env,
    signal: interrupted(),
    say: (line) => {
      if (stderr.isTTY) stderr.write(`${line}\n`);
    },
    progress: stderr.isTTY ? (done, all) => progress.tell(done, all) : undefined,
  });
  progress.clear();
  process.exitCode = code;
  for (const piece of out) stdout.write(piece);
  stderr.write(error);
}

/** The first Ctrl+C lets an import take back what it wrote. */
function interrupted(): AbortSignal {
  const control = new AbortController();
  if (process.argv[2] === 'data') process.once('SIGINT', () => control.abort());
  return control.signal;
}

async function input(): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > MAX_INPUT) break;
  }
  return Buffer.concat(pieces);
}

/** A reader that has enough, as `head`, closes the pipe: nobody is left to tell. */
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return;
  if (process.exitCode !== COULD_NOT_RUN) process.stderr.write(`Could not write the output: ${message}\n`);
  process.exitCode = COULD_NOT_RUN;
});

/** Only what `check` and `explain` find out ends with 1, never a mistake of ours. */
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = COULD_NOT_RUN;
});
