import type { Heading } from './place';

/** The headings that stand above each heading of a document; those of one section share their list. */
export class HeadingChains {
  private readonly known = new Map<number, readonly Heading[]>();

  /** The headings in order of their lines. */
  constructor(private readonly headings: readonly Heading[]) {}

  /** The heading at the index and those above it, innermost first; none for a negative index. */
  at(index: number): readonly Heading[] {
    const known = this.known.get(index);
    if (known) return known;
    const chain: Heading[] = [];
    let depth = Number.POSITIVE_INFINITY;
    for (let at = index; at >= 0 && depth > 1; at--) {
      const heading = this.headings[at];
      if (!heading || heading.depth >= depth) continue;
      chain.push(heading);
      depth = heading.depth;
    }
    this.known.set(index, chain);
    return chain;
  }
}
