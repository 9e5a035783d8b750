import { lastStartingBy } from '../text/span';
import type { Heading, Section } from './place';

const NONE = -1;
const NO_HEADINGS: readonly Heading[] = [];

/** The headings that stand above each heading of a document, and where its section ends; each found once. */
export class Sections {
  private readonly parents: Int32Array;
  /** By heading: the index of the next one that is not deeper, or the number of headings. */
  private readonly nexts: Int32Array;
  private readonly chains = new Map<number, readonly Heading[]>();

  /** The headings are in order of their lines. */
  constructor(private readonly headings: readonly Heading[]) {
    this.parents = new Int32Array(headings.length).fill(NONE);
    this.nexts = new Int32Array(headings.length).fill(headings.length);
    const open: number[] = []; // each less deep than the next
    for (const [index, { depth }] of headings.entries()) {
      for (let last = open.at(-1); last !== undefined && this.depthOf(last) >= depth; last = open.at(-1)) {
        this.nexts[last] = index;
        open.pop();
      }
      this.parents[index] = open.at(-1) ?? NONE;
      open.push(index);
    }
  }

  /** The heading at or before the offset and those above it, innermost first. */
  headingsAt(offset: number): readonly Heading[] {
    return this.chainOf(lastStartingBy(this.headings, offset));
  }

  /** Above the first heading: from `start` on. The last section goes on to `end`. */
  at(offset: number, start: number, end: number): Section {
    const index = lastStartingBy(this.headings, offset);
    const heading = this.headings[index];
    const next = this.headings[heading ? (this.nexts[index] ?? NONE) : 0];
    return { heading, start: heading?.start ?? Math.min(start, next?.start ?? end), end: next?.start ?? end };
  }

  private chainOf(index: number): readonly Heading[] {
    const heading = this.headings[index];
    if (!heading) return NO_HEADINGS;
    const known = this.chains.get(index);
    if (known) return known;
    const chain = [heading, ...this.chainOf(this.parents[index] ?? NONE)]; // no more than six
    this.chains.set(index, chain);
    return chain;
  }

  private depthOf(index: number): number {
    return this.headings[index]?.depth ?? 0;
  }
}
