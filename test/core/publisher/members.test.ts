import assert from 'node:assert/strict';
import { readMembers } from '../../../src/core/publisher/json/members';
import { runSteps } from '../../../src/core/text/steps';
import { randomText, seeded } from '../../support/random';
import { seeds } from '../../support/rounds';

const read = (json: string | Uint8Array, keep: (element: unknown) => boolean = () => true) => {
  const bytes = typeof json === 'string' ? new TextEncoder().encode(json) : json;
  const members = runSteps(readMembers(bytes, ['objects'], keep));
  return members.ok ? { ...members.value.members } : members.failure.code;
};

/** What it should be: an object, in which no name is twice. */
function expected(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : 'not-json';
  } catch {
    return 'not-json';
  }
}

suite('a long file of JSON', () => {
  for (const json of [
    '{}',
    ' { "a" : 1 , "objects" : [ ] } ',
    '{"objects":[{"a":"]},{\\""},[1,[2]],"x",null,-1.5e3],"b":{"c":[true]}}',
    '{"a":"\\\\","objects":[{"é":"ü😀"}]}',
    '\ufeff{"objects":[1]}',
  ])
    test(`is read as it is: ${json}`, () =>
      assert.deepEqual(read(json), JSON.parse(json.replace('\ufeff', ''))));

  for (const json of [
    '',
    '[]',
    'null',
    '{',
    '{"objects":[1,2',
    '{"objects":[1,]}',
    '{"objects":[,1]}',
    '{"objects":[1 2]}',
    '{"a":1,}',
    '{"a" 1}',
    '{"a":1}{',
    '{"a":1} x',
    '{"objects":[{"a":"',
    '{"objects":[{"a":1}',
    '{"objects":[tru]}',
    '{"a":1,"a":2}',
    '{"objects":[],"objects":[]}',
  ])
    test(`is refused if it is cut off or no JSON: ${json}`, () => assert.equal(read(json), 'not-json'));

  test('is refused if it is not UTF-8', () => {
    const bytes = new TextEncoder().encode('{"objects":["x"]}');
    bytes[13] = 0xff;
    assert.equal(read(bytes), 'not-json');
  });

  test('loses the elements that nobody keeps', () => {
    assert.deepEqual(
      read('{"objects":[1,"a",2,"b"]}', (element) => typeof element === 'string'),
      { objects: ['a', 'b'] },
    );
  });

  test('is refused if an element is larger than any that is published', () => {
    assert.equal(read(`{"objects":["${'x'.repeat(4_100_000)}"]}`), 'too-large');
  });

  test('can be made of brackets without end', () => {
    assert.equal(read(`{"objects":[${'['.repeat(3_000_000)}`), 'not-json');
  });

  for (const seed of seeds(20, 400))
    test(`of random pieces is read as JSON.parse reads it (${seed})`, () => {
      const random = seeded(seed);
      const pieces = [
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"objects"',
        '"',
        '\\',
        '1',
        'null',
        ' ',
        '{"b":2}',
      ];
      for (let round = 0; round < 200; round++) {
        const json = `{"objects":[${randomText(random, pieces, 6)}`;
        for (const text of [json, `${json}]}`, `${json}],"x":${randomText(random, pieces, 4)}}`]) {
          const value = read(text);
          const wanted = expected(text);
          const isTwice = /"(a|b|objects)"[^]*"\1"/.test(text); // JSON.parse takes the last one
          if (!isTwice) assert.deepEqual(value, wanted, text);
          else if (value !== 'not-json') assert.deepEqual(value, wanted, text);
        }
      }
    });
});
