import assert from 'node:assert/strict';
import { parses, readDocuments } from '../../../../src/core/edits/insert/yaml/read';
import { aliasedNames } from '../../../../src/core/edits/insert/yaml/tree';

const MANY = 100_000;
/** Levels of mappings, each further in than the one before. */
const indented = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
/** Each name stands for nine of the one before: 9 ** 30 texts, were they put in. */
const bomb = [
  'a0: &a0 [x]',
  ...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`),
].join('\n');

type Case = readonly [name: string, text: string, outcome: string];

/** Some of these took the process with them, or minutes, before they were guarded against. */
const cases: readonly Case[] = [
  ['brackets that open', '['.repeat(MANY), 'too-deep'],
  ['brackets that close', ']'.repeat(MANY), 'broken'],
  ['both', '['.repeat(MANY) + ']'.repeat(MANY), 'too-deep'],
  ['braces', '{a: '.repeat(MANY), 'too-deep'],
  ['a level of indentation on each line', indented(1300), 'too-deep'],
  ['an indentation of many spaces', `a:\n${' '.repeat(MANY)}b: c`, 'read'],
  ['dashes on one line', '- '.repeat(MANY), 'too-deep'],
  ['dashes and tabs', '-\t'.repeat(MANY), 'too-deep'],
  ['explicit keys', '? '.repeat(MANY), 'too-deep'],
  ['dashes and keys by turns', '- a: '.repeat(MANY), 'too-large'],
  ['anchors', `${'&a '.repeat(MANY)}x`, 'too-deep'],
  ['tags', `${'!a '.repeat(MANY)}x`, 'too-deep'],
  ['anchors on lines of their own', `${'&a\n'.repeat(MANY)}x`, 'too-deep'],
  ['aliases of aliases', bomb, 'read'],
  ['quotes', '""'.repeat(MANY), 'broken'],
  ['a quote that stays open', `a: "${'x\n '.repeat(MANY)}`, 'broken'],
  ['one long text', `a: ${'x '.repeat(4 * MANY)}`, 'read'],
  ['one long quoted text', `a: "${'x \\n '.repeat(MANY)}"`, 'read'],
  ['one long block', `a: |\n${'  x\n'.repeat(2 * MANY)}`, 'read'],
  ['more short values than anybody reads', `[${'a,'.repeat(4 * MANY)}]`, 'too-large'],
  ['more than a million characters', `# ${'x'.repeat(10 * MANY)}`, 'too-large'],
  ['documents', '---\n'.repeat(MANY), 'read'],
];

suite('hostile YAML', () => {
  for (const [name, text, outcome] of cases)
    test(`is read or refused in time: ${name}`, () => {
      const documents = readDocuments(text);
      assert.equal(documents.ok ? 'read' : documents.failure.code, outcome);
      if (documents.ok) for (const document of documents.value.slice(0, 9)) aliasedNames(document);
    });

  test("isn't taken for hostile at the depth that people write", () => {
    assert.ok(parses(`${indented(150)} ${'['.repeat(40)}${']'.repeat(40)}`));
    assert.ok(parses('- &a !!str x\n- *a\n'));
  });

  test('is refused with a reason for each outcome', () => {
    const refused = new Map(
      cases.filter(([, , outcome]) => outcome !== 'read').map((each) => [each[2], each[1]]),
    );
    const reasons = [...refused.values()].map((text) => {
      const documents = readDocuments(text);
      return documents.ok ? undefined : documents.failure.reason.template;
    });
    assert.equal(new Set(reasons).size, 3);
    assert.ok(!reasons.includes(undefined));
  });
});
