import type { Fact } from './facts';
import type { Scope } from './reading';

/** What a piece of context may say of an id. */
export type Saying =
  /** It names the id's own framework, and is the nearest that names any. */
  | 'own'
  /** It names another framework, whose ids these would be. */
  | 'other'
  /** It calls the ids something else: tickets, rooms, tasks. */
  | 'thing'
  /** It may call them something else: issues may be those of controls. */
  | 'maybe-thing'
  /** It speaks of controls; of techniques. */
  | 'topic'
  /** It is the name of a list of controls. */
  | 'listing';

/** What can be observed of an id: what a piece of context says, or a fact. */
export type Observable = `${Saying} ${Scope}` | Fact;

/**
 * One judgement. `example` holds an id in ⟦ ⟧ for which the clue counts, `counter` one for which it does not; both are
 * tests. `seen` names the sources of real documents where it was needed, or says why it stays without.
 */
export interface Clue {
  readonly id: string;
  readonly family: 'control' | 'technique';
  readonly needs: readonly Observable[];
  readonly weight: number;
  readonly example: string;
  readonly counter: string;
  readonly seen: string;
}
