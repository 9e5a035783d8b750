import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import { LINE_ENDS } from '../../support/places';

/** `parent/key=value` of every key. */
function values(text: string, name = /./): string[] {
  const document = new PolicyDocument(text, 'yaml');
  return document.structure
    .valuesOf(name)
    .map(({ key, value, parent }) => `${parent ? `${parent.name || '-'}/` : ''}${key.name}=${value}`);
}

suite('YAML values and comments', () => {
  for (const [name, end] of LINE_ENDS)
    test(`include the values of one line (${name})`, () => {
      const lines = [
        'plain: 4.0.5',
        'double: "a # b" # c',
        "single: 'it: x'",
        'commented: 4.1 # new',
        'empty:',
        'hash: #x',
        'spaced:   a b  ',
        'outer:',
        '  inner: 1',
        '  - item: 2',
      ];
      assert.deepEqual(values(lines.join(end)), [
        'plain=4.0.5',
        'double=a # b',
        'single=it: x',
        'commented=4.1',
        'empty=',
        'hash=',
        'spaced=a b',
        'outer=',
        'outer/inner=1',
        '-/item=2',
      ]);
    });

  test('include only values of keys whose name matches', () => {
    assert.deepEqual(values('a: 1\nccm: 2\nb:\n  ccm_version: 3\n', /ccm/), ['ccm=2', 'b/ccm_version=3']);
  });

  test('read the text of a block scalar without keys', () => {
    assert.deepEqual(values('a: |\n  ccm: 1\nb: 2\n'), ['a=|', 'b=2']);
  });

  test('give a value the span of its line from the key on', () => {
    const [, value] = new PolicyDocument('a: 1\n  b: 2 # c\r\n', 'yaml').structure.valuesOf(/./);
    assert.deepEqual(value?.span, { start: 7, end: 15 });
  });

  function comments(text: string): (string | number)[][] {
    const found = new PolicyDocument(text, 'yaml').structure.commentsWith('lens');
    return found.map((each) => [each.line, each.text, text.slice(each.start, each.end)]);
  }

  test('include comments that mention the word', () => {
    assert.deepEqual(comments('# lens 1\na: b # lens 2 # more\nc: d # other\n'), [
      [0, 'lens 1', '# lens 1'],
      [1, 'lens 2 # more', '# lens 2 # more'],
    ]);
  });

  test('include a comment in a text with CRLF', () =>
    assert.deepEqual(comments('a: b # lens\r\n'), [[0, 'lens', '# lens']]));

  test('leave out the word before a comment, and marks that begin none', () => {
    assert.deepEqual(comments('lens: 1\nlens: a # b\na: b#lens\n'), []);
  });
});
