// Runs the tests that need a real editor.
//   node test/host/run.mjs [NAME ...] [--grep TITLE]     the runs named, else all (see runs.mjs)
// The editor is the program named by VSCODE_EXECUTABLE, else on Linux the VS Code that comes from npm, else the one
// that @vscode/test-electron downloads. VSCODE_HOST=off passes over the second. CONTROL_LENS_LOG=1 prints its log.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { ensureHost, isSupported } from '../../scripts/host/install.mjs';
import { writeSettings } from '../../scripts/host/server.mjs';
import { cacheFolder, root, temporaryFolder } from '../../scripts/support/folders.mjs';
import { flags } from '../../scripts/support/flags.mjs';
import { endOnSignal, run } from '../../scripts/support/process.mjs';
import { runs } from './runs.mjs';

const limit = Number(process.env.CONTROL_LENS_LIMIT ?? 600_000);
const { values, positionals } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });

const plainWindow = [
  '--disable-extensions', // those that are installed
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--disable-updates',
  '--skip-welcome',
  '--skip-release-notes',
];

endOnSignal();
const selected = runs.filter((each) => positionals.length === 0 || positionals.includes(each.name));
let failed = false;
for (const each of selected.filter((one) => fs.existsSync(bundleOf(one)))) {
  if (!(await passes(each))) failed = true;
}
process.exit(failed ? 1 : 0);

function bundleOf({ name }) {
  return path.join(root, 'out/test/host', `${name}.js`);
}

/** Runs one of them, prints what its tests print, and where it comes to no result, why that may be. */
async function passes(one) {
  console.log(`${one.name}:`);
  const { command, before, shell } = await editor();
  const output = printer();
  const flagList = flagsOf(one, temporaryFolder());
  const { code, stopped } = await run(command, [...before, ...flagList], {
    limit,
    shell,
    onLine: output.onLine,
  });
  if (code === 0 || output.hasResult()) return code === 0;
  console.log(output.rest().slice(-40).join('\n'));
  console.log(
    stopped ? `The editor was stopped after ${limit / 1000} seconds.` : `The editor ended with ${code}.`,
  );
  console.log('[result] {"passed":0,"failed":1,"skipped":0}');
  return false;
}

/** Tells the lines that the tests print from the rest of the editor's log, which it keeps. */
function printer() {
  const rest = [];
  let hasResult = false;
  const onLine = (line) => {
    const text = /\[test\] (.*)/.exec(line)?.[1];
    hasResult ||= text?.startsWith('[result]') ?? false;
    if (text === undefined) rest.push(line);
    if (text !== undefined || process.env.CONTROL_LENS_LOG) console.log(text ?? line);
  };
  return { onLine, rest: () => rest, hasResult: () => hasResult };
}

async function editor() {
  const shell = process.platform === 'win32';
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return { command: named, before: [], shell };
  if (!isSupported()) return { command: await download(), before: [], shell: false };
  await ensureHost();
  return { command: process.execPath, before: [path.join(root, 'scripts/host/code.mjs')], shell: false };
}

function download() {
  return downloadAndUnzipVSCode({
    version: process.env.VSCODE_VERSION ?? 'stable',
    cachePath: cacheFolder(),
  });
}

function flagsOf(one, folder) {
  const userData = path.join(folder, 'user-data');
  writeSettings(userData, {
    ...one.settings,
    ...(values.grep ? { 'controlLensTests.grep': values.grep } : {}),
  });
  const paths = {
    extensionDevelopmentPath: root,
    extensionDevelopmentKind: one.host === 'web' ? 'web' : undefined,
    extensionTestsPath: bundleOf(one),
    'user-data-dir': userData,
    'extensions-dir': path.join(folder, 'extensions'),
    'disable-workspace-trust': one.trusted,
  };
  return [workspaceCopy(one, folder), ...flags(paths), ...plainWindow, ...(one.flags ?? [])];
}

/** The tests may write: they get a copy. */
function workspaceCopy({ workspace }, folder) {
  const [name] = workspace.split('/');
  fs.cpSync(path.join(root, 'test/fixtures', name), path.join(folder, name), { recursive: true });
  return path.join(folder, workspace);
}
