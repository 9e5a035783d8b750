import { listed, message } from '../text/message';
import type { Verdict } from './rule';

/**
 * What is said alike of several controls of one range is said once, on the range: of those that are not written out,
 * and with them of its ends, unless something could take the place of an end.
 */
export function mergeRanges(verdicts: readonly Verdict[]): Verdict[] {
  const startByEnd = rangesIn(verdicts);
  const merged: Verdict[] = [];
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const start = isInside(verdict) ? verdict.reference.span.start : startOfRange(verdict, startByEnd);
    if (start === undefined) {
      merged.push(verdict);
      continue;
    }
    const [, ...rest] = verdict.message.values;
    const key = [start, verdict.message.template, ...rest].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  for (const group of groups.values()) merged.push(...asOne(group));
  return merged;
}

/** A member that is not written out: the range is its place. */
function isInside({ reference: { implied, range, span } }: Verdict): boolean {
  return implied && span.start === range?.start;
}

/** Where the ranges start that the verdicts speak of, by where they end. */
function rangesIn(verdicts: readonly Verdict[]): ReadonlyMap<number, number> {
  return new Map(verdicts.filter(isInside).map(({ reference: { span } }) => [span.end, span.start]));
}

/** Where the range starts of which the verdict's control is an end. */
function startOfRange(
  { reference, replacements, declare }: Verdict,
  startByEnd: ReadonlyMap<number, number>,
): number | undefined {
  if (startByEnd.size === 0 || replacements || declare || reference.tail !== undefined) return undefined;
  const { range, span } = reference;
  if (range && span.start === range.start) return startByEnd.get(range.end);
  return startByEnd.get(span.end);
}

/** The first value of a rule's message names what it speaks of: here, all of them. */
function asOne(group: readonly Verdict[]): readonly Verdict[] {
  const inside = group.find(isInside);
  const [first] = group;
  if (!inside || !first || group.length === 1) return group;
  const ids = listed(group.map(({ reference }) => reference.id));
  const [, ...values] = first.message.values;
  return [{ reference: inside.reference, message: message(first.message.template, ids, ...values) }];
}
