import fs from 'node:fs';
import path from 'node:path';

/** Small letters and digits with one space between the words. */
export function compareText(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** The members of publishers' files that hold prose. */
const PROSE = new Set([
  'description',
  'comments',
  'x_mitre_detection',
  'capability_description',
  'x_mitre_deprecation_note',
]);

/** Every prose text below a value of JSON. */
function* proseIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (PROSE.has(name) && typeof each === 'string') yield each;
    else yield* proseIn(each);
  }
}

function* proseBelow(folders: readonly string[]): Generator<string> {
  for (const folder of folders) {
    for (const name of fs.readdirSync(folder).filter((each) => each.endsWith('.json')))
      yield* proseIn(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')));
  }
}

function runsOf(words: readonly string[], length: number): string[] {
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
}

const MAX_RUN = 12;

/** The longest run of words that a sentence has in common with a text of the folders, up to 12 words. */
export function sharedRun(
  sentences: readonly string[],
  folders: readonly string[],
): { readonly longest: { readonly words: number; readonly text: string }; readonly texts: number } {
  const own = sentences.map(wordsOf);
  const byLength = Array.from({ length: MAX_RUN + 1 }, (_, length) =>
    length < 4 ? new Set<string>() : new Set(own.flatMap((words) => runsOf(words, length))),
  );
  let longest = { words: 0, text: '' };
  let texts = 0;
  for (const prose of proseBelow(folders)) {
    texts++;
    const words = wordsOf(prose);
    for (let length = Math.max(4, longest.words + 1); length <= MAX_RUN; length++) {
      const text = runsOf(words, length).find((run) => byLength[length]?.has(run));
      if (text === undefined) break;
      longest = { words: length, text };
    }
  }
  return { longest, texts };
}
