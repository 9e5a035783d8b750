import assert from 'node:assert/strict';
import { toLines } from '../../../src/data/output/lines';
import { isoDate } from '../../../src/core/publisher/values/dates';
import { asText, quote } from '../../../src/core/publisher/values/fields';
import { sortedSet } from '../../../src/core/publisher/values/order';
import { together, wrong } from '../../../src/core/publisher/values/results';
import { asVersion } from '../../../src/core/publisher/values/version';
import { success } from '../../../src/core/text/result';
import { messageOf, valueOf } from '../support/results';

suite('a value of an input', () => {
  test('may be an American or ISO date of a day that exists', () => {
    assert.equal(valueOf(isoDate('01/27/2026')), '2026-01-27');
    assert.equal(valueOf(isoDate('2026-01-27T10:00:00Z')), '2026-01-27');
    for (const value of ['27/01/2026', '02/30/2026', '1/2/2026', '', null, 20260127]) {
      assert.match(messageOf(isoDate(value)), /not a date/);
    }
  });

  test('may be a version of numbers with dots', () => {
    assert.equal(valueOf(asVersion('18.1')), '18.1');
    for (const value of ['v18', '18.', '', '1.2.3.4.5', 18.1, undefined]) {
      assert.match(messageOf(asVersion(value)), /not a version/);
    }
  });

  test('may be a text with no-break spaces, but not with zero-width ones', () => {
    assert.equal(valueOf(asText('a\u00a0\u00a0b')), 'a b');
    assert.match(messageOf(asText('a\u200bb')), /control characters/);
  });

  test('is short and on one line in a message', () => {
    assert.equal(quote('a\nb'), '"a b"');
    assert.equal(quote('x'.repeat(1000)).length, 62);
    assert.equal(quote(undefined), '(undefined)');
  });

  test('is sorted by code unit in a set, not by language', () => {
    assert.deepEqual(sortedSet(['b', 'a', 'B', 'ä', 'b']), ['B', 'a', 'b', 'ä']);
  });

  test('is given with the others, or the first failure is', () => {
    assert.deepEqual(valueOf(together({ a: success(1), b: success('x') })), { a: 1, b: 'x' });
    assert.equal(messageOf(together({ a: success(1), b: wrong('first'), c: wrong('second') })), 'first');
  });

  test('is written one record a line, with a newline at the end', () => {
    const text = toLines({ format: 1, empty: [], records: [{ id: 'a', list: [1, 2] }, { id: 'b' }] });
    assert.equal(
      text,
      '{\n"format": 1,\n"empty": [],\n"records": [\n{"id":"a","list":[1,2]},\n{"id":"b"}\n]\n}\n',
    );
    assert.deepEqual(JSON.parse(text), {
      format: 1,
      empty: [],
      records: [{ id: 'a', list: [1, 2] }, { id: 'b' }],
    });
  });
});
