/** JSON with one record a line, so that a change of one fact is a change of one line. Ends in a newline. */
export function toLines(file: object): string {
  const members = Object.entries(file).map(([key, value]) => `${JSON.stringify(key)}: ${member(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function member(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((record) => JSON.stringify(record)).join(',\n')}\n]`;
}
