import type { Result } from '../../text/result';
import { failure, success } from '../../text/result';

/** Why an import is refused. The message says where and what. */
export type Refusal =
  'usage' | 'unreadable' | 'not-json' | 'wrong-shape' | 'too-large' | 'conflict' | 'missing' | 'unwritable';

export function refuse(code: Refusal, message: string): Result<never> {
  return failure(code, message);
}

/** The commonest refusal: an input says something else than its format allows. */
export function wrong(message: string): Result<never> {
  return refuse('wrong-shape', message);
}

/** Says where a failure is: `enterprise-attack-18.1.json: T1001: …`. */
export function within<T>(place: string, result: Result<T>): Result<T> {
  return result.ok ? result : failure(result.failure.code, `${place}: ${result.failure.message}`);
}

/** Applies `parse` to each item and stops at the first failure. */
export function mapAll<A, B>(items: Iterable<A>, parse: (item: A, index: number) => Result<B>): Result<B[]> {
  const values: B[] = [];
  for (const item of items) {
    const result = parse(item, values.length);
    if (!result.ok) return result;
    values.push(result.value);
  }
  return success(values);
}

type Values<T> = { [K in keyof T]: T[K] extends Result<infer V> ? V : never };

/** All the values under their names, or the first failure. */
export function together<T extends Readonly<Record<string, Result<unknown>>>>(results: T): Result<Values<T>>;
export function together(results: Readonly<Record<string, Result<unknown>>>): Result<unknown> {
  const entries = mapAll(Object.entries(results), ([name, result]) =>
    result.ok ? success([name, result.value] as const) : result,
  );
  return entries.ok ? success(Object.fromEntries(entries.value)) : entries;
}
