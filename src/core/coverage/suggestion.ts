import type { CanonicalId } from '../identifiers/grammar';
import type { Coverage } from './coverage';
import type { ControlLine } from './controls';
import { greedyCover, smallestCover } from './setCover';

/** Which controls to cite next, so that every open technique has one that is mapped to it. */
export interface Suggestion {
  /** How many techniques are open. */
  readonly open: number;
  /** The control with most open techniques first, then the one with most of what is left, and so on. */
  readonly steps: readonly SuggestedControl[];
  /** As few controls as will do for all of them, in the order of the greatest gain. */
  readonly smallest: readonly SuggestedControl[];
  /** True where it is proven that no fewer will do; else `smallest` is the best that was found. */
  readonly isExact: boolean;
}

export interface SuggestedControl {
  readonly control: ControlLine;
  /** Open techniques that no control before it in the list is mapped to; never empty. */
  readonly addresses: readonly CanonicalId[];
}

/** Among controls that address equally many, the one with the lower id comes first. */
export function suggestionOf({ techniques, controls }: Coverage): Suggestion {
  const gaps = techniques.filter(({ state }) => state === 'gap').map(({ id }) => id);
  const numbers = new Map(gaps.map((id, number) => [id, number]));
  const candidates = controls.filter(({ role }) => role === 'not-cited');
  const sets = candidates.map((control) => control.techniques.flatMap((id) => numbers.get(id) ?? []));
  const problem = { elements: gaps.length, sets };
  const greedy = greedyCover(problem);
  const { sets: smallest, exact } = smallestCover(problem);
  const stepsOf = (chosen: readonly number[]): SuggestedControl[] => {
    const some = [...chosen].sort((a, b) => a - b);
    const order = greedyCover({ elements: gaps.length, sets: some.map((set) => sets[set] ?? []) });
    const left = new Set(gaps);
    return order.flatMap((at) => {
      const control = candidates[some[at] ?? -1];
      if (!control) return [];
      const addresses = control.techniques.filter((id) => left.delete(id));
      return [{ control, addresses }];
    });
  };
  return { open: gaps.length, steps: stepsOf(greedy), smallest: stepsOf(smallest), isExact: exact };
}
