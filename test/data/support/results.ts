import assert from 'node:assert/strict';
import type { Result } from '../../../src/core/text/result';

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) assert.fail(`refused: ${result.failure.message}`);
  return result.value;
}

export function messageOf(result: Result<unknown>): string {
  if (result.ok) assert.fail('was not refused');
  return result.failure.message;
}
