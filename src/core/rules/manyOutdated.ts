import { counted, message } from '../text/message';
import type { Rule, RuleContext, Verdict } from './rule';
import { isTechnique, quiet, relatedTo, subjectOf, summedUp } from './summary';

/**
 * A document with this many places of techniques is an inventory, such as an index of tests or detections: it follows one
 * release, and is brought to the next as a whole. Policies and reports of the corpus have 150 at most, its inventories
 * 540 and more.
 */
const INVENTORY = 200;

function isInventory({ resolved }: RuleContext): boolean {
  return resolved.filter(({ reference }) => isTechnique(reference)).length >= INVENTORY;
}

/** In an inventory of techniques, the same message is given once, with the places where it would be said again. */
export function eachMessageOnceInInventories(
  verdicts: readonly Verdict[],
  context: RuleContext,
): readonly Verdict[] {
  if (!isInventory(context)) return verdicts;
  const byMessage = new Map<string, Verdict[]>();
  for (const verdict of verdicts)
    byMessage.set(verdict.message.text, [...(byMessage.get(verdict.message.text) ?? []), verdict]);
  return [...byMessage.values()].flatMap(([first, ...again]) =>
    first ? [...withPlaces(first, again), ...again.map((each) => quiet(each, (same) => same))] : [],
  );
}

function withPlaces(first: Verdict, again: readonly Verdict[]): readonly Verdict[] {
  if (again.length === 0) return [first];
  const { template, values } = first.message;
  const more = message(
    `${template} This also affects {${values.length}}.`,
    ...values,
    counted(again.length, 'other place'),
  );
  return [{ ...first, related: relatedTo(again), message: more }];
}

/** In an inventory of techniques, what is outdated is summed up: `{0} and {1} more of the {2} named here were revoked.` */
export function onceInInventories(were: string): NonNullable<Rule['summarize']> {
  return (verdicts, context) => {
    if (!isInventory(context)) return verdicts;
    const techniques = context.resolved.filter(({ reference }) => isTechnique(reference));
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
