import { frameworkDescriptor } from '../frameworks/registry';
import { ATTACK, type Family } from '../identifiers/grammar';
import type { Clue, Observable } from './clue';
import type { Surroundings } from './context';
import { CONTROL_CLUES } from './controlClues';
import type { Fact, FactReader } from './facts';
import type { Signal } from './lexicon';
import type { LocatedCandidate } from './locate';
import { sideOf, type Reading, type Scope, type Side, type Thing } from './reading';
import type { Certainty, Evidence } from './reference';
import { isUnderLabel } from './spacedIds';
import { TECHNIQUE_CLUES } from './techniqueClues';

/** The only judgement. */
export const CLUES: readonly Clue[] = [...CONTROL_CLUES, ...TECHNIQUE_CLUES];

/** Sums that a reference has to reach. */
export const CERTAIN = 6;
export const LIKELY = 3;

/** Clues by what is observed: each observation counts for one clue at most. */
export type ClueTable = ReadonlyMap<string, Clue>;

export function tableOf(clues: readonly Clue[]): ClueTable {
  return new Map(
    clues.flatMap((clue) => clue.needs.map((need) => [`${clue.family} ${need}`, clue] as const)),
  );
}

export const CLUE_TABLE: ClueTable = tableOf(CLUES);

/** What governs an id: the nearest piece that names a framework, or calls the ids something else. */
export interface Governor {
  readonly side: Side | 'thing';
  readonly scope: Scope;
}

export interface Judgement {
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
}

/** Weighs a candidate; undefined if it is no reference, since its framework must be named and is not. */
export function judge(
  each: LocatedCandidate,
  surroundings: Surroundings,
  facts: FactReader,
  table: ClueTable = CLUE_TABLE,
): Judgement | undefined {
  const { family, id } = each.candidate;
  const evidence: Evidence[] = [];
  const seen = new Set<Clue>();
  const kind = family === ATTACK ? 'technique' : 'control';
  let sum = 0;
  const observe = (observed: Observable, text: string): void => {
    const clue = table.get(`${kind} ${observed}`);
    if (!clue || seen.has(clue)) return;
    seen.add(clue);
    sum += clue.weight;
    evidence.push({ clue: clue.id, weight: clue.weight, text: text.slice(0, MAX_TEXT) });
  };
  if (each.isSpaced && !isUnderLabel(surroundings.pieces, family)) return undefined;
  const governor = readPieces(surroundings, family, isDivided(family, id), observe);
  const isNear = governor !== undefined && governor.scope !== 'document';
  if (mustBeNamed(family) && !(governor?.side === 'own' && isNear)) return undefined;
  const isNamed = governor !== undefined && isNear;
  facts.read(each, surroundings, isNamed, (fact: Fact, text: string) => observe(fact, text));
  return { certainty: certaintyOf(sum), evidence };
}

const MAX_TEXT = 120;

function mustBeNamed(family: Family): boolean {
  return family !== ATTACK && frameworkDescriptor(family).mustBeNamed;
}

/** Tasks and parts have no sub-numbers. */
function isDivided(family: Family, id: string): boolean {
  return family === ATTACK && id.includes('.');
}

/** Observes what each piece says, nearest first; the first that names a framework, or a thing, governs. */
function readPieces(
  { pieces }: Surroundings,
  family: Family,
  hasNoThing: boolean,
  observe: (observed: Observable, text: string) => void,
): Governor | undefined {
  let governor: Governor | undefined;
  const isNamedOver = pieces.some(
    ({ scope, reading }) => OVER.has(scope) && sideOf(reading, family, scope) === 'own',
  );
  let isTopic = hasNoThing; // in a column or a list of controls, what rows and sections are about is no matter
  for (const { scope, reading, text } of pieces) {
    const side = sideOf(reading, family, scope);
    const isFarWord = scope === 'before' && reading.thing?.isWeak === true;
    const thing = isFarWord && isNamedOver ? undefined : thingIn(reading, family, scope);
    const callsThing = thing === 'thing' && (side === undefined || isRightBefore(reading, scope));
    if (callsThing && !isTopic) {
      if (!governor) observe(`thing ${scope}`, text);
      governor ??= { side: 'thing', scope };
    } else if (side !== undefined) {
      if (!governor) observe(`${side} ${scope}`, text);
      governor ??= { side, scope };
    } else if (thing === 'maybe-thing') {
      if (!governor && !isTopic) observe(`maybe-thing ${scope}`, text);
    } else if (thing === undefined) {
      const isTopicHere = observeTopic(reading, family, scope, text, observe);
      isTopic ||= isTopicHere && (scope === 'column' || scope === 'key');
    }
  }
  return governor;
}

/** Where a name says of all that is below it what it is: a ticket that the sentence mentions as well is beside the point. */
const OVER: ReadonlySet<Scope> = new Set(['column', 'row', 'key', 'list', 'heading']);

function observeTopic(
  reading: Reading,
  family: Family,
  scope: Scope,
  text: string,
  observe: (observed: Observable, text: string) => void,
): boolean {
  const isTopic = family === ATTACK ? reading.techniques : reading.controls;
  if (isTopic)
    observe(family !== ATTACK && reading.listsControls ? `listing ${scope}` : `topic ${scope}`, text);
  return isTopic;
}

const CONTROL_THINGS: ReadonlySet<Signal> = new Set(['work-item', 'place', 'machine', 'part', 'task']);
const TECHNIQUE_THINGS: ReadonlySet<Signal> = new Set(['place', 'part', 'task']);

function thingIn({ thing }: Reading, family: Family, scope: Scope): 'thing' | 'maybe-thing' | undefined {
  if (!thing || (scope === 'after' && !thing.isWhole)) return undefined;
  if (family === ATTACK) return TECHNIQUE_THINGS.has(thing.signal) ? 'thing' : undefined;
  if (!CONTROL_THINGS.has(thing.signal)) return undefined;
  return (scope === 'heading' || scope === 'list') && thing.isWeak ? weakAbove(thing, scope) : 'thing';
}

/** A section on servers names what holds there; one on issues may speak of those of controls. */
function weakAbove({ signal, hasIdWord }: Thing, scope: Scope): 'thing' | 'maybe-thing' | undefined {
  if (signal === 'work-item' || signal === 'task') return 'maybe-thing';
  return hasIdWord || scope === 'list' ? 'thing' : undefined;
}

/** `CCM ticket IAM-14`: what the id is called right before it counts more than what is named before that. */
function isRightBefore({ thing }: Reading, scope: Scope): boolean {
  return scope === 'before' && thing !== undefined && !thing.isWeak;
}

export function certaintyOf(sum: number): Certainty {
  if (sum >= CERTAIN) return 'certain';
  return sum >= LIKELY ? 'likely' : 'doubtful';
}
