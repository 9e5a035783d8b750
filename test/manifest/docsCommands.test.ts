import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { HELP } from '../../src/cli/help';
import { OPTION_NAMES } from '../../src/cli/optionTable';
import { folderFor, removeFolders } from '../support/cli';
import { docsPages } from '../support/docs';
import { projectFolder, projectText } from '../support/manifest';

/** The files that the examples speak of. */
const FILES = {
  'register.yaml': 'controls: [IAM-10, GRC-03]\n',
  'policy.md': 'ATT&CK T1021.007 and T1086 call for CCM IAM-10 and GRC-03.\n',
};

/** `control-lens …` in a text or after a prompt, with the block of code that shows what it prints. */
const EXAMPLES =
  /`control-lens ([^`\n]+)`(?:(?!\n#|```)[\s\S])*```json\n([\s\S]*?)\n```|```\n\$ control-lens (.*)\n([\s\S]*?)\n```/g;

/** Whether the example is the value, but for items of lists that are left out, and ends of texts after `…`. */
function isPartOf(example: unknown, value: unknown): boolean {
  if (typeof example === 'string' && example.endsWith('…'))
    return typeof value === 'string' && value.startsWith(example.slice(0, -1));
  if (Array.isArray(example)) {
    let from = 0;
    return (
      Array.isArray(value) &&
      example.length > 0 === value.length > 0 &&
      example.every((each) => {
        const at = value.findIndex((other, index) => index >= from && isPartOf(each, other));
        from = at + 1;
        return at >= 0;
      })
    );
  }
  if (typeof example !== 'object' || example === null || typeof value !== 'object' || value === null)
    return example === value;
  const names = Object.keys(example);
  return (
    names.join() === Object.keys(value).join() &&
    names.every((name) =>
      isPartOf((example as Record<string, unknown>)[name], (value as Record<string, unknown>)[name]),
    )
  );
}

suite('the documentation of the command line', () => {
  suiteTeardown(removeFolders);

  const examples = [...docsPages().values()].flatMap((page) =>
    [...page.matchAll(EXAMPLES)].map(([, inText, json, atPrompt, printed]) => ({
      words: inText ?? atPrompt ?? '',
      json,
      printed,
    })),
  );

  test('names every option that the usage does', () => {
    for (const name of OPTION_NAMES)
      for (const text of [HELP, projectText('docs/command-line.md')])
        assert.match(text, new RegExp(`--${name}[ \`]`), name);
  });

  test('shows examples', () => assert.ok(examples.length > 6, String(examples.length)));

  for (const { words, json, printed } of examples)
    test(`shows what is printed by: control-lens ${words}`, () => {
      const program = path.join(projectFolder, 'dist/cli.js');
      const { stdout, stderr } = spawnSync(process.execPath, [program, ...words.split(' ')], {
        cwd: folderFor(FILES),
        encoding: 'utf8',
      });
      assert.equal(stderr, '');
      if (json === undefined) assert.equal(stdout, `${printed ?? ''}\n`);
      else if (!isPartOf(JSON.parse(json), JSON.parse(stdout))) assert.equal(json, stdout);
    });
});
