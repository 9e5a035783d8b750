import type { Family } from '../identifiers/grammar';
import type { Mentions } from './mentions';
import type { Certainty } from './reference';

/**
 * How much each thing weighs, by where it stands. `own` is the framework's own name, `other` another framework's,
 * `topic` a word such as "controls" (for a technique: "technique"), `against` a work item, a place or a machine (for a technique: a task).
 * The numbers are tuned on real documents; `CERTAIN` and `LIKELY` are the bars that a sum has to reach.
 */
export interface ScopeWeights {
  readonly own: number;
  readonly other: number;
  readonly topic: number;
  readonly against: number;
}

export const CERTAIN = 6;
export const LIKELY = 3;
/** A list or a column of mitigating controls needs no mention of the framework. */
const LISTED = 5;
/** Issues and a backlog are a tracker's or those of controls: two other things have to speak for the latter. */
const ISSUES = -5;

type ContextScope =
  'prefix' | 'after' | 'before' | 'column' | 'row' | 'list' | 'heading' | 'key' | 'front-matter' | 'document';

const CONTROL_WEIGHTS: Readonly<Record<ContextScope, ScopeWeights>> = {
  prefix: { own: 10, other: -12, topic: 0, against: 0 },
  after: { own: 8, other: -12, topic: 0, against: -12 },
  before: { own: 8, other: -8, topic: 3, against: -6 },
  column: { own: 8, other: -12, topic: 5, against: -12 },
  row: { own: 8, other: -12, topic: 3, against: -3 },
  list: { own: 6, other: -8, topic: 4, against: -3 },
  heading: { own: 6, other: -10, topic: 3, against: -4 },
  key: { own: 8, other: -10, topic: 5, against: -12 },
  'front-matter': { own: 5, other: -8, topic: 0, against: 0 },
  document: { own: 3, other: -4, topic: 0, against: 0 },
};

const TECHNIQUE_WEIGHTS: Readonly<Record<ContextScope, ScopeWeights>> = {
  prefix: { own: 10, other: -12, topic: 2, against: -4 },
  after: { own: 6, other: -12, topic: 0, against: 0 },
  before: { own: 6, other: -8, topic: 3, against: -6 },
  column: { own: 6, other: -12, topic: 5, against: -12 },
  row: { own: 6, other: -12, topic: 4, against: -12 },
  list: { own: 4, other: -4, topic: 2, against: -4 },
  heading: { own: 5, other: -6, topic: 3, against: -6 },
  key: { own: 6, other: -8, topic: 5, against: -6 },
  'front-matter': { own: 3, other: 0, topic: 0, against: 0 },
  document: { own: 3, other: 0, topic: 0, against: 0 },
};

export function weightsOf(family: Family): Readonly<Record<ContextScope, ScopeWeights>> {
  return family === 'attack' ? TECHNIQUE_WEIGHTS : CONTROL_WEIGHTS;
}

/** The least and the most that the document as a whole can add to a sum. */
export function documentBounds(family: Family): { readonly least: number; readonly most: number } {
  return family === 'attack' ? TECHNIQUE_BOUNDS : CONTROL_BOUNDS;
}

const TECHNIQUE_BOUNDS = boundsOf(TECHNIQUE_WEIGHTS.document);
const CONTROL_BOUNDS = boundsOf(CONTROL_WEIGHTS.document);

function boundsOf(weights: ScopeWeights): { readonly least: number; readonly most: number } {
  const each = [0, weights.own, weights.other, weights.topic, weights.against];
  return { least: Math.min(...each), most: Math.max(...each) };
}

export type { ContextScope };

/** Rivals of ATT&CK, and of nothing else: the others are those of CCM. */
const ATTACK_RIVALS = /^(?:atlas|aml|nice)$/i;
/** Where a framework with ids of another shape counts too: a column or a key of it holds nothing of ours. */
const NAMED_SCOPES: ReadonlySet<ContextScope> = new Set(['prefix', 'column', 'row', 'key']);

/** Which framework a piece of context speaks for: ours, another one, or none. */
export type Side = 'own' | 'other' | undefined;

export function sideOf(family: Family, scope: ContextScope, mentions: Mentions): Side {
  const isAttack = family === 'attack';
  if (isAttack ? mentions.attack : mentions.ccm) return 'own';
  const { rival, other } = mentions;
  const isRival = rival !== undefined && ATTACK_RIVALS.test(rival) === isAttack;
  if (isAttack) return isRival ? 'other' : undefined;
  return isRival || (other !== undefined && NAMED_SCOPES.has(scope)) ? 'other' : undefined;
}

/** True where the piece says that ids below or after it are something else: tickets, rooms, tasks. */
export function isAgainst(family: Family, mentions: Mentions): boolean {
  return family === 'attack' ? mentions.task : mentions.elsewhere;
}

/** The weight of one piece of context, zero where it says nothing. */
export function weigh(family: Family, scope: ContextScope, mentions: Mentions): number {
  const weights = weightsOf(family)[scope];
  const side = sideOf(family, scope, mentions);
  if (side) return weights[side];
  if (isAgainst(family, mentions)) return weights.against;
  if (family === 'attack') return mentions.techniques ? weights.topic : 0;
  if (mentions.issues) return ISSUES;
  if (mentions.listsControls) return Math.max(weights.topic, LISTED);
  return mentions.controls ? weights.topic : 0;
}

export function certaintyOf(sum: number): Certainty {
  if (sum >= CERTAIN) return 'certain';
  return sum >= LIKELY ? 'likely' : 'doubtful';
}
