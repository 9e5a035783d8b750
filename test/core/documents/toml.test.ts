import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import { keyNames, places } from '../../support/places';

function structureOf(toml: string): PolicyDocument['structure'] {
  return new PolicyDocument(`+++\n${toml}\n+++\n`, 'markdown').structure;
}

suite('front matter in TOML', () => {
  const cases: readonly (readonly [name: string, toml: string, keys: string])[] = [
    ['a key', 'ccm = "⟦x⟧"', 'ccm'],
    ['a key in quotes', '"ccm 4" = ⟦x⟧', 'ccm 4'],
    ['a dotted key', 'a.\'b\' . c = "⟦x⟧"', 'c < b < a'],
    ['a table', '[params.ccm] # of ours\na = 1\nversion = "⟦4.1⟧"', 'version < ccm < params'],
    ['an array of tables', '[[control]]\nid = "⟦x⟧"', 'id < - < control'],
    ['the table after another', '[a]\nb = 1\n[c]\nd = "⟦x⟧"', 'd < c'],
    ['a value over lines', 'ccm = [\n  "a", # [\n  "⟦x⟧",\n]\nb = 1', 'ccm'],
    ['below such a value', 'ccm = [\n  "]",\n]\nb = "⟦x⟧"', 'b'],
    ['an inline table', 'ccm = {version = "4.0", controls = ["a", "⟦x⟧"]}', 'controls < ccm'],
    ['a text over lines', 'a = """\nccm = [\n"""\nb = "⟦x⟧"', 'b'],
    ['in a text over lines', "a = '''\nccm = ⟦x⟧\n'''", 'a'],
    ['a key itself', '[a]\n⟦x⟧ = 1', 'a'],
    ['quotes and brackets in a text', 'a = "\\"]["\nb = "⟦x⟧"', 'b'],
    ['nothing', '# ⟦x⟧', ''],
    ['no TOML at all', 'a: b\n⟦x⟧', ''],
  ];
  for (const [name, toml, keys] of cases) {
    test(`has the keys around ${name}`, () => {
      for (const { place } of places('markdown', `+++\n${toml}\n+++\n\nText\n`)) {
        assert.equal(keyNames(place), keys);
        assert.deepEqual(place.headings, []);
      }
    });
  }

  test('has no comment inside a text of several lines', () => {
    for (const { place } of places('markdown', '+++\na = """\n⟦x⟧\n"""\n+++\n')) assert.ok(place.inFence);
    assert.equal(structureOf('a = """\n# lens\n"""').commentsWith('lens').length, 0);
  });

  test('has comments', () => {
    const comments = structureOf('a = "# lens" # lens x\n# lens y\nb = 1').commentsWith('lens');
    assert.deepEqual(
      comments.map(({ line, text }) => [line, text]),
      [
        [1, 'lens x'],
        [2, 'lens y'],
      ],
    );
  });

  test('has values, with the keys that hold them', () => {
    const toml = 'a = "x" # y\nb = [1]\n[ccm]\nversion = \'4.0\'\n[d]\ne = {version = 4.1, f = ["g"]}';
    assert.deepEqual(
      structureOf(toml)
        .valuesOf(/^(?:a|version|f)$/)
        .map(({ key, value, parent }) => [key.line, key.name, value, parent?.name]),
      [
        [1, 'a', 'x', undefined],
        [4, 'version', '4.0', 'ccm'],
        [6, 'version', '4.1', 'e'],
      ],
    );
  });

  /** Work that grows with the square of the length would outlast the time that mocha gives a test. */
  for (const piece of ['a.', '"', '[', '{a=', "'''", '=', ' ', 'a = [\n', '[a.'])
    test(`is read to the end of 200,000 characters of ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(200_000 / piece.length);
      const structure = structureOf(text);
      assert.ok(structure.valuesOf(/./).length <= text.length);
      const { line } = structure.placeAt('+++\n'.length + text.length - 1);
      assert.equal(line, text.slice(0, -1).split('\n').length);
      assert.deepEqual(structure.commentsWith('lens'), []);
    });
});
