import assert from 'node:assert/strict';
import { blockAround } from '../../../../src/core/edits/insert/yaml/block';
import { readDocuments } from '../../../../src/core/edits/insert/yaml/read';
import { isMap, nameOf, pathTo } from '../../../../src/core/edits/insert/yaml/tree';
import { LineIndex } from '../../../../src/core/text/lines';
import { insertAt, lostLines, refusal } from '../../../support/insertion';
import { yamlDocument } from '../../../support/insertionWriter';
import { unmark } from '../../../support/marked';
import { seeded } from '../../../support/random';
import { rounds } from '../../../support/rounds';

/** The keys of the mapping around an offset, where the text can be read. */
function siblingsAt(text: string, offset: number): string[] {
  const documents = readDocuments(text);
  if (!documents.ok) assert.fail(`${documents.failure.message}\n${text}`);
  const path = pathTo(documents.value, offset);
  if (!path.ok) assert.fail(text);
  const map = path.value.steps.map(({ node }) => node).find((node) => isMap(node));
  return map && isMap(map) ? map.items.map(nameOf) : [];
}

/** The block around the mark, with at most so many characters. */
function block(marked: string, most: number): string | undefined {
  const { text, marks } = unmark(marked);
  const found = blockAround(new LineIndex(text), marks[0]?.span.start ?? 0, most);
  return found && text.slice(found.start, found.end);
}

suite('the part of a large YAML text that is read', () => {
  const cases: readonly (readonly [
    name: string,
    marked: string,
    most: number,
    expected: string | undefined,
  ])[] = [
    ['all, where it is small', 'a: ⟦x⟧\nb: y\n', 99, 'a: x\nb: y\n'],
    ['one document of several', 'a: x\n---\nb: ⟦y⟧\n...\nc: z\n', 6, 'b: y\n'],
    ['the value of a key', 'a: 1\nb: # why\n  c: ⟦x⟧\n  d: y\ne: z\n', 20, '  c: x\n  d: y\n'],
    ['items of a sequence', 's:\n- a: 1\n- a: ⟦2⟧\n  b: 3\n- a: 4\n- a: 5\n', 24, '- a: 2\n  b: 3\n- a: 4\n'],
    ['a value inside of an item', '- a: 1\n  b:\n    c: ⟦x⟧\n  d: y\n', 11, '    c: x\n'],
    ['the first value of an item', '- a:\n    c: ⟦x⟧\n  d: y\n', 11, '    c: x\n'],
    ['below a dash alone', '-\n  c: ⟦x⟧\n- much: more\n', 7, '  c: x\n'],
    [
      'with the bracket that closes at the margin',
      'x: 1\ns:\n  - a: [\n      ⟦b⟧\n    ]\n  - c\n',
      30,
      '  - a: [\n      b\n    ]\n  - c\n',
    ],
    ['below an anchor and a tag', 'a: &x !y\n  c: ⟦x⟧\nb: 1\n', 9, '  c: x\n'],
    ['not a part of a mapping', 'a: ⟦x⟧\nb: y\n', 8, undefined],
    ['not a part of a text', 'a: |\n  c: ⟦x⟧\nb: 1\n', 9, undefined],
    ['not a part of what stands in brackets', 'a: [\n  b, ⟦c⟧\n]\nd: 1\n', 9, undefined],
    ['not a part of JSON', '{\n  "a": {\n    "b": "⟦x⟧"\n  }\n}\n', 20, undefined],
  ];
  for (const [name, marked, most, expected] of cases)
    test(`is right for: ${name}`, () => assert.equal(block(marked, most), expected));

  test('holds the whole mapping around the place, in many documents', () => {
    const random = seeded(5);
    const count = rounds(100, 5000);
    let parts = 0;
    for (let round = 0; round < count; round++) {
      const { text, techniques } = yamlDocument(random, round % 2 === 0 ? '\n' : '\r\n');
      const offset = techniques[Math.floor(random() * techniques.length)] ?? 0;
      const most = 20 + Math.floor(random() * text.length);
      const found = blockAround(new LineIndex(text), offset, most);
      if (!found) continue;
      const part = text.slice(found.start, found.end);
      assert.ok(part.length <= most && found.start <= offset && offset < found.end);
      const siblings = siblingsAt(part, offset - found.start);
      if (siblings.length === 0) continue; // a list without a mapping, in which nothing is written
      assert.deepEqual(siblings, siblingsAt(text, offset), `${text}\n=>\n${part}`);
      if (part.length < text.length) parts++;
    }
    assert.ok(parts > count / 4, `${parts} parts`);
  });
});

suite('inserting into a large file of YAML or JSON', () => {
  const entry = (id: string, more = ''): string =>
    `    - technique: ${id}\n      owner: 'we'\n      controls:\n        - "GRC-03"${more}\n`;
  const much = (id: string): string => entry(id).repeat(7000);

  test('works in YAML as in a small file', () => {
    const head = 'framework: CSA CCM\ngroups:\n  - threats:\n';
    const text = head + much('T1078') + entry('T1021.007') + much('T1059');
    assert.ok(text.length > 1_000_000);
    const inserted = insertAt('yaml', text, head.length + much('T1078').length + '    - technique: '.length);
    assert.ok(inserted.ok);
    const { before, after } = inserted.value;
    const more = '\n        - "IAM-09"\n        - "IAM-10"';
    assert.equal(after, head + much('T1078') + entry('T1021.007', more) + much('T1059'));
    assert.deepEqual(lostLines(before, after), []);
  });

  test('is refused in an entry that is repeated, wherever that is', () => {
    const head = 'threats:\n  - &e\n    technique: T1021.007\n    owner: we\n';
    for (const more of ['  - *e\n', 'again: *e\n'])
      assert.equal(
        refusal(
          'yaml',
          head.replace('T1021.007', '⟦T1021.007⟧') + much('T1059').replace(/^ {2}/gm, '') + more,
        ),
        'alias',
      );
  });

  test('is refused where the entry itself is large', () => {
    const text = `techniques:\n${'  - T1078\n'.repeat(30_000)}  - ⟦T1021.007⟧\nowner: we\n${much('T1059').replace(/^ {4}/gm, '')}`;
    assert.equal(refusal('yaml', `threats: CSA CCM\n${text}`), 'too-large');
  });

  test('is refused in JSON, with what to do', () => {
    const text = `{ "threats": [\n${'  { "technique": "T1078" },\n'.repeat(50_000)}{ "technique": "T1021.007" }\n] }\n`;
    const inserted = insertAt('json', text, text.lastIndexOf('T1021'));
    assert.ok(!inserted.ok && inserted.failure.code === 'too-large');
    assert.match(inserted.failure.message, /too large to edit automatically/);
  });
});
