/** An expected failure is a value: `code` for programs, `message` for people. A throw is a bug. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export type Result<T, F extends Failure = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export function success<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function failure(code: string, message: string): Result<never> {
  return { ok: false, failure: { code, message } };
}
