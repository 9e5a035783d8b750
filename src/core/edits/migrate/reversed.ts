import type { Analysis } from '../../analysis/analysis';
import { domainOf } from '../../identifiers/grammar';
import type { Reference } from '../../recognition/reference';
import { message } from '../../text/message';
import { oneOf, pattern } from '../../text/pattern';
import type { Collector, Renumbering } from './migration';

const MAX_JOINT = 16;
const TO = ['to', 'through', 'thru', 'until', 'up to'];
const JOINT = pattern('i', /^\s{0,3}/, oneOf(...TO, /[-\u2010-\u2015]/), /\s{0,3}$/);

/** `TVM-07 to TVM-05` is no range, but two ids: renumbered, they may stand in order, and be read as one. */
export function tellReversed(
  { document }: Analysis,
  first: Reference,
  second: Reference | undefined,
  renumber: Renumbering,
  out: Collector,
): void {
  if (!second || first.range || second.implied || domainOf(first.id) !== domainOf(second.id)) return;
  const between = document.text.slice(first.span.end, second.span.start);
  if (between.length > MAX_JOINT || !JOINT.test(between) || first.id <= second.id) return;
  const [from, to] = [renumber(first.id)?.id, renumber(second.id)?.id];
  if (from === undefined || to === undefined || from > to) return;
  const text = message(
    "{0} and {1} weren't a range, but are one now. Check what is meant.",
    first.id,
    second.id,
  );
  out.decide('range', { start: first.span.start, end: second.span.end }, text);
}
