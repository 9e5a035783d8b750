import { PROPERTIES } from './properties';
import type { Seed } from './mutate';

export interface CounterExample extends Seed {
  readonly property: string;
  readonly reason: string;
}

/** The first property that a document breaks, shown by the smallest part of it that does. */
export function counterExample(seed: Seed): CounterExample | undefined {
  for (const [property, holds] of Object.entries(PROPERTIES)) {
    const reasonOf = (text: string): string | undefined => failureOf(() => holds({ ...seed, text }));
    if (reasonOf(seed.text) === undefined) continue;
    const text = shrunken(seed.text, (each) => reasonOf(each) !== undefined);
    return { languageId: seed.languageId, text, property, reason: reasonOf(text) ?? '' };
  }
  return undefined;
}

function failureOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Takes out halves, quarters, … as long as it fails. */
function shrunken(text: string, fails: (text: string) => boolean): string {
  let current = text;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < current.length;) {
      const without = current.slice(0, at) + current.slice(at + size);
      if (fails(without)) current = without;
      else at += size;
    }
  return current;
}

/** A test to paste. */
export function testOf({ languageId, text, property }: CounterExample): string {
  const seed = `{ languageId: '${languageId}', text: ${JSON.stringify(text)} }`;
  return `test(${JSON.stringify(`${property}: ${languageId}`)}, () =>\n  assert.equal(counterExample(${seed}), undefined));`;
}
