/** Plain code-unit order, the same on every machine. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Ids with their numbers as numbers: `AC-2` before `AC-10`. */
export function byId(a: string, b: string): number {
  return byText(padded(a), padded(b));
}

function padded(id: string): string {
  return id.replace(/-(\d)(?!\d)/, '-0$1');
}

/** Sorted, each item once. */
export function sortedSet(items: Iterable<string>): string[] {
  return [...new Set(items)].sort(byText);
}

export function sameItems(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a);
  return a.length === b.length && b.every((item) => known.has(item));
}

/** The items under their keys, in order of appearance. */
export function groupBy<K, V>(items: Iterable<V>, keyOf: (item: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
