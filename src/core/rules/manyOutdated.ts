import { counted, message } from '../text/message';
import type { Rule } from './rule';
import { isTechnique, subjectOf, summedUp } from './summary';

/**
 * A document with this many places of techniques is an inventory, such as an index of tests or detections: it follows one
 * release, and is brought to the next as a whole. Policies and reports of the corpus have 150 at most, its inventories
 * 540 and more.
 */
const INVENTORY = 200;

/** In an inventory of techniques, what is outdated is summed up: `{0} and {1} more of the {2} named here were revoked.` */
export function onceInInventories(were: string): NonNullable<Rule['summarize']> {
  return (verdicts, { resolved }) => {
    const techniques = resolved.filter(({ reference }) => isTechnique(reference));
    if (techniques.length < INVENTORY) return verdicts;
    const named = new Set(techniques.map(subjectOf)).size;
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
