import type { Steps } from '../../core/text/steps';

/** The longest that we work without letting anybody else: a frame of the editor takes 16. */
const SLICE_MS = 10;

/** Cuts long work into slices, and knows the longest of them. */
export class Breather {
  private since = performance.now();
  private longest = 0;
  private total = 0;

  /** In milliseconds. */
  get longestSlice(): number {
    return Math.max(this.longest, performance.now() - this.since);
  }

  /** In milliseconds: how long was worked, without what others did meanwhile. */
  get worked(): number {
    return this.total + performance.now() - this.since;
  }

  /** To be called between two steps; lets others work where the slice is over. */
  async breathe(): Promise<void> {
    if (performance.now() - this.since < SLICE_MS) return;
    await this.rest(nextTurn());
  }

  /** Takes the steps one after the other. */
  async run<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
      await this.breathe();
    }
  }

  /** Waits for something that is not there yet: others work meanwhile. */
  async rest<T>(promise: Promise<T>): Promise<T> {
    const slice = performance.now() - this.since;
    this.longest = Math.max(this.longest, slice);
    this.total += slice;
    const value = await promise;
    this.since = performance.now();
    return value;
  }
}

/** Node lets others work without a delay; a web worker takes some milliseconds. */
async function nextTurn(): Promise<void> {
  const { setImmediate: soon } = globalThis as { readonly setImmediate?: (call: () => void) => unknown };
  return new Promise((resolve) => {
    if (soon) soon(resolve);
    else setTimeout(resolve, 0);
  });
}
