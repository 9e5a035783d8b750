import type { Steps } from '../../core/text/steps';

/** The longest that we work without letting anybody else: half of what a reader begins to notice. */
const SLICE_MS = 15;

/** Cuts long work into slices, and knows the longest of them. */
export class Breather {
  private since = performance.now();
  private longest = 0;

  /** In milliseconds. */
  get longestSlice(): number {
    return Math.max(this.longest, performance.now() - this.since);
  }

  /** To be called between two steps; waits where the slice is over. */
  async breathe(): Promise<void> {
    const worked = performance.now() - this.since;
    if (worked < SLICE_MS) return;
    this.longest = Math.max(this.longest, worked);
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.since = performance.now();
  }

  /** Takes the steps one after the other. */
  async run<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
      await this.breathe();
    }
  }

  /** Waits for something else, which does not count as work. */
  async rest<T>(promise: Promise<T>): Promise<T> {
    this.longest = Math.max(this.longest, performance.now() - this.since);
    const value = await promise;
    this.since = performance.now();
    return value;
  }
}
