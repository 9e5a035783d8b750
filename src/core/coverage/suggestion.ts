import type { CanonicalId } from '../identifiers/grammar';
import type { Coverage } from './coverage';
import type { ControlLine } from './controls';

/** Which controls to cite next, so that every open technique has one that is mapped to it. */
export interface Suggestion {
  /** How many techniques are open. */
  readonly open: number;
  /** The control with most open techniques first, then the one with most of what is left, and so on. */
  readonly steps: readonly SuggestedControl[];
}

export interface SuggestedControl {
  readonly control: ControlLine;
  /** Open techniques that no control before it in the list is mapped to; never empty. */
  readonly addresses: readonly CanonicalId[];
}

/** Takes the control that addresses most, then the one that addresses most of the rest; of equals, the lower ID. */
export function suggestionOf({ techniques, controls }: Coverage): Suggestion {
  const gaps = new Set(techniques.filter(({ state }) => state === 'gap').map(({ id }) => id));
  const open = gaps.size;
  const candidates = controls.filter(({ role }) => role === 'not-cited');
  const steps: SuggestedControl[] = [];
  for (;;) {
    const control = mostOf(candidates, gaps);
    if (!control) return { open, steps };
    steps.push({ control, addresses: control.techniques.filter((id) => gaps.delete(id)) });
  }
}

/** The first of those with most of what is open; undefined if none has any. */
function mostOf(controls: readonly ControlLine[], open: ReadonlySet<CanonicalId>): ControlLine | undefined {
  let best: ControlLine | undefined;
  let most = 0;
  for (const control of controls) {
    const gain = control.techniques.filter((id) => open.has(id)).length;
    if (gain > most) [best, most] = [control, gain];
  }
  return best;
}
