import assert from 'node:assert/strict';
import { toLines } from '../../../src/data/output/lines';
import { isoDate } from '../../../src/data/values/dates';
import { asText, quote } from '../../../src/data/values/fields';
import { sortedSet } from '../../../src/data/values/order';
import { together, wrong } from '../../../src/data/values/results';
import { asVersion } from '../../../src/data/values/version';
import { success } from '../../../src/core/text/result';
import { messageOf, valueOf } from '../support/results';

suite('values', () => {
  test('dates: American and ISO ones of days that exist', () => {
    assert.equal(valueOf(isoDate('01/27/2026')), '2026-01-27');
    assert.equal(valueOf(isoDate('2026-01-27T10:00:00Z')), '2026-01-27');
    for (const value of ['27/01/2026', '02/30/2026', '1/2/2026', '', null, 20260127]) {
      assert.match(messageOf(isoDate(value)), /not a date/);
    }
  });

  test('versions: numbers with dots', () => {
    assert.equal(valueOf(asVersion('18.1')), '18.1');
    for (const value of ['v18', '18.', '', '1.2.3.4.5', 18.1, undefined]) {
      assert.match(messageOf(asVersion(value)), /not a version/);
    }
  });

  test('texts: a no-break space is a space, a zero-width one is refused', () => {
    assert.equal(valueOf(asText('a\u00a0\u00a0b')), 'a b');
    assert.match(messageOf(asText('a\u200bb')), /control characters/);
  });

  test('what stands in a message is short and on one line', () => {
    assert.equal(quote('a\nb'), '"a b"');
    assert.equal(quote('x'.repeat(1000)).length, 62);
    assert.equal(quote(undefined), '(undefined)');
  });

  test('sets are sorted by code unit, not by language', () => {
    assert.deepEqual(sortedSet(['b', 'a', 'B', 'ä', 'b']), ['B', 'a', 'b', 'ä']);
  });

  test('together gives all the values or the first failure', () => {
    assert.deepEqual(valueOf(together({ a: success(1), b: success('x') })), { a: 1, b: 'x' });
    assert.equal(messageOf(together({ a: success(1), b: wrong('first'), c: wrong('second') })), 'first');
  });

  test('files have one record a line and end in a newline', () => {
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
