// The runs of the tests in a real editor: which suite files, in which extension host, on which workspace.

/**
 * @typedef {object} Run
 * @property {string} name
 * @property {string} suite the folder below test/host/suite whose files it runs, without those in folders below
 * @property {string} workspace what to open, below test/fixtures; the tests work on a copy
 * @property {'node' | 'web'} host a web worker has no Node: there *.node.test.ts files are left out
 * @property {boolean} trusted whether the workspace is trusted
 * @property {string[]} [flags] more flags for `code`
 * @property {object} [settings] more user settings
 */

/** @type {Run[]} */
export const runs = [
  { name: 'node', suite: '.', workspace: 'workspace', host: 'node', trusted: true },
  { name: 'untrusted', suite: 'untrusted', workspace: 'workspace', host: 'node', trusted: false },
  {
    name: 'multi-root',
    suite: 'multi-root',
    workspace: 'multi-root/all.code-workspace',
    host: 'node',
    trusted: true,
  },
  { name: 'bench', suite: 'bench', workspace: 'bench', host: 'node', trusted: true },
  { name: 'web', suite: '.', workspace: 'workspace', host: 'web', trusted: true },
];
