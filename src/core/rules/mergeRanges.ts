import { listed, message } from '../text/message';
import type { Rule, Verdict } from './rule';

/**
 * What is said alike of several controls of one range is said once, on the range: of those that are not written out,
 * and with them of its ends, unless something could take the place of an end. A rule with `ofRange` says all of it in
 * one message.
 */
export function mergeRanges(verdicts: readonly Verdict[], ofRange?: Rule['ofRange']): Verdict[] {
  const startByEnd = rangesIn(verdicts);
  const merged: Verdict[] = [];
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const start = isInside(verdict) ? verdict.reference.span.start : startOfRange(verdict, startByEnd);
    if (start === undefined) {
      merged.push(verdict);
      continue;
    }
    const key = [start, verdict.isQuiet, ...(ofRange ? [] : saidAlike(verdict))].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  for (const group of groups.values()) merged.push(...asOne(group, ofRange));
  return merged;
}

/** The first value of a rule's message names what it speaks of; the rest is the same of several. */
function saidAlike({ message: { template, values } }: Verdict): readonly string[] {
  return [template, ...values.slice(1)];
}

/** A member that is not written out: the range is its place. */
function isInside({ reference: { implied, range, span }, isSummary }: Verdict): boolean {
  return isSummary !== true && implied && span.start === range?.start;
}

/** Where the ranges start that the verdicts speak of, by where they end. */
function rangesIn(verdicts: readonly Verdict[]): ReadonlyMap<number, number> {
  return new Map(verdicts.filter(isInside).map(({ reference: { span } }) => [span.end, span.start]));
}

/** Where the range starts of which the verdict's control is an end. */
function startOfRange(
  { reference, replacements, declare, isSummary }: Verdict,
  startByEnd: ReadonlyMap<number, number>,
): number | undefined {
  if (startByEnd.size === 0 || replacements || declare || isSummary || reference.tail !== undefined)
    return undefined;
  const { range, span } = reference;
  if (range && span.start === range.start) return startByEnd.get(range.end);
  return startByEnd.get(span.end);
}

function asOne(group: readonly Verdict[], ofRange: Rule['ofRange']): readonly Verdict[] {
  const inside = group.find(isInside);
  const [first] = group;
  if (!inside || !first || group.length === 1) return group;
  const isAlike = new Set(group.map((each) => saidAlike(each).join('\n'))).size === 1;
  const told = ofRange && !isAlike ? ofRange(group) : ofAll(first, group);
  const { isQuiet } = first;
  return [{ reference: inside.reference, message: told, ...(isQuiet === true ? { isQuiet } : {}) }];
}

/** The first value of a rule's message names what it speaks of: here, all of them. */
function ofAll({ message: { template, values } }: Verdict, group: readonly Verdict[]): Verdict['message'] {
  return message(template, listed(group.map(({ reference }) => reference.id)), ...values.slice(1));
}
