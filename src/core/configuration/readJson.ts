import { failure, success, type Result } from '../text/result';

const MAX_JSON_DEPTH = 50;

/** The value of a JSON text that does not nest too deeply. */
export function readJson(name: string, text: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return depthOf(value) > MAX_JSON_DEPTH
      ? failure('bad-configuration', `${name}: nested too deeply`)
      : success(value);
  } catch (error) {
    return failure('bad-configuration', `${name}: not JSON (${error instanceof Error ? error.message : ''})`);
  }
}

function depthOf(value: unknown): number {
  let level: readonly unknown[] = [value];
  let depth = 0;
  for (; level.length > 0 && depth <= MAX_JSON_DEPTH; depth++)
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  return depth;
}
