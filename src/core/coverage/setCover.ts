/** Elements, numbered from zero, and sets of them. A set's place in the list decides between equals. */
export interface CoverProblem {
  readonly elements: number;
  readonly sets: readonly (readonly number[])[];
}

export interface Cover {
  /** Indexes of the sets. */
  readonly sets: readonly number[];
  /** True where it is proven that no smaller one exists. */
  readonly exact: boolean;
}

/** Well under a second; what documents ask of the mapping takes a few hundred. */
const MOST_NODES = 20_000;

/**
 * Takes the set with most elements that are still open, then the next, until none adds any. Among equals, the earlier
 * one.
 */
export function greedyCover({ elements, sets }: CoverProblem): number[] {
  const open = new Set(Array.from({ length: elements }, (_, element) => element));
  const taken: number[] = [];
  for (;;) {
    let best = -1;
    let most = 0;
    for (const [index, set] of sets.entries()) {
      const gain = set.filter((element) => open.has(element)).length;
      if (gain > most) [best, most] = [index, gain];
    }
    if (best < 0) return taken;
    taken.push(best);
    for (const element of sets[best] ?? []) open.delete(element);
  }
}

/**
 * A smallest choice of sets that has every element that any set has. Found by branch and bound, beginning with the
 * greedy choice; where the search takes more than `mostNodes` steps, the best so far, and `exact` is false.
 */
export function smallestCover(problem: CoverProblem, mostNodes = MOST_NODES): Cover {
  const search = new Search(problem, greedyCover(problem), mostNodes);
  return { sets: search.run(), exact: search.isComplete };
}

class Search {
  private readonly setsOf: readonly (readonly number[])[];
  /** How many of the chosen sets have the element. */
  private readonly hits: number[];
  private readonly excluded: boolean[];
  private readonly chosen: number[] = [];
  private nodes = 0;

  constructor(
    private readonly problem: CoverProblem,
    private best: readonly number[],
    private readonly mostNodes: number,
  ) {
    this.setsOf = invert(problem);
    this.hits = Array.from({ length: problem.elements }, () => 0);
    this.excluded = withoutDominated(problem);
  }

  get isComplete(): boolean {
    return this.nodes <= this.mostNodes;
  }

  run(): readonly number[] {
    this.visit();
    return this.best;
  }

  private visit(): void {
    if (++this.nodes > this.mostNodes) return;
    const open = this.openElements();
    const [hardest] = open;
    if (hardest === undefined) {
      if (this.chosen.length < this.best.length) this.best = [...this.chosen];
      return;
    }
    if (this.chosen.length + this.bound(open) >= this.best.length) return;
    const tried: number[] = [];
    for (const set of this.choicesFor(hardest)) {
      this.choose(set, 1);
      this.visit();
      this.choose(set, -1);
      if (!this.isComplete) return;
      this.excluded[set] = true; // what is left of this branch does without it
      tried.push(set);
    }
    for (const set of tried) this.excluded[set] = false;
  }

  /** Those in fewest sets first. */
  private openElements(): number[] {
    const open: { element: number; choices: number }[] = [];
    for (const [element, hit] of this.hits.entries()) {
      if (hit === 0 && (this.setsOf[element]?.length ?? 0) > 0)
        open.push({ element, choices: this.availableFor(element).length });
    }
    return open.sort((a, b) => a.choices - b.choices || a.element - b.element).map(({ element }) => element);
  }

  /** Elements of which no two share a set need a set each. One that no set is left for makes it hopeless. */
  private bound(open: readonly number[]): number {
    const used = new Set<number>();
    let needed = 0;
    for (const element of open) {
      const sets = this.availableFor(element);
      if (sets.length === 0) return Infinity;
      if (sets.some((set) => used.has(set))) continue;
      needed++;
      for (const set of sets) used.add(set);
    }
    return needed;
  }

  private availableFor(element: number): number[] {
    return (this.setsOf[element] ?? []).filter((set) => !this.excluded[set]);
  }

  private choicesFor(element: number): number[] {
    const gain = (set: number): number =>
      (this.problem.sets[set] ?? []).filter((each) => this.hits[each] === 0).length;
    return this.availableFor(element)
      .map((set) => ({ set, gain: gain(set) }))
      .sort((a, b) => b.gain - a.gain || a.set - b.set)
      .map(({ set }) => set);
  }

  private choose(set: number, sign: 1 | -1): void {
    if (sign > 0) this.chosen.push(set);
    else this.chosen.pop();
    for (const element of this.problem.sets[set] ?? []) this.hits[element] = (this.hits[element] ?? 0) + sign;
  }
}

function invert({ elements, sets }: CoverProblem): number[][] {
  const setsOf: number[][] = Array.from({ length: elements }, () => []);
  for (const [index, set] of sets.entries()) for (const element of set) setsOf[element]?.push(index);
  return setsOf;
}

/** A set all of whose elements another has is never needed; of equal ones the first stays. */
function withoutDominated({ sets }: CoverProblem): boolean[] {
  const members = sets.map((set) => new Set(set));
  return sets.map((set, index) =>
    members.some(
      (other, at) =>
        at !== index &&
        (other.size > set.length || (other.size === set.length && at < index)) &&
        set.every((element) => other.has(element)),
    ),
  );
}
