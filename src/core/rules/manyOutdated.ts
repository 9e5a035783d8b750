import type { Place } from '../documents/place';
import { counted, message } from '../text/message';
import type { Rule, RuleContext, Verdict } from './rule';
import { eachOnce, isTechnique, quiet, subjectOf, summedUp } from './summary';

/**
 * A document with this many places of techniques is an inventory, such as an index of tests or detections: it follows one
 * release, and is brought to the next as a whole. Policies and reports of the corpus have 150 at most, its inventories
 * 540 and more.
 */
const INVENTORY = 200;
/** A document with more outdated techniques than this follows an earlier release, and is brought to today's as a whole. */
const MANY_OUTDATED = 10;

function isInventory({ resolved }: RuleContext): boolean {
  return resolved.filter(({ reference }) => isTechnique(reference)).length >= INVENTORY;
}

function isOfEarlierRelease({ resolved }: RuleContext): boolean {
  const outdated = resolved.filter(
    ({ reference, resolution }) =>
      isTechnique(reference) && resolution.kind === 'attack' && resolution.facts.status !== 'current',
  );
  return new Set(outdated.map(subjectOf)).size > MANY_OUTDATED;
}

/** In an inventory of techniques, the same message is given once, with the places where it would be said again. */
export function eachMessageOnceInInventories(
  verdicts: readonly Verdict[],
  context: RuleContext,
): readonly Verdict[] {
  if (!isInventory(context)) return verdicts;
  return eachOnce(verdicts, ({ message: { text } }) => text);
}

/** `id: T1562` and `reference: https://…/T1562/` of one entry, row or line: the first says it. */
function oncePerEntry(verdicts: readonly Verdict[]): readonly Verdict[] {
  const said = new Set<string>();
  return verdicts.map((verdict) => {
    const key = `${entryOf(verdict.reference.place)} ${subjectOf(verdict)}`;
    if (said.has(key)) return quiet(verdict, (same) => same);
    said.add(key);
    return verdict;
  });
}

function entryOf({ cell, keys, line }: Place): string {
  const holder = keys[keys.findIndex(({ name }) => name !== '') + 1];
  if (holder) return `entry ${holder.line}:${holder.column}`;
  return cell ? `row ${cell.row}` : `line ${line}`;
}

/**
 * What is outdated is said once for each entry. In an inventory of techniques, and where much is outdated, it is summed up:
 * `{0} and {1} more of the {2} named here were revoked.`
 */
export function onceInInventories(were: string): NonNullable<Rule['summarize']> {
  return (verdicts, context) => {
    if (!isInventory(context) && !isOfEarlierRelease(context)) return oncePerEntry(verdicts);
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
