/** Why an import was refused; the words are in the message. */
export type ProblemCode =
  'usage' | 'unreadable' | 'not-json' | 'wrong-shape' | 'conflict' | 'missing' | 'unwritable';

export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
}

/** An expected failure is a value; a throw is a bug. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: ProblemCode, message: string): Result<never> {
  return { ok: false, problem: { code, message } };
}

/** Shorthand for the commonest failure: an input that says something else than its format allows. */
export function wrong(message: string): Result<never> {
  return fail('wrong-shape', message);
}

/** Says where a problem is: `enterprise-attack-18.1.json: T1001: …`. */
export function within<T>(place: string, result: Result<T>): Result<T> {
  return result.ok ? result : fail(result.problem.code, `${place}: ${result.problem.message}`);
}

/** Applies `parse` to each item and stops at the first failure. */
export function mapAll<A, B>(items: Iterable<A>, parse: (item: A, index: number) => Result<B>): Result<B[]> {
  const values: B[] = [];
  for (const item of items) {
    const result = parse(item, values.length);
    if (!result.ok) return result;
    values.push(result.value);
  }
  return succeed(values);
}
