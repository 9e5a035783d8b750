import { parseArgs } from 'node:util';
import type { Result } from '../core/text/result';
import { success } from '../core/text/result';
import { build } from './build';
import { collect } from './collect';
import { walk } from './inputs/walk';
import { writeAll } from './output/write';
import { refuse } from '../core/publisher/values/results';

const USAGE = 'usage: node out/data.js --from DIR [--to data]';

/** Prints a line. */
type Say = (line: string) => void;

interface Folders {
  readonly from: string;
  readonly to: string;
}

/** Runs the command line; gives the exit code: 0, or 2 where nothing was written. */
export function run(args: readonly string[], say: Say, complain: Say): number {
  const folders = readArguments(args);
  const imported = folders.ok ? importData(folders.value, say) : folders;
  if (imported.ok) return 0;
  complain(`${imported.failure.message}\nNothing was written.`);
  return 2;
}

function readArguments(args: readonly string[]): Result<Folders> {
  try {
    const options = { from: { type: 'string' }, to: { type: 'string', default: 'data' } } as const;
    const { from, to } = parseArgs({ args: [...args], options }).values;
    return from === undefined ? refuse('usage', USAGE) : success({ from, to });
  } catch {
    return refuse('usage', USAGE);
  }
}

/** Reads every input, builds every file in memory, and only then writes. */
function importData({ from, to }: Folders, say: Say): Result<void> {
  const inputs = walk(from);
  if (!inputs.ok) return inputs;
  const collection = collect(inputs.value, say);
  if (!collection.ok) return collection;
  const outputs = build(collection.value);
  if (!outputs.ok) return outputs;
  const written = writeAll(to, outputs.value);
  if (!written.ok) return written;
  for (const { name, text } of outputs.value) say(`${name}: ${Math.ceil(text.length / 1024)} KiB`);
  return written;
}
