import type { Result } from '../../text/result';
import { success } from '../../text/result';
import { wrong } from './results';
const VERSION = /^\d{1,4}(?:\.\d{1,4}){0,3}$/;

/** `18.1`, as publishers number their releases. */
export function asVersion(value: unknown): Result<string> {
  return typeof value === 'string' && VERSION.test(value) ? success(value) : wrong('is not a version number');
}
