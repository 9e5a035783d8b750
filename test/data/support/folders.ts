import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../../src/data/import';

const made: string[] = [];
process.once('exit', () => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own under the system's; `files` by path. It goes when the tests end. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-data-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

export interface Run {
  readonly code: number;
  readonly said: string;
  readonly complaint: string;
}

/** Runs the importer in this process. */
export function importing(...args: readonly string[]): Run {
  const said: string[] = [];
  const complaints: string[] = [];
  const code = run(
    args,
    (line) => said.push(line),
    (line) => complaints.push(line),
  );
  return { code, said: said.join('\n'), complaint: complaints.join('\n') };
}

/** Names and texts of the files in a folder; none where there is no folder. */
export function contentOf(folder: string): Record<string, string> {
  if (!fs.existsSync(folder)) return {};
  const names = fs.readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}
