#!/usr/bin/env node
// Stands in for the program `code` in a test run: takes its flags, runs the tests in the VS Code that came from npm,
// prints what the extension host prints, and ends with the result of the tests.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { endOnSignal } from '../support/process.mjs';
import { openWorkbench } from './workbench.mjs';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'disable-workspace-trust': { type: 'boolean' },
  },
});

let workbench;
const close = () => workbench?.close();
endOnSignal({ close });

process.exit(await runTests());

async function runTests() {
  try {
    workbench = await openWorkbench(optionsOf(values, positionals));
    return await workbench.result;
  } catch (error) {
    console.error(error.message);
    return 1;
  } finally {
    await close();
  }
}

function optionsOf(flags, [workspace]) {
  return {
    workspace: workspace && path.resolve(workspace),
    development: flags.extensionDevelopmentPath,
    tests: flags.extensionTestsPath,
    userData: flags['user-data-dir'],
    trusted: flags['disable-workspace-trust'] === true,
    settings: flags.extensionDevelopmentKind ? extensionHost(flags.extensionDevelopmentKind) : {},
    onLog: console.log,
  };
}

/** In a browser VS Code heeds this setting, not the flag: `web` has the extension run in a web worker. */
function extensionHost(kind) {
  return { 'remote.extensionKind': { 'control-lens.control-lens': [kind] } };
}
