import type { Steps } from '../../core/text/steps';

/** The longest that we work without letting anybody else: a frame of the editor takes 16. */
const SLICE_MS = 10;

/** Cuts long work into slices, and knows the longest of them. */
export class Breather {
  private since: number;
  /** What was worked of the slice before that: while waiting for something, others need not get a turn. */
  private worn = 0;
  private longest = 0;
  private total = 0;

  /** @param now the time in milliseconds; tests have a clock of their own. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.since = now();
  }

  /** In milliseconds. */
  get longestSlice(): number {
    return Math.max(this.longest, this.slice);
  }

  /** In milliseconds: how long was worked, without what others did meanwhile. */
  get worked(): number {
    return this.total + this.now() - this.since;
  }

  /** To be called between two steps; lets others work where the slice is over. */
  async yieldIfDue(): Promise<void> {
    if (this.slice < SLICE_MS) return;
    await this.waitFor(nextTurn());
    this.worn = 0;
  }

  /** Takes the steps one after the other. */
  async run<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
      await this.yieldIfDue();
    }
  }

  /** Waits for something. Others may work meanwhile; where it is there already, they do not. */
  async waitFor<T>(promise: Promise<T>): Promise<T> {
    const worked = this.now() - this.since;
    this.worn += worked;
    this.total += worked;
    this.longest = Math.max(this.longest, this.worn);
    const value = await promise;
    this.since = this.now();
    return value;
  }

  private get slice(): number {
    return this.worn + this.now() - this.since;
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
