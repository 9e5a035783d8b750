import { counted, message } from '../text/message';
import type { Rule } from './rule';
import { isTechnique, subjectOf, summedUp } from './summary';

/**
 * A file that names this many techniques, of the some 700 of a release, is an inventory: it was written or exported
 * along one release, and is brought to the next as a whole. The longest policy or report that we know names 90.
 */
const INVENTORY = 200;

/** In an inventory of techniques, what is outdated is summed up: `{0} and {1} more of the {2} named here were revoked.` */
export function onceInInventories(were: string): NonNullable<Rule['summarize']> {
  return (verdicts, { resolved }) => {
    const named = new Set(resolved.filter(({ reference }) => isTechnique(reference)).map(subjectOf)).size;
    if (named < INVENTORY) return verdicts;
    return summedUp(verdicts, {
      brief: (each) => each,
      ofMany: ({ reference }, more) =>
        message(
          `{0} and {1} more of the {2} named here were ${were}.`,
          reference.id,
          String(more),
          counted(named, 'technique'),
        ),
    });
  };
}
