/** So many files are read side by side: each takes several turns of the event loop, most of them spent waiting. */
const AT_ONCE = 64;

/** What was read, or is still being read. */
export interface Reading<T> {
  /** Undefined while it is read. */
  readonly value: T | undefined;
  readonly done: Promise<T>;
}

/** Reads all, in order, some of them ahead of the one that is asked for. */
export function* readAhead<S, T>(all: readonly S[], read: (one: S) => Promise<T>): Generator<Reading<T>> {
  const window: Reading<T>[] = [];
  let next = 0;
  for (;;) {
    for (; next < all.length && window.length < AT_ONCE; next++) {
      const one = all[next];
      if (one !== undefined) window.push(begin(read(one)));
    }
    const first = window.shift();
    if (!first) return;
    yield first;
  }
}

function begin<T>(promise: Promise<T>): Reading<T> {
  const reading: { value: T | undefined; done: Promise<T> } = { value: undefined, done: promise };
  promise.then(
    (value) => (reading.value = value),
    () => undefined, // whoever waits for it is told
  );
  return reading;
}
