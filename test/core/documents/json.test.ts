import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import { seeded } from '../../support/random';
import { rounds } from '../../support/rounds';
import { keyNames, places } from '../../support/places';

suite('documents in JSON', () => {
  const cases: readonly (readonly [name: string, json: string, keys: string])[] = [
    ['a value on one line', '{"a":{"b":["⟦T1059⟧"]}}', 'b < a'],
    ['a value after a nested one', '{"a":{"b":[1]},"c":"⟦x⟧"}', 'c'],
    ['an object in an array', '[{"a":1},{"b":"⟦x⟧"}]', 'b < -'],
    ['a value on lines of its own', '{\n  "a": [\n    "⟦x⟧"\n  ]\n}\n', 'a'],
    ['a key with space before its colon', '{"a" : {"b"\t:"⟦x⟧"}}', 'b < a'],
    ['a key with brackets and quotes', '{"a]}\\"": "⟦x⟧"}', 'a]}\\"'],
    ['a value behind a comment with a quote and a bracket', '{ // don\'t ]\n"a": /* } */ "⟦x⟧"}', 'a'],
    ['a value in a text that is not complete', '{"a": {"b": [{"c": "⟦x⟧"', 'c < - < b < a'],
    ['a value behind a bracket too many', '{"a": [1]], "b": "⟦x⟧"}', 'b'],
    ['a value on a line that lacks a comma above', '{\n"a": 1\n"b": "⟦x⟧"\n}', 'b'],
    ['one of several texts', '{"a":1}\n{"b":"⟦x⟧"}\n', 'b'],
    ['a value behind space and a line', '\n  {"a": "⟦x⟧"}', 'a'],
  ];
  for (const [name, json, keys] of cases)
    test(`the keys of ${name}`, () => {
      for (const languageId of ['json', 'jsonc'])
        for (const { place } of places(languageId, json)) assert.equal(keyNames(place), keys);
    });

  test('have the keys of JSON.parse, written on one line or on many', () => {
    const random = seeded(2);
    for (let round = 0; round < rounds(200, 10_000); round++) {
      const value = randomValue(random, 0);
      for (const text of [JSON.stringify(value), JSON.stringify(value, undefined, 2)]) {
        const { structure } = new PolicyDocument(text, 'json');
        for (const [leaf, path] of leavesOf(value))
          assert.equal(keyNames(structure.placeAt(text.indexOf(leaf))), path, `${leaf} in ${text}`);
      }
    }
  });

  test('keep their keys at the end of a text of a million characters', () => {
    const text = `[${'{"id":"T1078","controls":["IAM-10"]},'.repeat(27_000)}{"a":{"b":["T1059"]}}]`;
    const { structure } = new PolicyDocument(text, 'json');
    assert.equal(keyNames(structure.placeAt(text.indexOf('T1059'))), 'b < a < -');
    assert.equal(structure.valuesOf(/^id$/).length, 27_000);
  });
});

function randomValue(random: () => number, depth: number): unknown {
  const kind = depth > 4 ? 0 : Math.floor(random() * 3);
  const count = Math.floor(random() * 4);
  if (kind === 0) return `leaf${Math.floor(random() * 1e9)}x`;
  const values = Array.from({ length: count }, () => randomValue(random, depth + 1));
  if (kind === 1) return values;
  return Object.fromEntries(values.map((value, index) => [`${['a b', 'c"]', 'd:', '{'][index]}`, value]));
}

function leavesOf(value: unknown, path: readonly string[] = []): [leaf: string, path: string][] {
  if (typeof value === 'string') return [[value, path.join(' < ')]];
  if (Array.isArray(value))
    return value.flatMap((each) =>
      leavesOf(each, Array.isArray(each) || typeof each !== 'object' ? path : ['-', ...path]),
    );
  return Object.entries(value as object).flatMap(([key, each]) =>
    leavesOf(each, [JSON.stringify(key).slice(1, -1), ...path]),
  );
}
