import { failure, success, type Result } from '../text/result';

/** A test of one value; `true`, or what is wrong with it. */
export type Check = (value: unknown) => true | string;

export const text: Check = (value) => typeof value === 'string' || 'is not a string';
export const number: Check = (value) => typeof value === 'number' || 'is not a number';
export const flag: Check = (value) => typeof value === 'boolean' || 'is not true or false';

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

export const oneOf = (allowed: readonly string[]): Check => {
  const set = new Set<unknown>(allowed);
  return (value) => set.has(value) || `is not one of ${allowed.join(', ')}`;
};

export const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'is not an array';
    for (let index = 0; index < value.length; index++) {
      const verdict = check(value[index]);
      if (verdict !== true) return `[${index}] ${verdict}`;
    }
    return true;
  };

/** An object of texts, with no name that an object has by nature. */
export const textsByName: Check = (value) => {
  if (!isObject(value)) return 'is not an object';
  for (const [name, each] of Object.entries(value)) {
    if (name in Object.prototype) return `has the forbidden name ${name}`;
    if (typeof each !== 'string') return `.${name} is not a string`;
  }
  return true;
};

export const shape = (checks: Readonly<Record<string, Check>>): Check => {
  const entries = Object.entries(checks);
  return (value) => {
    if (!isObject(value)) return 'is not an object';
    for (const [name, check] of entries) {
      const verdict = check(value[name]);
      if (verdict !== true) return `.${name} ${verdict}`;
    }
    return true;
  };
};

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads JSON text of a known shape. `name` stands in the message. */
export function parseJson<T>(name: string, json: string, check: Check): Result<T> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return failure(
      'bad-json',
      `${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const verdict = check(value);
  return verdict === true
    ? success(value as T)
    : failure('bad-data', `${name}${verdict.startsWith('.') ? '' : ' '}${verdict}`);
}
