// Runs npm: the one that runs this script, else the one on the PATH.
import path from 'node:path';
import { run } from './process.mjs';

const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Runs npm in a folder, without any package's install scripts.
 * @returns what it printed.
 * @throws Error with what it printed, where it fails.
 */
export async function npm(args, folder) {
  const { command, before, shell } = program();
  const lines = [];
  const onLine = (line) => lines.push(line);
  const options = { cwd: folder, env: localEnvironment(), shell, onLine };
  const { code } = await run(command, [...before, ...args, ...flags], options);
  const output = lines.join('\n');
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed.\n${output}\n${advice(output)}`);
  return output;
}

/** An npm that installs globally hands that on to what it starts, and here it means the folder. */
function localEnvironment() {
  const handedOn = /^npm_config_(global|local_prefix|location)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !handedOn.test(name)));
}

function program() {
  const script = process.env.npm_execpath ?? '';
  if (path.basename(script) === 'npm-cli.js')
    return { command: process.execPath, before: [script], shell: false };
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
}

function advice(output) {
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT/.test(output);
  return offline ? 'The npm registry could not be reached: connect to the network and try again.' : '';
}
