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
  const shown = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
  return `${languageId} ${before === '' ? '' : `${shown(before)} + `}${shown(piece)}`;
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
    befores: [
      '',
      'a\n',
      '# a\n\n',
      '- a\n',
      '| x\n| -\n',
      '<table>\n<tr>',
      '<table>\n<tr><td>',
      'a:\n\n* b\n',
      '```\n',
    ],
  },
  yaml: {
    tokens: [
      ' ',
      '\n',
      '\n  ',
      '- ',
      '? ',
      '[',
      ']',
      '{',
      '}',
      ',',
      'a',
      'a: ',
      ': ',
      '"',
      "'",
      '&a ',
      '!a ',
      '# ',
      '#',
      '|',
      '>',
      '\\',
      '---\n',
      'T1078',
      '\n- ',
      '\na: ',
      '\n- a: ',
    ],
    befores: ['', 'a: ', 'a: [', 'a: {', '- ', '[', '{"a": [', 'a: "', 'a: |\n  '],
  },
  asciidoc: {
    tokens: [
      ' ',
      '\n',
      '\n\n',
      '= ',
      '== ',
      '* ',
      '** ',
      '. ',
      '1. ',
      '|',
      '|===\n',
      '----\n',
      '.a\n',
      '[cols=3]\n',
      ':a: b\n',
      '+\n',
      '// ',
      'T1078',
      '\\',
      '\n* ',
      '\n== ',
      '\n|',
    ],
    befores: ['', 'a\n\n', '* a\n', '|===\n', '[cols="9"]\n|===\n'],
  },
  toml: {
    tokens: [
      ' ',
      '\n',
      '[',
      ']',
      '[[',
      ']]',
      '{',
      '}',
      ',',
      'a',
      'a.',
      'a = ',
      '=',
      '"',
      "'",
      '"""',
      "'''",
      '#',
      '\\',
      'T1078',
      '\na = ',
      '\n[a]\n',
      '\n[[a]]\n',
      '{a = ',
    ],
    befores: ['', 'a = ', 'a = [', 'a = {', 'a = """', 'a = {b = ['],
  },
};

/** The languages that have shapes of their own. */
export const LANGUAGES: readonly string[] = Object.keys(ALPHABETS);

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

const shape = (languageId: string, before: string, piece: string): Shape => ({ languageId, before, piece });

/** Each of these took time or memory that grew with the square of its length, once. */
export const NAMED_SHAPES: Readonly<Record<string, Shape>> = {
  'one line of flow YAML with many keys': shape('yaml', 'a: {', 'technique: T1078, '),
  'flow keys nested without end': shape('yaml', 'a: ', '{a: '),
  'flow sequences nested without end': shape('yaml', 'a: ', '['),
  'flow collections on lines that never close': shape('yaml', '', 'a: [\n'),
  'flow mappings on lines that never close': shape('yaml', '', '- {a: T1078\n'),
  'items nested on one line of YAML': shape('yaml', '', '- '),
  'a value of many spaces': shape('yaml', 'a: b', ' c  '),
  'spaces where a value is missing': shape('yaml', 'a:', '  '),
  'anchors and tags before a value': shape('yaml', 'a: ', '&a !b '),
  'items of a register': shape('yaml', 'a:\n', '- framework: CCM 4.1\n  controls: [IAM-10]\n'),
  'minified JSON': shape('json', '[', '{"id":"T1078","controls":["IAM-10"]},'),
  'JSON nested without end': shape('json', '', '{"a":['),
  'JSON closed too often': shape('json', '[', '[}'),
  'front matter with many keys': shape('markdown', '---\n', 'ccm_version: 4.1\n'),
  'a bar and spaces as a delimiter row': shape('markdown', '| a |\n| - ', '  '),
  'rows of one table': shape('markdown', '| a |\n| - |\n', '| T1078 |\n'),
  'one row of many cells': shape('markdown', '| a |\n| - |\n', '| T1078 '),
  'strokes in one row': shape('markdown', '| a |\n| - |\n', '| ~~'),
  'cells of HTML without end': shape('markdown', '<table>\n<tr>', '<td '),
  'tags without end in a cell of HTML': shape('markdown', '<table>\n<tr><td>', '<a'),
  'comments without end in a cell of HTML': shape('markdown', '<table>\n<tr><td>', '<!--'),
  'comments without end': shape('markdown', '', '`<!--'),
  'code spans that open and do not close': shape('markdown', '<!-- a -->', '` `` <!-- -->'),
  'marks of items repeated on a line': shape('markdown', '', '* * T1078 '),
  'a lead-in as long as its list': shape('markdown', 'a\n'.repeat(100), '- T1078\n'),
  'a lead-in of one long line': shape('markdown', `${'a '.repeat(100)}\n`, '- T1078\n'),
  'lines of indented code': shape('markdown', '', '    T1078\n'),
  'indented code below an item': shape('markdown', '- a\n\n', '      T1078\n'),
  'attributes of a tag with spaces between': shape('markdown', '<a', ' a  '),
  'sections of one depth in AsciiDoc': shape('asciidoc', '', '== a\n\nT1078\n\n'),
  'sections of one depth in Markdown': shape('markdown', '', '## a\n\nT1078\n\n'),
  'items of AsciiDoc with one long lead-in': shape('asciidoc', `${'a '.repeat(100)}\n`, '* T1078\n'),
  'a table of AsciiDoc in one line': shape('asciidoc', '|===\n', '|T1078 '),
};
