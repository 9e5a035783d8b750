import { Composer, Lexer, Parser } from 'yaml';
import type { CST, Document } from 'yaml';
import { success, type Result } from '../../../text/result';
import { refusal, type Refusal } from '../refusal';

const MAX_CHARACTERS = 1_000_000;
/** A file of a megabyte has some 200,000: words, spaces, marks. */
const MAX_LEXEMES = 400_000;
const MAX_DEPTH = 200;
/** Anchors and tags in a row; a value has one of each at most. */
const MAX_PROPERTIES = 8;
const OPTIONS = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

type Unread = 'too-large' | 'too-deep' | 'broken';
type Reading = Unread | readonly Document.Parsed[];

/**
 * The documents of a text: the one place where the `yaml` package reads what somebody wrote. It calls itself at each
 * level, where a text that nests without end would take the whole process with it, and for some slips its time grows
 * with the square of their number: so reading ends at the first error, and where it gets too deep.
 */
export function readDocuments(text: string): Result<readonly Document.Parsed[], Refusal> {
  const reading = text.length > MAX_CHARACTERS ? 'too-large' : read(text);
  return typeof reading === 'string' ? refusal(reading, REASONS[reading]) : success(reading);
}

const REASONS: Readonly<Record<Unread, string>> = {
  'too-large': 'This file is too large to edit automatically. Type the IDs; completion will help.',
  'too-deep': 'The YAML is nested too deeply to edit automatically.',
  broken: 'Fix the YAML syntax error first.',
};

/** Neither the whole nor a part of it can be read to write into it. */
export function tooLarge(): Result<never, Refusal> {
  return refusal('too-large', REASONS['too-large']);
}

/** True where the text can be read, and nothing in it is wrong. */
export function parses(text: string): boolean {
  return readDocuments(text).ok;
}

function read(text: string): Reading {
  const composer = new Composer(OPTIONS);
  const documents: Document.Parsed[] = [];
  try {
    for (const token of tokensOf(text)) {
      if (typeof token === 'string') return token;
      if (token.type === 'error') return 'broken';
      documents.push(...composer.next(token));
      if (documents.at(-1)?.errors.length) return 'broken';
    }
    documents.push(...composer.end());
  } catch {
    return 'broken'; // the parser gave up
  }
  return documents.every(({ errors }) => errors.length === 0) ? documents : 'broken';
}

/** What the text consists of, up to where it is too much. */
function* tokensOf(text: string): Generator<CST.Token | Unread, void> {
  const parser = new Parser();
  let properties = 0;
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    properties = /^[&!]/.test(lexeme) ? properties + 1 : /\S/.test(lexeme) ? 0 : properties;
    if (parser.stack.length > MAX_DEPTH || properties > MAX_PROPERTIES) return yield 'too-deep';
    if (++count > MAX_LEXEMES) return yield 'too-large';
  }
  yield* parser.end();
}
