/** A text that grows: what comes before, and a piece that comes again and again. */
export interface Shape {
  readonly languageId: string;
  readonly before: string;
  readonly piece: string;
}

/** The text of a shape, as long as given. */
export function textOf({ before, piece }: Shape, length: number): string {
  const count = Math.max(1, Math.floor((length - before.length) / piece.length));
  return before + piece.repeat(count);
}

export function titleOf({ languageId, before, piece }: Shape): string {
  return `${languageId} ${before === '' ? '' : `${JSON.stringify(before)} + `}${JSON.stringify(piece)}`;
}

/** What a language's syntax is made of, and what its shapes begin with. */
interface Alphabet {
  readonly tokens: readonly string[];
  readonly befores: readonly string[];
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  markdown: {
    tokens:
      '- |* |1. |    |> |\n|\n\n|T1078|` |`|```\n|~~|a~~|<a |<a|<!--|-->|<table>|<td>|<td |<tr>|</td>|</table>|<del>|</del>|# |#|[a]: |[^a]: |***|---|===|:|\\|\n- |\n    |\n* |\n> |\n# |\n1. '
        .split('|')
        .concat('|', '| '),
    befores: ['', 'a\n', '# a\n\n', '- a\n', '| x\n| -\n', '<table>\n<tr>', '<table>\n<tr><td>', 'a:\n\n* b\n', '```\n'],
  },
  yaml: {
    tokens: [' ', '\n', '\n  ', '- ', '? ', '[', ']', '{', '}', ',', 'a', 'a: ', ': ', '"', "'", '&a ', '!a ', '# ', '#', '|', '>', '\\', '---\n', 'T1078', '\n- ', '\na: ', '\n- a: '],
    befores: ['', 'a: ', 'a: [', 'a: {', '- ', '[', '{"a": [', 'a: "', 'a: |\n  '],
  },
  asciidoc: {
    tokens: [' ', '\n', '\n\n', '= ', '== ', '* ', '** ', '. ', '1. ', '|', '|===\n', '----\n', '.a\n', '[cols=3]\n', ':a: b\n', '+\n', '// ', 'T1078', '\\', '\n* ', '\n== ', '\n|'],
    befores: ['', 'a\n\n', '* a\n', '|===\n', '[cols="9"]\n|===\n'],
  },
  toml: {
    tokens: [' ', '\n', '[', ']', '[[', ']]', '{', '}', ',', 'a', 'a.', 'a = ', '=', '"', "'", '"""', "'''", '#', '\\', 'T1078', '\na = ', '\n[a]\n', '\n[[a]]\n', '{a = '],
    befores: ['', 'a = ', 'a = [', 'a = {', 'a = """', 'a = {b = ['],
  },
};

/** Documents in which others are embedded. */
const FRONT: readonly (readonly [languageId: string, open: string, alphabet: string])[] = [
  ['markdown', '---\n', 'yaml'],
  ['markdown', '+++\n', 'toml'],
  ['json', '', 'yaml'],
];

/** Every token alone and every pair of tokens, behind everything a text may begin with. */
export function* shapes(languageId: string): Generator<Shape> {
  const alphabet = ALPHABETS[languageId];
  if (!alphabet) throw new Error(`No alphabet of ${languageId}`);
  for (const before of alphabet.befores) yield* repeated(languageId, before, alphabet.tokens);
}

/** Those of front matter, closed and open, and those of JSON. */
export function* embeddedShapes(): Generator<Shape> {
  for (const [languageId, open, inner] of FRONT)
    yield* repeated(languageId, open, ALPHABETS[inner]?.tokens ?? []);
}

function* repeated(languageId: string, before: string, tokens: readonly string[]): Generator<Shape> {
  for (const first of tokens)
    for (const second of ['', ...tokens]) yield { languageId, before, piece: first + second };
}
