import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COULD_NOT_RUN, run } from './run';

/** The folder that holds `data/` and package.json, one above the folder of this program. */
const home = path.join(__dirname, '..');

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}

async function main(): Promise<void> {
  const { out, error, code } = await run(process.argv.slice(2), path.join(home, 'data'), version());
  process.exitCode = code;
  for (const piece of out) process.stdout.write(piece);
  process.stderr.write(error);
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
