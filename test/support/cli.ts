import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DEFAULTS } from '../../src/cli/arguments';
import type { CheckReport } from '../../src/cli/check';
import { Configurations } from '../../src/cli/configurations';
import type { Selection } from '../../src/cli/files';
import type { RefsReport } from '../../src/cli/refs';
import { run } from '../../src/cli/run';
import type { Explanation } from '../../src/core/explain/explain';
import type { CoverageReport } from '../../src/core/report/report';
import { dataFolder } from './knowledge';

/** A temporary folder with some files in it; it is gone after the suite. */
export function folderFor(files: Readonly<Record<string, string>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-cli-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  suiteFolders.push(folder);
  return folder;
}

const suiteFolders: string[] = [];

/** For `suiteTeardown`. */
export function removeFolders(): void {
  for (const folder of suiteFolders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
}

/** Every file of the usual languages. */
export const ANY: Selection = {
  exclude: [],
  settings: DEFAULTS,
  workspaceFolder: undefined,
  configurations: new Configurations(),
  usesIgnoreFiles: true,
  withOptions: (settings) => settings,
};

/** Runs the command line as `control-lens …` does, with the data as it ships. */
export async function controlLens(...argv: readonly string[]): Promise<Ran> {
  const { out, error, code } = await run(argv, dataFolder, '1.2.3');
  return { out: [...out].join(''), error, code };
}

interface Ran {
  readonly out: string;
  readonly error: string;
  readonly code: number;
}

/** What each command prints as JSON. */
interface Printed {
  readonly check: CheckReport;
  readonly explain: Explanation;
  readonly refs: RefsReport;
  readonly coverage: CoverageReport;
}

export async function printed<C extends keyof Printed>(
  command: C,
  ...argv: readonly string[]
): Promise<{ value: Printed[C]; code: number }> {
  const { out, error, code } = await controlLens(command, ...argv, '--format', 'json');
  assert.equal(error, '');
  return { value: JSON.parse(out) as Printed[C], code };
}

/** The `/`-separated path of a file below a folder, as the command line prints it. */
export function below(folder: string, name: string): string {
  return path.join(folder, name).split(path.sep).join('/');
}
