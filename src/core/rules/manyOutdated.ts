import { counted, message } from '../text/message';
import type { Rule, RuleContext, Verdict } from './rule';
import { eachOnce, isTechnique, quiet, subjectOf, summedUp } from './summary';

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
  return eachOnce(verdicts, ({ message: { text } }) => text);
}

/** `id: T1562` and `reference: https://…/T1562/` of one entry: the first says it. */
function oncePerEntry(verdicts: readonly Verdict[]): readonly Verdict[] {
  const said = new Set<string>();
  return verdicts.map((verdict) => {
    const { keys } = verdict.reference.place;
    const holder = keys[keys.findIndex(({ name }) => name !== '') + 1];
    if (!holder) return verdict;
    const entry = `${holder.line}:${holder.column} ${subjectOf(verdict)}`;
    if (said.has(entry)) return quiet(verdict, (same) => same);
    said.add(entry);
    return verdict;
  });
}

/**
 * What is outdated is said once for each entry of YAML. In an inventory of techniques it is summed up: `{0} and {1} more of
 * the {2} named here were revoked.`
 */
export function onceInInventories(were: string): NonNullable<Rule['summarize']> {
  return (verdicts, context) => {
    if (!isInventory(context)) return oncePerEntry(verdicts);
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
