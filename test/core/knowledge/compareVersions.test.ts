import assert from 'node:assert/strict';
import { compareVersions } from '../../../src/core/knowledge/compareVersions';

suite('comparing versions', () => {
  test('orders by number, not by text', () => {
    const sorted = ['18.1', '9.0', '4.0.5', '4.0', '19.1', '4.1', '17.1', '3.0.1'].sort(compareVersions);
    assert.deepEqual(sorted, ['3.0.1', '4.0', '4.0.5', '4.1', '9.0', '17.1', '18.1', '19.1']);
  });

  test('takes missing parts for zero', () => {
    assert.equal(compareVersions('18', '18.0'), 0);
    assert.equal(compareVersions('4.1', '4.1'), 0);
  });
});
