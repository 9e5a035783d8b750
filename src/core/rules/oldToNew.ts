import type { PolicyDocument } from '../documents/document';
import { ADDRESS, EMPHASIS } from '../documents/marks';
import type { CanonicalId } from '../identifiers/grammar';
import type { Reference } from '../recognition/reference';
import { oneOf, pattern } from '../text/pattern';
import type { Span } from '../text/span';

const OLD = ['old', 'former', 'previous', 'revoked', 'deprecated', 'retired', 'replaced'];
const OLD_HEADER = pattern('i', '\\b', oneOf(...OLD), '\\b');
/** `: `, ` → `, and ` / ` between links: `[T1086](…) / [T1059.001](…)` names both. */
const ARROW = /\s{0,3}(?::|->|=>|→|\/)\s{0,3}["'`*_[]{0,3}/;
const LEADS_TO = pattern('', '^', EMPHASIS, ADDRESS, ARROW, '$');
const MAX_GAP = 120;
/** A mapping names the successor near its start. */
const MAX_LINES = 8;

/**
 * An ID that a table or a mapping leads to its successor: `| T1562.001 | T1685 |`, `T1562.001: T1685`, and one in a column
 * of old IDs. Such documents cite it on purpose.
 */
export class OldToNew {
  private readonly byLine = new Map<number, Reference[]>();

  constructor(
    private readonly document: PolicyDocument,
    references: readonly Reference[],
  ) {
    for (const reference of references) {
      const line = this.byLine.get(reference.place.line);
      if (line) line.push(reference);
      else this.byLine.set(reference.place.line, [reference]);
    }
  }

  isOld({ place, span }: Reference, successors: readonly CanonicalId[]): boolean {
    if (place.cell && OLD_HEADER.test(place.cell.header)) return true;
    if (this.leadsBelow(span, successors)) return true;
    return (this.byLine.get(place.line) ?? []).some((other) => {
      if (!successors.includes(other.id) || other.span.start < span.end) return false;
      if (place.cell && other.place.cell) return place.cell.column !== other.place.cell.column;
      const gap = this.document.text.slice(span.end, other.span.start);
      return gap.length <= MAX_GAP && LEADS_TO.test(gap);
    });
  }

  /** `T1547.011:` with `id: T1647` below it. */
  private leadsBelow({ start }: Span, successors: readonly CanonicalId[]): boolean {
    const { lines, structure } = this.document;
    const value = structure.nodeAt(start);
    if (value?.kind !== 'mapping') return false;
    const { key } = value;
    if (lines.startOf(key.line) + key.column !== start) return false;
    const last = Math.min(lines.lineAt(value.end), key.line + MAX_LINES);
    for (let line = key.line; line <= last; line++)
      if (this.byLine.get(line)?.some(({ id, span }) => span.start > start && successors.includes(id)))
        return true;
    return false;
  }
}
