import { ATTACK, type Family } from '../identifiers/grammar';
import type { Named, Signal } from './lexicon';
import { signalsIn, type Signals, type Term } from './signals';

/** Where a piece of text stands that says what an id is; nearest first, but for those that stand around a place. */
export type Scope =
  'prefix' | 'after' | 'before' | 'column' | 'row' | 'key' | 'list' | 'heading' | 'front-matter' | 'document';

/** A framework that a piece of text names, and in which version. */
export interface NamedFramework extends Named {
  readonly version?: string;
}

/** What a piece of text says of the ids that stand in it, after it or below it. */
export interface Reading {
  readonly frameworks: readonly NamedFramework[];
  /** It is the name of a framework and nothing else: `NIST_800_53`, `CSA CCM v4.1`. */
  readonly isName: boolean;
  readonly controls: boolean;
  /** It is the name of a list of controls: "Mitigating controls", "Controls". */
  readonly listsControls: boolean;
  readonly techniques: boolean;
  /** What else the ids are called, and whether that is all that the text can mean. */
  readonly thing: Thing | undefined;
}

export interface Thing {
  readonly signal: Signal;
  /** The word has everyday uses too. */
  readonly isWeak: boolean;
  /** The text speaks of its codes: "Site codes". */
  readonly hasIdWord: boolean;
  /** The text says nothing else: "Jira", "ticket no". */
  readonly isWhole: boolean;
}

export const NOTHING: Reading = {
  frameworks: [],
  isName: false,
  controls: false,
  listsControls: false,
  techniques: false,
  thing: undefined,
};

const THINGS: ReadonlySet<Signal> = new Set(['work-item', 'place', 'machine', 'part', 'task']);
/** A longer text says more than what its ids are. */
const MAX_LABEL = 40;

/** Reads a label: the header of a column, the label of a row, a key, a heading, what leads in a list, a prefix. */
export function readLabel(text: string): Reading {
  if (text.length < 2) return NOTHING;
  const signals = signalsIn(text);
  if (signals.terms.length === 0) return NOTHING;
  const isShort = text.length < MAX_LABEL;
  const isWhole = (only: ReadonlySet<Signal>): boolean => isShort && isMadeOf(signals, only);
  const isNamed = signals.terms.some(({ signal, row }) => signal === 'framework' && row.isLabel !== true);
  const isLabel = isWhole(LABEL_SIGNALS);
  const terms = signals.terms.filter(
    ({ signal, row }) => row.isLabel !== true || (isLabel && !(isNamed && signal === 'framework')),
  );
  const controls = terms.some(({ signal }) => signal === 'control');
  return {
    frameworks: frameworksOf(terms),
    isName: isWhole(NAME_SIGNALS) && terms.some(({ signal }) => signal === 'framework'),
    controls,
    listsControls: controls && isWhole(LIST_SIGNALS) && isPluralOrMitigating(signals),
    techniques: terms.some(({ signal }) => signal === 'technique'),
    thing: isShort && !controls ? thingOf(text, signals) : undefined,
  };
}

/** Words beside which a label's name is still all that it says: `CSA controls`, `NIST ref`. */
const LABEL_SIGNALS: ReadonlySet<Signal> = new Set<Signal>([
  ...([
    'framework',
    'control',
    'technique',
    'id-word',
    'version-word',
    'clause',
    'function',
    'mitigating',
  ] as const),
]);
const NAME_SIGNALS: ReadonlySet<Signal> = new Set<Signal>(['framework', 'version-word']);
const LIST_SIGNALS: ReadonlySet<Signal> = new Set<Signal>([
  'control',
  'mitigating',
  'function',
  'determiner',
  'id-word',
]);

/** Numbers say nothing. */
function isMadeOf({ words, terms }: Signals, signals: ReadonlySet<Signal>): boolean {
  let covered = words.filter(({ isNumber }) => isNumber).length;
  for (const { signal, first, last } of terms) {
    if (!signals.has(signal)) return false;
    covered += words.slice(first, last).filter(({ isNumber }) => !isNumber).length;
  }
  return covered === words.length;
}

/** A single "Control" says what a row is about; "Controls" and "Mitigating control" list some. */
function isPluralOrMitigating({ words, terms }: Signals): boolean {
  return terms.some(
    ({ signal, last }) =>
      signal === 'mitigating' || (signal === 'control' && PLURAL.test(words[last - 1]?.text ?? '')),
  );
}

const PLURAL = /(?:s|en|i|e)$/;

export function frameworksOf(terms: readonly Term[]): NamedFramework[] {
  return terms.flatMap(({ row: { framework }, version }) =>
    framework ? [version === undefined ? framework : { ...framework, version }] : [],
  );
}

/**
 * What a label calls its ids: the noun that it ends in, numbers and words for an id left aside ("Server name", "Meeting
 * rooms", "numéro de ticket"). A weak noun has at most one other word before it.
 */
function thingOf(text: string, signals: Signals): Thing | undefined {
  const strong = signals.terms.find(
    (term) => THINGS.has(term.signal) && !term.row.isWeak && !isProcess(signals, term),
  );
  const hasIdWord = signals.terms.some(({ signal }) => signal === 'id-word');
  const isWhole = isMadeOf(signals, CALLING);
  if (strong) return { signal: strong.signal, isWeak: false, hasIdWord, isWhole };
  const end = endOfHead(text, signals);
  const head = signals.terms.find(({ last }) => last === end);
  if (!head || !THINGS.has(head.signal) || head.first > 1) return undefined;
  return { signal: head.signal, isWeak: true, hasIdWord, isWhole };
}

const CALLING: ReadonlySet<Signal> = new Set<Signal>([...THINGS, 'id-word']);

/** "Ticket handling", "bug bounty", "change request process": nouns of action, no names of items. */
function isProcess({ words }: Signals, { last }: Term): boolean {
  return PROCESS.test(words[last]?.text ?? '');
}

const PROCESS = /(?:ing|ment|ion|ess|ty)$/;

/** The index after the last word of the noun that a label ends in. */
function endOfHead(text: string, { words, terms }: Signals): number {
  const bracket = text.indexOf('(', 1);
  const stop = bracket < 0 ? words.length : words.filter(({ start }) => start < bracket).length;
  const preposition = terms.find(({ signal, first }) => isFunction(signal) && first > 0);
  const cut = Math.min(stop, preposition?.first ?? stop);
  return withoutIdWords(terms, words, cut) || withoutIdWords(terms, words, stop);
}

function isFunction(signal: Signal): boolean {
  return signal === 'function' || signal === 'determiner';
}

function withoutIdWords(terms: readonly Term[], words: Signals['words'], from: number): number {
  let end = from;
  while (end > 0) {
    const term = terms.find(({ last }) => last === end);
    if (term?.signal !== 'id-word' && words[end - 1]?.isNumber !== true) break;
    end = term?.signal === 'id-word' ? term.first : end - 1;
  }
  return end;
}

/** Which framework a piece speaks for: the candidate's own, another one, or none. */
export type Side = 'own' | 'other' | undefined;

/** Where a framework with ids of another shape counts too: there, what is named holds nothing but its own ids. */
const LABELS: ReadonlySet<Scope> = new Set(['prefix', 'before', 'column', 'row', 'key']);

export function sideOf({ frameworks }: Reading, family: Family, scope: Scope): Side {
  if (frameworks.some(({ key }) => key === family)) return 'own';
  return frameworks.some((named) => isOther(named, family, scope)) ? 'other' : undefined;
}

function isOther({ key, looksLike, writtenLike }: NamedFramework, family: Family, scope: Scope): boolean {
  if (looksLike.includes(family)) return true;
  if (family === ATTACK) return LABELS.has(scope) && writtenLike?.includes(family) === true;
  return key !== ATTACK && LABELS.has(scope);
}

/** The version in which the piece names the framework, where all that it names agree. */
export function editionIn({ frameworks }: Reading, family: Family): string | undefined {
  const versions = new Set(
    frameworks.flatMap(({ key, version }) => (key === family && version !== undefined ? [version] : [])),
  );
  return versions.size === 1 ? [...versions][0] : undefined;
}
