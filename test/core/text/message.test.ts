import assert from 'node:assert/strict';
import { counted, joinedMessages, listed, message } from '../../../src/core/text/message';

suite('a message', () => {
  test('keeps its template and values next to the English', () => {
    assert.deepEqual(message('{0} was revoked in {1}; not {0}', 'T1086', '17.1'), {
      template: '{0} was revoked in {1}; not {0}',
      values: ['T1086', '17.1'],
      text: 'T1086 was revoked in 17.1; not T1086',
    });
  });

  test('keeps a value that looks like a placeholder', () => {
    assert.equal(message('{0} {1}', '{1}', 'x').text, '{1} x');
    assert.equal(message('{0}', '$& $1').text, '$& $1');
  });

  test('is made of several, with the values of each', () => {
    const all = [message('{1} of {0}', 'a', 'b'), message('open'), message('{0}', 'c')];
    assert.deepEqual(joinedMessages(all, ', '), {
      template: '{0} of {1}, open, {2}',
      values: ['b', 'a', 'c'],
      text: 'b of a, open, c',
    });
  });

  test('lists things, and counts them', () => {
    assert.equal(listed([]), '');
    assert.equal(listed(['a']), 'a');
    assert.equal(listed(['a', 'b']), 'a and b');
    assert.equal(listed(['a', 'b', 'c'], 'or'), 'a, b or c');
    assert.equal(counted(1, 'control'), '1 control');
    assert.equal(counted(0, 'control'), '0 controls');
    assert.equal(counted(2, 'entry', 'entries'), '2 entries');
  });
});
