import type { Analysis } from '../../analysis/analysis';
import type { Reference } from '../../recognition/reference';
import { oneOf, pattern } from '../../text/pattern';
import type { Entry } from './entries';

/** What may be between two IDs of one list in a sentence or a cell: `, `, `; `, ` / `, ` and `, `<br>`. */
const JOINT = pattern(
  '',
  /^[*_`\])]{0,3}\s?/,
  oneOf(',', ';', '/', '&', '<br ?/?>', /,? ?\b(?:and|or)\b/),
  /\s?[*_`[(]{0,3}$/,
);

/** The IDs that a sentence or a cell lists, as entries; by the start of each. */
export function runEntries({ document, references }: Analysis): Map<number, Entry[]> {
  const runs = new Map<number, Entry[]>();
  let run: Entry[] = [];
  let last: Reference | undefined;
  for (const reference of references) {
    if (reference.implied || reference.linkText) continue;
    const joint = last && document.text.slice(last.span.end, reference.span.start);
    if (joint === undefined || joint.length > 12 || !JOINT.test(joint)) run = [];
    const removal =
      joint === ', ' && run.length > 0 && last
        ? { start: last.span.end, end: reference.span.end }
        : undefined;
    const { span } = reference;
    run.push({
      container: `run${run[0]?.head.start ?? span.start}`,
      isKey: false,
      head: span,
      content: span,
      removal,
    });
    runs.set(span.start, run);
    last = reference;
  }
  return runs;
}
