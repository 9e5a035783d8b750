import type { Result } from './result';
import { succeed, wrong } from './result';

const VERSION = /^\d{1,4}(?:\.\d{1,4}){0,3}$/;

/** `18.1`, as publishers number their releases. */
export function asVersion(value: unknown): Result<string> {
  return typeof value === 'string' && VERSION.test(value) ? succeed(value) : wrong('is not a version number');
}
