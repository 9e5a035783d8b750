import type { Candidate } from '../identifiers/candidates';
import { ATTACK, controlId, domainOf, numberOf, type CanonicalId } from '../identifiers/grammar';
import { oneOf, pattern } from '../text/pattern';
import type { Span } from '../text/span';

/** A control that a range or shorthand names without writing it out. */
export interface ImpliedControl {
  readonly id: CanonicalId;
  /** The digits, where a shorthand has them (`-02` in `STA-01, -02`), else the whole range. */
  readonly span: Span;
  /** The whole of it: `IAM-01 to IAM-05`. */
  readonly range: Span;
}

/** The candidates that a range joins, and those that it only implies. */
export interface ControlRange {
  readonly range: Span;
  readonly implied: readonly ImpliedControl[];
  /** Numbers alone, `IAM-01, 02 and 14`: they are controls only where the first one surely is, and all of them exist. */
  readonly isLoose?: boolean;
  /** The number that it ends with, if its end is a candidate of its own. */
  readonly lastNumber?: number;
}

const MAX_RANGE = 40;
const TO = ['to', 'through', 'thru', 'until', 'up to'];
const TO_ELSEWHERE = ['bis', 'à', 'hasta', 'até'];
const DASH = /[-\u2010-\u2015]|\.{2,3}|…/;
/** Words may stand at the end of a line, dashes may not: there they begin the items of a list. */
const BETWEEN = pattern(
  'i',
  '^',
  oneOf(`\\s{1,3}${oneOf(...TO, ...TO_ELSEWHERE)}\\s{1,3}`, `[ \\t]{0,3}${oneOf(DASH)}[ \\t]{0,3}`),
  '$',
);
const MAX_BETWEEN = 30;
/** Emphasis, code and tags around an id: `**IAM-02** to **IAM-05**`. */
const MARKS = /[*_`[\]]|<\/?[a-z]{1,6}>/gi;
/** Verbs in `s` after a number, which do not make it a count of something. */
const VERBS = [
  'is',
  'was',
  'has',
  'as',
  'this',
  'its',
  'applies',
  'covers',
  'requires',
  'addresses',
  'defines',
];
/** A word in the plural: no code in front of a number (`DCS-01`), and no name of a key (`owners:`). */
const NOUN = pattern('', `(?!${oneOf('controls', ...VERBS)}\\b)[a-z]{2,20}s\\b`, /(?![-_ ]?\d|\s{0,2}:)/);
/** What makes of a number a count: `24 hours`, `12 devices`, `30 %`. */
const COUNTED = oneOf(/\s{0,3}(?:%|percent|people)/, pattern('', /[ \t]{1,3}/, NOUN));
/** The same on the next line, where the sentence goes on; what begins in capitals there is something new. */
const COUNTED_BELOW = pattern('y', /[ \t]{0,3}\r?\n[ \t]{0,20}/, NOUN);
/** `10 to 21` and `10-21`, but not `07 – 24 hours` or `08 to 12 devices`. */
const SHORT_END = pattern(
  'iy',
  oneOf(`\\s{1,3}${oneOf(...TO)}\\s{1,3}`, DASH),
  `(\\d{2})(?!${oneOf(/[\d\w]/, /\.\d/, COUNTED)})`,
);
const JOINT = /\s{0,3}(?:,|\/|&|and|or|,\s{0,3}and)\s{0,3}/;
const SHORT_LIST = pattern('iy', '(?:', JOINT, /[-\u2010-\u2015]\d{2}(?![\d\w])/, ')+');

/** What may follow the last number of `IAM-01, 02 and 14`, so that it counts nothing. */
const SENTENCE_GOES_ON =
  'is are was were has have as applies apply covers cover requires require address addresses define defines ' +
  'mitigate mitigates meet meets ask asks for in by from under with within together below above which that must ' +
  'shall should may also only';
const AFTER_LOOSE = [
  /\s{0,3}(?:$|[.;)\]}|<*_"'`]|:(?!\d)|,(?!\s?\d))/,
  `\\s{0,3}${oneOf(',', '/', 'and', 'or', '&')}\\s{1,3}${oneOf(/[A-Z&]{3}-\d{2}/, /T\d{4}/, /(?:csa\s)?ccm\b/)}`,
  /\s{1,3}\((?:csa|ccm|cloud|v?[34]\.)/,
  /[?!]|\s{1,3}(?:(?:#|\/\/|=>?|->|→)\s|control-lens-)/,
  /\s{1,3}[-\u2010-\u2015]{1,3}\s{1,3}(?!\d)/,
  `\\s{1,3}${oneOf(...SENTENCE_GOES_ON.split(' '), /to(?!\s?\d)/)}\\b`,
  /[ \t]*\r?\n\s{0,80}(?:$|[-*+#|>A-Z]|[\w-]{1,60}:)/,
];
const LOOSE_JOINT = /(?:\s{0,3}[,/&]\s{0,3}|,?\s{1,3}(?:and|or)\s{1,3})/;
const LOOSE_NUMBER = /\d{2}(?!\w|[.:-]\d|\/\d{3}|,\d{3})/;
/** `, 02 and 14`: numbers without a dash, and after the last of them nothing that is counted. */
const LOOSE_LIST = pattern('iy', '(?:', LOOSE_JOINT, LOOSE_NUMBER, '){1,20}', `(?=${oneOf(...AFTER_LOOSE)})`);
const NUMBER = /\d{2}/g;

/** The range or shorthand that begins with this control, if any. `next` is the candidate after it. */
export function rangeFrom(
  text: string,
  first: Candidate,
  next: Candidate | undefined,
): ControlRange | undefined {
  if (first.family === ATTACK || first.tail !== undefined || first.id.endsWith(')')) return undefined;
  return (
    joined(text, first, next) ??
    shortEnd(text, first) ??
    listAfter(text, first, SHORT_LIST) ??
    looseList(text, first)
  );
}

/** `IAM-01 to IAM-05` */
function joined(text: string, first: Candidate, next: Candidate | undefined): ControlRange | undefined {
  if (
    !next ||
    next.family !== first.family ||
    next.id.endsWith(')') ||
    domainOf(first.id) !== domainOf(next.id)
  )
    return undefined;
  if (next.span.start - first.span.end > MAX_BETWEEN) return undefined;
  const between = text
    .slice(first.span.end, next.span.start)
    .replace(/&[mn]dash;/g, '–')
    .replace(MARKS, '');
  if (!BETWEEN.test(between)) return undefined;
  const range = { start: first.span.start, end: next.span.end };
  return numbered(first, numberOf(next.id), range, false);
}

/** `CEK-10 to 21`, `DSI-01-07` */
function shortEnd(text: string, first: Candidate): ControlRange | undefined {
  SHORT_END.lastIndex = first.span.end;
  const match = SHORT_END.exec(text);
  COUNTED_BELOW.lastIndex = SHORT_END.lastIndex;
  if (!match?.[1] || COUNTED_BELOW.test(text)) return undefined;
  const end = first.span.end + match[0].length;
  return numbered(first, Number(match[1]), { start: first.span.start, end }, true);
}

/** `STA-01, -02 and -05` */
function listAfter(text: string, first: Candidate, list: RegExp): ControlRange | undefined {
  list.lastIndex = first.span.end;
  const match = list.exec(text);
  if (!match) return undefined;
  const range = { start: first.span.start, end: list.lastIndex };
  const implied = [...match[0].matchAll(NUMBER)].map((digits) => {
    const start = first.span.end + digits.index;
    return { id: controlId(domainOf(first.id), Number(digits[0])), span: { start, end: start + 2 }, range };
  });
  return { range, implied };
}

/** `IAM-01, 02 and 14`: people count upwards. */
function looseList(text: string, first: Candidate): ControlRange | undefined {
  const list = listAfter(text, first, LOOSE_LIST);
  const ids = list ? [first.id, ...list.implied.map(({ id }) => id)] : [];
  const isAscending = ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''));
  return list && isAscending ? { ...list, isLoose: true } : undefined;
}

function numbered(
  first: Candidate,
  last: number,
  range: Span,
  includesEnd: boolean,
): ControlRange | undefined {
  const from = numberOf(first.id);
  if (last <= from || last - from > MAX_RANGE) return undefined;
  const implied: ImpliedControl[] = [];
  const end = includesEnd ? last : last - 1;
  for (let number = from + 1; number <= end; number++) {
    const isEnd = number === last;
    const span = isEnd ? { start: range.end - 2, end: range.end } : range;
    implied.push({ id: controlId(domainOf(first.id), number), span, range });
  }
  return { range, implied, lastNumber: last };
}
