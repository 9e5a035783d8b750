import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import { keyNames, places } from '../../support/places';

function keys(marked: string, expected: string): void {
  for (const { name, place } of places('yaml', marked)) assert.equal(keyNames(place), expected, name);
}

suite('the YAML keys around a place', () => {
  const cases: readonly [name: string, marked: string, expected: string][] = [
    ['a value', 'controls: ⟦IAM-10⟧\n', 'controls'],
    ['a nested value', 'a:\n  b:\n    c: ⟦x⟧\n', 'c < b < a'],
    ['back out', 'a:\n  b:\n    c: 1\n  d: ⟦x⟧\n', 'd < a'],
    ['a key is not inside itself', 'a:\n  ⟦IAM-10⟧: x\n', 'a'],
    ['the value of a key that is an id', 'a:\n  IAM-10: ⟦x⟧\n', 'IAM-10 < a'],
    ['a quoted key', '"a b":\n  \'c d\':\n    ⟦x⟧\n', 'c d < a b'],
    ['a sequence', 'controls:\n  - IAM-10\n  - ⟦GRC-03⟧\n', '- < controls'],
    [
      'a sequence at the column of its key',
      'a:\n  controls:\n  - IAM-10\n  - ⟦GRC-03⟧\n',
      '- < controls < a',
    ],
    ['a key after such a sequence', 'a:\n  b:\n  - x\n  c: ⟦y⟧\n', 'c < a'],
    ['a mapping in a sequence', '- id: 1\n  controls: ⟦IAM-10⟧\n', 'controls < -'],
    ['a sequence in a sequence', 'a:\n- - ⟦x⟧\n  - y\n', '- < - < a'],
    ['a flow sequence', 'controls: [IAM-10, ⟦GRC-03⟧]\n', 'controls'],
    ['one over several lines', 'controls: [\n  IAM-10,\n  ⟦GRC-03⟧,\n]\nb: 1\n', 'controls'],
    ['one whose bracket stands alone', 'controls:\n  [\n    ⟦GRC-03⟧,\n  ]\n', 'controls'],
    ['a flow mapping', '- { technique: T1059, controls: [IAM-10, ⟦GRC-03⟧] }\n', 'controls < -'],
    ['a flow mapping below a key', 'a: { technique: T1059, controls: ⟦GRC-03⟧ }\n', 'controls < a'],
    [
      'a flow mapping of several lines below its key, with mappings on one line in it',
      'a:\n  {\n    "b":\n      { "c": { "d": [{ "id": ⟦x⟧ }] } },\n    "e": 1,\n  }\nf: 1\n',
      'id < - < d < c < b < a',
    ],
    ['a value that goes on', 'a:\n  b: one\n    ⟦two⟧\n', 'b < a'],
    ['a comment line changes nothing', 'a:\n  b:\n# c:\n    ⟦x⟧\n', 'b < a'],
    ['a blank line changes nothing', 'a:\n\n  b:\n\n    - ⟦x⟧\n', '- < b < a'],
    ['a colon without a space is text', 'a: b:c:⟦x⟧\n', 'a'],
    ['an address is text', '- https://example.com/⟦x⟧\n', '-'],
    ['a new document begins anew', 'a:\n  b: 1\n---\n⟦x⟧\n', ''],
    ['a new document with keys', 'a: 1\n---\nb: ⟦x⟧\n', 'b'],
    ['a broken line does not lose the keys after it', 'a: [1, 2\n}: {{\nb:\n  c: ⟦x⟧\n', 'c < b'],
    ['a tab before a value', 'a:\t⟦x⟧\n', 'a'],
    ['an emoji before a value', 'a: "😀 ⟦IAM-10⟧"\n', 'a'],
    ['an anchor and a tag', 'a: &x !t\n  b: ⟦y⟧\n', 'b < a'],
    ['a merge key', 'a:\n  <<: *x\n  b: ⟦y⟧\n', 'b < a'],
  ];
  for (const [name, marked, expected] of cases) test(`are right for: ${name}`, () => keys(marked, expected));

  const scalars: readonly [name: string, marked: string, expected: string][] = [
    ['text that looks like a key', 'a: |\n  b: ⟦x⟧\nc: 1\n', 'a'],
    ['folded', 'a: >\n  b: ⟦x⟧\n', 'a'],
    ['with indicators', 'a: |2-\n    b: ⟦x⟧\n', 'a'],
    ['with a tag and an anchor', 'a: !!str &x |\n  b: ⟦x⟧\n', 'a'],
    ['of an item', '- |\n  b: ⟦x⟧\n', '-'],
    ['of a key in an item', '- a: |\n    b: ⟦x⟧\n', 'a < -'],
    ['its blank and comment-like lines', 'a: |\n  # no comment\n\n  b: ⟦x⟧\n', 'a'],
    ['over and out', 'a: |\n  b: 1\nc:\n  d: ⟦x⟧\n', 'd < c'],
    ['the next item', '- a: |\n    b: 1\n- c: ⟦x⟧\n', 'c < -'],
  ];
  for (const [name, marked, expected] of scalars)
    test(`are right for a block scalar: ${name}`, () => keys(marked, expected));

  test('are right for a block scalar with a space or a comment after its mark', () => {
    keys('a: | \n  b: ⟦x⟧\n', 'a');
    keys('a: |- # text\n  b: ⟦x⟧\n', 'a');
  });

  test('include a quoted key with a colon in it', () => keys('"a: b":\n  c: ⟦x⟧\n', 'c < a: b'));

  test('are right after escaped quotes in a quoted text', () => {
    keys(`a: 'one ''\n  b: ⟦x⟧'\n`, 'a');
    keys('a: "one \\"\n  b: ⟦x⟧"\n', 'a');
    keys('a: "one \\\\"\nb: ⟦x⟧\n', 'b');
  });

  test('are right in a quoted text of several lines', () => keys('a: "one\n  b: ⟦x⟧"\n', 'a'));

  test('include a quoted key before a value', () => keys('"a b":\n  \'c\': ⟦x⟧\n', 'c < a b'));

  test('have their line and column', () => {
    const text = 'a:\n  - b: x\n';
    const place = new PolicyDocument(text, 'yaml').structure.placeAt(text.indexOf('x'));
    assert.deepEqual(place.keys, [
      { line: 1, column: 4, name: 'b' },
      { line: 1, column: 2, name: '' },
      { line: 0, column: 0, name: 'a' },
    ]);
  });
});
