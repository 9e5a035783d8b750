/** What makes a finding the same finding in another version of its document. */
export interface Comparable {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  readonly reference: { readonly id: string };
  /** The line that it is in. */
  readonly source: string;
}

/** What two findings have in common if they are one; undefined for a finding that a pass has nothing to say of. */
export type Pass = (finding: Comparable) => string | undefined;

export interface Matched<F, K> {
  /** Findings that nothing known is the same as, in their order. */
  readonly added: readonly F[];
  /** What is known and was not found again. */
  readonly left: readonly K[];
}

/** Pairs findings with known ones, each with one at most: pass by pass, so that the likeliest pairs are made first. */
export function matched<F extends Comparable, K extends Comparable>(
  found: readonly F[],
  known: readonly K[],
  passes: readonly Pass[],
): Matched<F, K> {
  let added = found;
  let left = known;
  for (const pass of passes) ({ added, left } = once(added, left, pass));
  return { added, left };
}

function once<F extends Comparable, K extends Comparable>(
  found: readonly F[],
  known: readonly K[],
  pass: Pass,
): Matched<F, K> {
  const waiting = new Map<string, K[]>();
  for (const each of known) {
    const key = pass(each);
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), each]);
  }
  const taken = new Set<K>();
  const added = found.filter((each) => {
    const key = pass(each);
    const same = key === undefined ? undefined : waiting.get(key)?.shift();
    if (same) taken.add(same);
    return same === undefined;
  });
  return { added, left: known.filter((each) => !taken.has(each)) };
}

/** Values of a finding as one key. */
export function keyOf(...values: readonly string[]): string {
  return JSON.stringify(values);
}
