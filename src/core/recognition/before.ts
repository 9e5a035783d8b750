import { parseIdentifier } from '../identifiers/grammar';
import { frameworksOf, NOTHING, readLabel, type Reading, type Thing } from './reading';
import { signalsIn, type Signals, type Term } from './signals';
import type { Signal } from './lexicon';

/** What the text right before an id says of it. */
export interface BeforeReading extends Reading {
  /** A noun right before the id that is no word for a control and none of its framework: `tape BCR-09`. */
  readonly noun?: string;
}

/**
 * What the running text before an id says. What comes after the last framework that it names is governed by that. The
 * line of the id begins at `lineStart`.
 */
export function readBefore(text: string, lineStart = 0): BeforeReading {
  if (text.trim() === '') return NOTHING;
  const signals = signalsIn(text);
  if (signals.words.length === 0) return NOTHING;
  const end = beforeIds(text, signals);
  const label = labelAtEnd(text.slice(0, signals.words[end]?.start));
  if (label && (label.frameworks.length > 0 || label.listsControls)) return label;
  const group = governingGroup(text, signals, end);
  const from = group[0]?.first ?? 0;
  const governed = signals.terms.filter(({ first }) => first >= from);
  const thing = thingBefore(text, signals, end);
  return {
    frameworks: withoutAside(text, signals, group),
    controls: governed.some(({ signal, row }) => signal === 'control' && !row.isLabel),
    isName: false,
    listsControls: endsInList(signals, end),
    techniques: governed.some(({ signal, row }) => signal === 'technique' && !row.isLabel),
    thing: thing ?? workItemIn(text, signals, from, lineStart),
    ...(thing ? {} : nounBefore(text, signals, end)),
  };
}

const MAX_LABEL = 40;

/** `Internal: ` and `**CSA**: ` are labels: there, names count that count as labels only. */
function labelAtEnd(text: string): Reading | undefined {
  const colon = /:[\s*_`"'[]{0,6}$/.exec(text)?.index;
  if (colon === undefined) return undefined;
  const label = /[^.;:,/|]*$/.exec(text.slice(Math.max(0, colon - MAX_LABEL - 1), colon))?.[0] ?? '';
  return readLabel(label);
}

/** `Mitigating controls IAM-01`, `mitigated by controls IAM-01`: without a colon it is a list as well. */
function endsInList({ terms }: Signals, end: number): boolean {
  const control = terms.find(({ signal, last, row }) => signal === 'control' && last === end && !row.isLabel);
  return (
    control !== undefined &&
    terms.some(({ signal, last }) => signal === 'mitigating' && last === control.first)
  );
}

/** The index after the last word before the ids that stand together with this one: `rooms IAM-01, IAM-02 and `. */
function beforeIds(text: string, { words }: Signals): number {
  let end = words.length;
  for (let id = idBefore(text, words, end); id !== undefined; id = idBefore(text, words, end)) end = id;
  return end;
}

/** The index at which the id begins that ends before `end`, joints left aside; undefined if there is none. */
function idBefore(text: string, words: Signals['words'], end: number): number | undefined {
  let at = end;
  while (at > 0 && JOINTS.has(words[at - 1]?.text ?? '')) at--;
  const code = words[at - 2];
  const number = words[at - 1];
  if (!code || !number?.isNumber) return undefined;
  const written = text.slice(code.start, number.end);
  const id = parseIdentifier(code.isCapital ? written.replace(' ', '-') : written); // `GRC 01`
  return id === undefined ? undefined : at - 2;
}

const JOINTS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'to',
  'through',
  'bis',
  'und',
  'y',
  'e',
  'et',
  'o',
]);

/** The last frameworks that are named together, `CCM and SOC 2`: those whose ids may come now. */
function governingGroup(text: string, signals: Signals, end: number): readonly Term[] {
  const named = signals.terms.filter(({ signal }) => signal === 'framework');
  const last = named.findLast((term) => isGoverning(text, signals, term, end));
  if (!last) return [];
  const group = [last];
  for (let at = named.indexOf(last) - 1; at >= 0; at--) {
    const previous = named[at];
    const first = group[0];
    if (!previous || !first || !areJoined(text, signals, previous, first)) break;
    group.unshift(previous);
  }
  return group;
}

/** A name that is one as a label only, and a framework with ids of another shape, govern what comes right after. */
function isGoverning(text: string, signals: Signals, term: Term, end: number): boolean {
  const { framework } = term.row;
  if (!framework) return false;
  const isLoose = term.row.isLabel !== true && (framework.isOurs || framework.looksLike.length > 0);
  return isLoose || isAttached(text, signals, term, end);
}

/** What stands between a name and its ids: `ISO 27001:2022 Annex A control `, `FedRAMP Rev5: `, but no bracket. */
const BETWEEN: ReadonlySet<Signal> = new Set<Signal>(['control', 'clause', 'id-word', 'version-word']);

function isAttached(text: string, { words, terms }: Signals, { last }: Term, end: number): boolean {
  const gap = text.slice(words[last - 1]?.end, words[end]?.start ?? text.length);
  if (gap.includes('(') || /[.;]\s|[,\r\n]/.test(gap) || end - last > MAX_BETWEEN) return false;
  return words.slice(last, end).every((word, index) => {
    const at = last + index;
    return (
      word.isNumber || terms.some((term) => BETWEEN.has(term.signal) && term.first <= at && at < term.last)
    );
  });
}

const MAX_BETWEEN = 8;
/** `CCM 4.1 and SOC 2`, `CCM / AICM`, with nothing but versions between them. */
const JOINED = /^[\s\d.v(),/&+-]*(?:and|or|und|et|y|e)?[\s/&+]*(?:the\s)?$/i;

function areJoined(text: string, { words }: Signals, first: Term, second: Term): boolean {
  const gap = text.slice(words[first.last - 1]?.end, words[second.first]?.start);
  return gap.length < MAX_GAP && /[\w,/&+]/.test(gap) && JOINED.test(gap);
}

const MAX_GAP = 24;

/** `IAM-14 (CCM 4.0) and IAM-15`: that edition is of the first id alone. */
function withoutAside(text: string, { words }: Signals, group: readonly Term[]): Reading['frameworks'] {
  const frameworks = frameworksOf(group);
  const start = words[group[0]?.first ?? 0]?.start ?? 0;
  const head = text.slice(Math.max(0, start - MAX_GAP), start);
  const isAside = /[)\]]/.test(text.slice(start)) && /\d[*_`]{0,3} ?[([](?:csa )?$/i.test(head);
  return isAside ? frameworks.map(({ key, isOurs, looksLike }) => ({ key, isOurs, looksLike })) : frameworks;
}

const THINGS: ReadonlySet<Signal> = new Set(['work-item', 'place', 'machine', 'part', 'task']);
/** Marks that may stand between a noun and what it calls so: `ticket #`, `Jira: **`; `room **`. */
const CALLS = /^[\s#:.*_`"]{1,6}$/;
const SENTENCE_END = /[.]\s/;
const CALLS_PLACE = /^[\s#*_`"]{1,6}$/;

/** A thing right before the ids: `ticket no `, `Jira: `, `rooms `, `gate 2 of `. */
function thingBefore(text: string, signals: Signals, end: number): Thing | undefined {
  const { words, terms } = signals;
  const last = words[end - 1]?.text === 'of' ? end - 1 : end;
  const idWord = terms.find((term) => term.signal === 'id-word' && term.last === last);
  const before = idWord?.first ?? (words[last - 1]?.isNumber ? last - 1 : last);
  const term = terms.find((each) => THINGS.has(each.signal) && each.last === before);
  if (!term) return undefined;
  const isPlace = term.signal === 'place' || term.signal === 'machine';
  const gap = text.slice(words[end - 1]?.end, words[end]?.start ?? text.length);
  if (!(isPlace ? CALLS_PLACE : CALLS).test(gap)) return undefined;
  if (term.signal === 'work-item' && !idWord && SENTENCE_END.test(gap)) return undefined; // but `ticket no. `
  return { signal: term.signal, isWeak: false, hasIdWord: idWord !== undefined, isWhole: true };
}

/** A ticket anywhere in the clause of the id and on its line, unless a framework is named after it. */
function workItemIn(
  text: string,
  { words, terms }: Signals,
  from: number,
  lineStart: number,
): Thing | undefined {
  const clause = Math.max(lastClause(text), lineStart);
  const item = terms.find(
    ({ signal, row, first, last }) =>
      signal === 'work-item' &&
      row.isWeak !== true &&
      first >= from &&
      (words[first]?.start ?? 0) >= clause &&
      !PROCESS.test(words[last]?.text ?? ''),
  );
  return item && { signal: 'work-item', isWeak: true, hasIdWord: false, isWhole: false };
}

const PROCESS = /(?:ing|ment|ion|ess|ty)$/;

/** Offset at which the last sentence or clause of a text begins. */
function lastClause(text: string): number {
  for (let at = text.length - 2; at > 0; at--) {
    const mark = text[at] ?? '';
    if (';\n—–'.includes(mark) || ('.!?'.includes(mark) && /\s/.test(text[at + 1] ?? ''))) return at + 1;
  }
  return 0;
}

/** Words with these ends are rarely nouns: participles, adverbs, adjectives. */
const NO_NOUN = /(?:ed|ing|ly|al|ive|able|ible|ous|ic|ful|less)$/;
const MIN_NOUN = 3;

/** A word right before the ids that the lexicon does not have, after an article or a preposition: `from tape`. */
function nounBefore(text: string, { words, terms }: Signals, end: number): { readonly noun?: string } {
  const word = words[end - 1];
  if (!word || word.isNumber || word.isCapital || word.text.length < MIN_NOUN || NO_NOUN.test(word.text))
    return {};
  if (!terms.some(({ signal, last }) => signal === 'determiner' && last === end - 1)) return {};
  const isKnown = terms.some(({ first, last }) => first < end && end <= last);
  const gap = text.slice(word.end, words[end]?.start ?? text.length);
  return isKnown || !/^[ \t]+[*_`]{0,3}$/.test(gap) ? {} : { noun: word.text };
}
