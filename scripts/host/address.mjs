// The address at which a server shows a workbench.
import path from 'node:path';

/**
 * The address of a workbench.
 * @param options `workspace` (a folder or a .code-workspace file), `development` (the folder of an extension under
 *   development), `tests` (the module whose `run` the extension host calls), `file` (to open in an editor).
 */
export function workbenchAddress({ authority, token }, options) {
  const query = new URLSearchParams({ tkn: token });
  if (options.workspace) query.set(kindOf(options.workspace), path.resolve(options.workspace));
  else query.set('ew', 'true');
  query.set('payload', JSON.stringify(payload(authority, options)));
  return `http://${authority}/?${query}`;
}

const kindOf = (workspace) => (workspace.endsWith('.code-workspace') ? 'workspace' : 'folder');

function payload(authority, { development, tests, file }) {
  const entries = { extensionDevelopmentPath: development, extensionTestsPath: tests, openFile: file };
  return Object.entries(entries)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, `vscode-remote://${authority}${encodeURI(path.resolve(value))}`]);
}
