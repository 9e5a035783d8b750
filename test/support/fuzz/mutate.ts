type Random = () => number;

/** A document that mutants are made from. */
export interface Seed {
  readonly languageId: string;
  readonly text: string;
}

export const FUZZED_LANGUAGES: readonly string[] = ['markdown', 'yaml', 'json', 'toml', 'asciidoc'];
/** In lines: what breaks does so in a few. */
const MAX_LINES = 24;
const MAX_CHARACTERS = 4000;
/** Marks of every language, IDs, and characters that are read wrongly somewhere. */
const PIECES: readonly string[] = [
  ...[
    'T1086',
    'T1059.001',
    'IAM-01',
    ', 02 and 14',
    ' to 21',
    'CCM 4.1 ',
    'IVS-09',
    'ATT&CK ',
    'GRC-03',
    'IAM-99',
  ],
  ...[
    '- ',
    '> ',
    '| ',
    '|===\n',
    '```\n',
    '---\n',
    '<!-- ',
    ' -->',
    '# ',
    '// ',
    '<td>',
    '<table>',
    '](',
    '[',
  ],
  ...['"', "'", '"""', '{', '}', ']', ': ', ',', '&a ', '*a', '|\n', '>-\n', '? ', '[[x]]\n', '= '],
  ...[
    '\t',
    '\r',
    '\r\n',
    '\n\n',
    '\0',
    '\ud800',
    '\udc00',
    '\u{1f600}',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u00a0',
  ],
];

/** A part of a seed with some of its structure changed, now and then in another language. */
export function mutant(random: Random, seeds: readonly Seed[]): Seed {
  const seed = one(random, seeds);
  const all = seed.text.split(/(?<=\n)/);
  const from = Math.floor(random() * Math.max(1, all.length - MAX_LINES));
  let lines: readonly string[] = all
    .slice(from, from + 1 + Math.floor(random() * MAX_LINES))
    .map((line) => line.slice(0, 400));
  for (let count = 1 + Math.floor(random() * 6); count > 0; count--) lines = changed(random, lines);
  const languageId = random() < 0.7 ? seed.languageId : one(random, FUZZED_LANGUAGES);
  return { languageId, text: lines.join('').slice(0, MAX_CHARACTERS) };
}

function changed(random: Random, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [one(random, PIECES)] : one(random, MUTATIONS)(random, lines);
}

type Mutation = (random: Random, lines: readonly string[]) => string[];

const onOne =
  (change: (random: Random, line: string) => string): Mutation =>
  (random, lines) => {
    const at = Math.floor(random() * lines.length);
    return lines.map((line, index) => (index === at ? change(random, line) : line));
  };

const MUTATIONS: readonly Mutation[] = [
  (random, lines) => swapped(lines, Math.floor(random() * lines.length), Math.floor(random() * lines.length)),
  (random, lines) => lines.toSpliced(Math.floor(random() * lines.length), 0, one(random, lines)),
  (random, lines) => lines.toSpliced(Math.floor(random() * lines.length), 1),
  (random, lines) => lines.map((line) => (random() < 0.5 ? line.replace(/\r?\n$/, '\r\n') : line)),
  (random, lines) => {
    const lead = one(random, ['  ', '\t', '> ', '- ', '    ']);
    return lines.map((line) => lead + line);
  },
  onOne((_random, line) => `  ${line}`),
  onOne((_random, line) => line.trimStart()),
  onOne((_random, line) => line.replaceAll('  ', '\t')),
  onOne((random, line) => line.slice(0, Math.floor(random() * line.length))),
  ...Array.from({ length: 4 }, () =>
    onOne((random, line) => {
      const at = Math.floor(random() * (line.length + 1));
      return line.slice(0, at) + one(random, PIECES) + line.slice(at);
    }),
  ),
];

function swapped(lines: readonly string[], a: number, b: number): string[] {
  return lines.map((line, index) => (index === a ? lines[b] : index === b ? lines[a] : line) ?? line);
}

function one<T>(random: Random, of: readonly T[]): T {
  return of[Math.floor(random() * of.length)] as T;
}
