const PLACEHOLDER = /^(?:[-\u2010-\u2015\u2026?]+|\.{3}|n\/?a|none|tbd|todo)?$/i;

/** True for what stands where nothing is known yet, and gives way: `TBD`, `n/a`, a dash; and for nothing at all. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
