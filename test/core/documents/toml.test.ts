import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import { parse } from 'smol-toml';
import { suppressionsFor } from '../../../src/core/edits/suppress';
import { analysisOf } from '../../support/findings';
import { keyNames, places } from '../../support/places';
import { seeded } from '../../support/random';
import { rounds } from '../../support/rounds';
import { TomlWriter } from '../../support/tomlWriter';

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

suite('documents in TOML', () => {
  const cases: readonly (readonly [name: string, toml: string, keys: string])[] = [
    ['a key at the top', 'ccm = "⟦x⟧"', 'ccm'],
    ['a table in an array of tables', '[[a]]\nb = 1\n[a.c]\nd = "⟦x⟧"', 'd < c < - < a'],
    ['an array of tables in another', '[[a]]\n[[a.b]]\n[[a.b]]\nc = "⟦x⟧"', 'c < - < b < - < a'],
    ['an array of inline tables', 'a = [{b = 1}, {c = [\n"⟦x⟧"]}]', 'c < - < a'],
    ['a dotted key in an inline table', 'a = {b.c = "⟦x⟧"}', 'c < b < a'],
    ['a key after an inline table', 'a = {b = 1}\nc = "⟦x⟧"', 'c'],
    ['a text of several lines that ends in quotes', 'a = """x"""""\nb = "⟦x⟧"', 'b'],
    ['a key below an array that is never closed', 'a = ["x",\nb = "⟦x⟧"', 'b'],
    ['a key below a header that is broken', '[a\nb = "⟦x⟧"', 'b'],
  ];
  for (const [name, toml, keys] of cases)
    test(`the keys of ${name}`, () => {
      for (const { place } of places('toml', toml)) assert.equal(keyNames(place), keys);
    });

  test('the two places of one array of tables have an item each, and the same key', () => {
    const text = '[[a]]\nb = "x"\n[[a]]\nb = "y"\n';
    const { structure } = new PolicyDocument(text, 'toml');
    const [first, second] = ['x', 'y'].map((value) => structure.placeAt(text.indexOf(`${value}"`)).keys);
    assert.equal(first?.[2], second?.[2]);
    assert.notEqual(first?.[1], second?.[1]);
  });

  test('a node is a table with all that it holds', () => {
    const text = '[[a]]\nb = 1\n[a.c]\nd = [\n  2,\n] # e\n\n[[a]]\n';
    const { structure } = new PolicyDocument(text, 'toml');
    const node = structure.nodeAt(text.indexOf('2'));
    const shown = [node, node?.parent, node?.parent?.parent, node?.parent?.parent?.parent].map(
      (each) => each && [text.slice(each.start, each.end), each.kind],
    );
    assert.deepEqual(shown, [
      ['d = [\n  2,\n]', 'flow-sequence'],
      ['[a.c]\nd = [\n  2,\n]', 'mapping'],
      ['[[a]]\nb = 1\n[a.c]\nd = [\n  2,\n]', 'mapping'],
      [text.trimEnd(), 'block-sequence'],
    ]);
  });

  test('take comments that silence a line, and none in a text of several lines', () => {
    const document = 'framework = "CCM 4.1"\na = "GRC-03"';
    const silenced = `${document} # control-lens-disable-line\n`;
    assert.deepEqual(
      [document, silenced].map((text) => analysisOf('toml', text).findings.length),
      [1, 0],
    );
    const [finding] = analysisOf('toml', `${document}\n`).findings;
    assert.ok(finding);
    assert.ok(suppressionsFor(analysisOf('toml', `${document}\n`), finding).line?.newText.startsWith(' # '));
    const long = analysisOf('toml', 'framework = "CCM 4.1"\na = """GRC-03\n"""\n');
    assert.ok(long.findings[0]);
    assert.equal(suppressionsFor(long, long.findings[0]).line, undefined);
  });

  test("have the keys of smol-toml's values on random documents", () => {
    const writer = new TomlWriter(seeded(6));
    let leaves = 0;
    for (let round = 0; round < rounds(500, 20_000); round++) {
      const text = writer.document();
      const { structure } = new PolicyDocument(text, 'toml');
      for (const [leaf, path] of leavesOf(parse(text))) {
        leaves++;
        assert.equal(keyNames(structure.placeAt(text.indexOf(leaf))), path, `${leaf} in\n${text}`);
      }
    }
    assert.ok(leaves > 1000);
  });
});

/** The texts of a value, each with the keys around it. */
function leavesOf(value: unknown, path: readonly string[] = []): [leaf: string, path: string][] {
  if (typeof value === 'string') return [[/leaf\d+x/.exec(value)?.[0] ?? value, path.join(' < ')]];
  if (Array.isArray(value))
    return value.flatMap((each) =>
      leavesOf(each, Array.isArray(each) || typeof each !== 'object' ? path : ['-', ...path]),
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [key, ...path]));
}
