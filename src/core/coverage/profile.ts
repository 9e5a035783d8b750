import { kindOf, parseIdentifier, type CanonicalId } from '../identifiers/grammar';

const MAX_COUNT = 10_000;
const MAX_DEPTH = 3;
const TECHNIQUE = /\bT\d{4}(?:\.\d{3})?\b/gi;

/**
 * The techniques of a threat profile, sorted and each once: those of a layer of the ATT&CK Navigator that are not
 * disabled, else every ID of a technique in the text, such as a list with one a line.
 */
export function profileTechniques(text: string): CanonicalId[] {
  const words = layerIds(text) ?? [...text.matchAll(TECHNIQUE)].map(([id]) => id);
  const ids = words.slice(0, MAX_COUNT * MAX_DEPTH).flatMap((word) => techniqueOf(word) ?? []);
  return [...new Set(ids)].sort().slice(0, MAX_COUNT);
}

function techniqueOf(word: string): CanonicalId | undefined {
  const id = parseIdentifier(word);
  const kind = id && kindOf(id).kind;
  return kind === 'technique' || kind === 'sub-technique' ? id : undefined;
}

/** Undefined for a text that is no layer. */
function layerIds(text: string): string[] | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value = JSON.parse(text) as { readonly techniques?: unknown };
    if (!Array.isArray(value.techniques)) return undefined;
    return value.techniques.flatMap((each: unknown) => idOf(each) ?? []);
  } catch {
    return undefined;
  }
}

function idOf(technique: unknown): string | undefined {
  if (typeof technique !== 'object' || technique === null) return undefined;
  const { techniqueID: id, enabled } = technique as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && enabled !== false ? id : undefined;
}
