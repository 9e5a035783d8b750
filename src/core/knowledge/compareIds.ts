/** Orders ids as a reader counts: `AC-2` before `AC-10`, `AC-2` before `AC-2(1)`. Negative, zero or positive. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [padded(a), padded(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Numbers of one digit behind a dash or in brackets get a zero before them. */
function padded(id: string): string {
  return id.replace(/([-(])(\d)(?!\d)/g, '$10$2');
}
