import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import { canonicalId, type CanonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { pattern } from '../text/pattern';
import type { Span } from '../text/span';
import type { Reference } from './reference';

/** Sibling keys are looked for so many lines up and down. */
const MAX_LINES = 8;
/** A sub-technique's column may be so far to the right. */
const MAX_COLUMNS = 3;
const SUB_NAME = /^sub[-_ ]?tech(?:nique)?s?(?:[-_ ]?(?:id|number))?$/i;
const NUMBER = /^["']?\.?(\d{3})["']?(?=\s*(?:$|[,#}]))/;
const FLOW_KEY = /^["']?,[ \t]*["']?([\w-]{3,20})["']?:[ \t]*/;
const FLOW = pattern('', FLOW_KEY, /(["']?\.?\d{3}["']?)(?=\s*[,}])/);

/**
 * A technique whose sub-technique has a key or a column of its own is one reference with the full ID:
 * `technique: T1562` with `sub-technique: "002"`, `| T1562 | 007 |`. Only if ATT&CK has that sub-technique.
 */
export function withSplit(
  reference: Reference,
  document: PolicyDocument,
  { attack }: KnowledgeBase,
): Reference {
  if (reference.kind !== 'technique' || reference.implied) return reference;
  const { place } = reference;
  const part = place.cell ? partInRow(document, place) : partInMapping(document, reference);
  if (!part) return reference;
  const id: CanonicalId = canonicalId(`${reference.id}.${document.text.slice(part.start, part.end)}`);
  if (!attack.has(id)) return reference;
  return { ...reference, id, kind: 'sub-technique', parts: [reference.span, part] };
}

function partInRow(document: PolicyDocument, { cell }: Place): Span | undefined {
  let at = cell?.end ?? 0;
  for (let column = 0; column < MAX_COLUMNS; column++) {
    at = document.text.indexOf('|', at) + 1;
    if (at === 0) return undefined;
    const next = document.structure.placeAt(at + 1).cell;
    if (!next || next.row !== cell?.row) return undefined;
    if (SUB_NAME.test(next.header.trim()))
      return numberAt(document.text.slice(next.start, next.end), next.start);
    at = Math.max(at, next.end);
  }
  return undefined;
}

function partInMapping(document: PolicyDocument, { place, span }: Reference): Span | undefined {
  const [key] = place.keys;
  if (!key || key.name === '' || key.line !== place.line) return undefined;
  const { text, lines } = document;
  const flow = FLOW.exec(text.slice(span.end, lines.endOf(place.line)));
  if (flow && SUB_NAME.test(flow[1] ?? '')) {
    const value = flow[2] ?? '';
    return numberAt(value, span.end + flow[0].length - value.length);
  }
  return siblingOn(document, place.line, key.column, 1) ?? siblingOn(document, place.line, key.column, -1);
}

/** The number of the sub-technique under a sibling key above or below a line. */
function siblingOn(
  { text, lines }: PolicyDocument,
  line: number,
  column: number,
  step: 1 | -1,
): Span | undefined {
  for (let at = line + step; at >= 0 && at < lines.count && Math.abs(at - line) <= MAX_LINES; at += step) {
    const start = lines.startOf(at);
    const source = text.slice(start, lines.endOf(at));
    const indent = source.length - source.trimStart().length;
    const isFirst = /^- +/.test(source.slice(indent)) && step < 0;
    const own = isFirst ? indent + (/^- +/.exec(source.slice(indent))?.[0].length ?? 0) : indent;
    if (source.trim() !== '' && own < column) return undefined;
    if (own !== column) continue;
    if (!isFirst && source[indent] === '-') return undefined;
    const colon = source.indexOf(':', own);
    if (colon >= 0 && SUB_NAME.test(source.slice(own, colon).replace(/["']/g, ''))) {
      const value = source.slice(colon + 1);
      return numberAt(value.trimStart(), start + source.length - value.trimStart().length);
    }
    if (isFirst) return undefined;
  }
  return undefined;
}

function numberAt(written: string, start: number): Span | undefined {
  const digits = NUMBER.exec(written)?.[1];
  if (digits === undefined) return undefined;
  const at = start + written.indexOf(digits);
  return { start: at, end: at + digits.length };
}
