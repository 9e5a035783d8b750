import type { Heading } from './place';

const NONE = -1;
const NO_HEADINGS: readonly Heading[] = [];

/** The headings that stand above each heading of a document, each found once. */
export class HeadingChains {
  private lazyParents: readonly number[] | undefined;
  private readonly known = new Map<number, readonly Heading[]>();

  /** The headings in order of their lines; they are read when the first chain is asked for. */
  constructor(private readonly headings: readonly Heading[]) {}

  /** The heading at the index and those above it, innermost first; none for a negative index. */
  at(index: number): readonly Heading[] {
    const heading = this.headings[index];
    if (!heading) return NO_HEADINGS;
    const known = this.known.get(index);
    if (known) return known;
    this.lazyParents ??= parentsOf(this.headings);
    const chain = [heading, ...this.at(this.lazyParents[index] ?? NONE)];
    this.known.set(index, chain);
    return chain;
  }
}

/** By heading: the index of the nearest one before it that is less deep. Depths have no more than six values. */
function parentsOf(headings: readonly Heading[]): number[] {
  const open: number[] = []; // each less deep than the next
  return headings.map(({ depth }, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? NONE]?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1) ?? NONE;
    open.push(index);
    return parent;
  });
}
