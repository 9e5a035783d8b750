import assert from 'node:assert/strict';
import { frameworkRightBefore } from '../../../src/core/recognition/attached';

suite('what stands before an id, in hostile text', () => {
  const pieces = [
    'ISO 27001 ',
    'ISO 27001 (',
    'ISO 27001 1 ',
    'TISAX IAM-14, ',
    'TISAX IAM-14 and ',
    'TISAX 1.1.1 v1 ',
    'CIS:',
  ];
  for (const piece of pieces)
    test(`"${piece}" again and again`, () => {
      assert.equal(frameworkRightBefore(`${piece.repeat(100_000)}!`), undefined);
    });
});
