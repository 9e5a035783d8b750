import assert from 'node:assert/strict';
import { parseJsonWithComments } from '../../../src/core/text/jsonWithComments';
import { randomText, seeded } from '../../support/random';
import { seeds } from '../../support/rounds';

const good: readonly (readonly [text: string, value: unknown])[] = [
  ['{ "a": 1 }', { a: 1 }],
  ['// first\n{ "a": /* one */ 1, // last\n}', { a: 1 }],
  ['[1, 2, /* , */ ]', [1, 2]],
  ['{ "a": "// no comment /* nor */ this", "b": [",]"], }', { a: '// no comment /* nor */ this', b: [',]'] }],
  ['{ "a\\"//": "\\\\" } // end', { 'a"//': '\\' }],
  ['{}/* not closed', {}],
  ['"x"//', 'x'],
];

const bad: readonly (readonly [text: string, offset: number])[] = [
  ['', 0],
  ['[,]', 1],
  ['[1,,]', 3],
  ['{"a" 1}', 5],
  ['{"a": 1, /* x */ b}', 17],
  ['/* only */', 10],
  ['{a: 1}', 1],
  ['[1] 2', 4],
  ['[tru]', 1],
  ['"a', 0],
];

suite('JSON with comments', () => {
  for (const [text, value] of good)
    test(`is read: ${text}`, () => assert.deepEqual(parseJsonWithComments(text), { ok: true, value }));

  for (const [text, offset] of bad)
    test(`is refused, with the place: ${text}`, () => {
      const read = parseJsonWithComments(text);
      assert.ok(!read.ok);
      assert.equal(read.failure.offset, offset, read.failure.message);
    });

  test('is refused if it nests without end', () => {
    for (const bracket of ['[', '{"a":']) {
      const read = parseJsonWithComments(bracket.repeat(200_000));
      assert.ok(!read.ok && read.failure.code === 'too-deep');
    }
  });

  test('is read quickly whatever it holds', () => {
    for (const piece of ['/', '//', '/*', '"', '\\', ',', '/* */', '",'])
      assert.ok(!parseJsonWithComments(piece.repeat(200_000)).ok);
  });

  for (const seed of seeds(10, 200))
    test(`is what JSON.parse reads, with comments anywhere between (${seed})`, () => {
      const random = seeded(seed);
      const values: unknown[] = [1, 'a // b', [true, null], { x: ['/*'], 'y"': {} }, [], '\\'];
      const space = (): string => randomText(random, [' ', '\n', '// c, }\n', '/* ] " */', '\t'], 3);
      for (let round = 0; round < 50; round++) {
        const chosen = values.slice(Math.floor(random() * values.length));
        const text = JSON.stringify(chosen).replace(/"(?:[^"\\]|\\.)*"|[[\]{},:]/g, (token) => {
          const comma = (token === ']' || token === '}') && random() < 0.3 ? ',' : '';
          return `${space()}${comma}${space()}${token}${space()}`;
        });
        const isSound = !/[[{]\s*(?:\/\/[^\n]*\n|\/\*.*?\*\/|\s)*,/.test(text);
        const read = parseJsonWithComments(text);
        if (isSound) assert.deepEqual(read, { ok: true, value: chosen }, text);
      }
    });
});
