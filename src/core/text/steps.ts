/** Long work in steps: between two of them, whoever runs it can let others work. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs the work in one go. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Converts each of many, one a step. */
export function* mapInSteps<T, U>(all: readonly T[], convert: (one: T) => U): Steps<U[]> {
  const converted: U[] = [];
  for (const one of all) {
    converted.push(convert(one));
    yield;
  }
  return converted;
}
