/** A pattern from its parts, in order: each part is short enough to be read, and has a name or a line of its own. */
export function pattern(flags: string, ...parts: readonly (string | RegExp)[]): RegExp {
  return new RegExp(parts.map(sourceOf).join(''), flags);
}

/** The part of a pattern that takes one of several: a row each. */
export function oneOf(...rows: readonly (string | RegExp)[]): string {
  return `(?:${rows.map(sourceOf).join('|')})`;
}

function sourceOf(part: string | RegExp): string {
  return typeof part === 'string' ? part : part.source;
}
