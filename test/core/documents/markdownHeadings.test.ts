import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import { places } from '../../support/places';

/** The headings of a text, as `depth text`. */
function headings(text: string): string[] {
  return new PolicyDocument(text, 'markdown').structure.headings.map((each) => `${each.depth} ${each.text}`);
}

suite('the headings of a Markdown document', () => {
  const cases: readonly [name: string, text: string, expected: readonly string[]][] = [
    ['ATX', '# A\n## B ##\n###### F\n', ['1 A', '2 B', '6 F']],
    ['an ATX heading may be indented by three', '   # A\n', ['1 A']],
    ['not by four', 'x\n\n    # A\n', []],
    ['a tag is no heading', '#IAM\n', []],
    ['seven marks are none', '####### A\n', []],
    ['a heading may be empty', '#\n\n## \n', ['1 ', '2 ']],
    ['a mark inside the text stays', '# C# and F#\n', ['1 C# and F#']],
    ['setext', 'A\n===\n\nB\n---\n', ['1 A', '2 B']],
    ['a rule after a blank line is no heading', 'A\n\n---\n', []],
    ['a rule below a list item is none', '- A\n---\n', []],
    ['an underline at the start is none', '---\n\nA\n', []],
    ['none in a fence', '```\n# A\n```\n~~~\nB\n===\n~~~\n# C\n', ['1 C']],
    ['none in front matter', '---\n# A\ntitle: x\n---\n# B\n', ['1 B']],
    ['none in front matter in TOML', '+++\n# A\ntitle = "x"\n---\n+++\n# B\n', ['1 B']],
    ['no front matter that is not closed', '+++\n# A\n', ['1 A']],
    ['a fence that is never closed goes on to the end', '```\n# A\n', []],
    ['a shorter fence does not close a longer', '````\n```\n# A\n````\n# B\n', ['1 B']],
    ['another mark does not close a fence', '```\n~~~\n# A\n```\n# B\n', ['1 B']],
    ['an info string does not close a fence', '```\n``` x\n# A\n```\n# B\n', ['1 B']],
    ['a code span is no fence', '```x``` y\n# A\n', ['1 A']],
    ['a heading right below front matter', '---\na: b\n---\nT\n===\n', ['1 T']],
  ];
  for (const [name, text, expected] of cases) {
    test(`are right for: ${name}`, () => assert.deepEqual(headings(text), expected));
    test(`are right with CRLF for: ${name}`, () =>
      assert.deepEqual(headings(text.replaceAll('\n', '\r\n')), expected));
  }

  const blocks: readonly [name: string, text: string, expected: readonly string[]][] = [
    ['a rule below an item with another mark', '* A\n---\n', []],
    ['a rule below a numbered item', '1. A\n---\n', []],
    ['a rule below a line that goes on with an item', '- a\nb\n---\n', []],
    ['a rule below a comment', '<!-- a -->\n---\n', []],
    ['a rule below a rule', '***\n---\n', []],
    ['a fence that begins on the line of an item', '- ```yaml\n  x: 1\n  ```\n# B\n', ['1 B']],
    ['a fence that begins on a numbered item', '1. ```\n   # x\n   ```\n\n# B\n', ['1 B']],
    ['a fence in a comment', '<!--\n```\n-->\n# B\n', ['1 B']],
    ['a heading in a comment', '<!--\n# A\n-->\n# B\n', ['1 B']],
    ['a fence indented by four', 'x\n\n    ```\n\n# B\n', ['1 B']],
  ];
  for (const [name, text, expected] of blocks)
    test(`are right for: ${name}`, () => assert.deepEqual(headings(text), expected));

  test('are innermost first above a place', () => {
    const text = '# A\n## B\n### C\n## D\n#### E\n⟦x⟧\n# F\n';
    for (const { name, place } of places('markdown', text))
      assert.deepEqual(
        place.headings.map((each) => each.text),
        ['E', 'D', 'A'],
        name,
      );
  });

  test('include the heading that a place is in', () => {
    for (const { place } of places('markdown', '# A\n## ⟦B⟧\n'))
      assert.deepEqual(
        place.headings.map((each) => each.text),
        ['B', 'A'],
      );
  });

  test('are none above the first heading', () => {
    for (const { place } of places('markdown', '⟦x⟧\n# A\n')) assert.deepEqual(place.headings, []);
  });

  test('have the span of their text and their line', () => {
    const [atx, setext] = new PolicyDocument('x\n\n## A b\n\nC\n---\n', 'markdown').structure.headings;
    assert.deepEqual(atx, { start: 3, end: 9, line: 2, depth: 2, text: 'A b' });
    assert.deepEqual(setext, { start: 11, end: 16, line: 4, depth: 2, text: 'C' });
  });
});
