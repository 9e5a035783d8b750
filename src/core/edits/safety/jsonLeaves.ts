/** Each text of some data with the keys around it, and each anchor and alias; undefined if there is an error. */
export type Leaves = readonly string[] | undefined;

/** Those of a text in JSON. */
export function jsonLeaves(text: string): Leaves {
  try {
    const leaves: string[] = [];
    visit(JSON.parse(text), leaves);
    return leaves;
  } catch {
    return undefined;
  }
}

function visit(value: unknown, leaves: string[]): void {
  const open: [value: unknown, path: string][] = [[value, '']];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, at] = next;
    if (Array.isArray(node)) for (const each of node) open.push([each, `${at}/-`]);
    else if (typeof node === 'object' && node !== null)
      for (const [key, each] of Object.entries(node)) open.push([each, `${at}/${key}`]);
    else leaves.push(`${at}=${JSON.stringify(node)}`);
  }
}
