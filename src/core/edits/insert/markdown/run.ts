import { NAMES_BEFORE_ID } from '../../../frameworks/registry';
import type { Family } from '../../../identifiers/grammar';
import type { Reference } from '../../../recognition/reference';
import { oneOf, pattern } from '../../../text/pattern';
import type { Slot } from '../slot';
import { endOfMention, PLAIN, styleOf, writeEntries, type Style } from '../style';
import { familyFor, lacksName, type Target } from '../item';
import { isPlaceholder } from '../placeholder';
import { isLabelFor } from './label';
import type { Page } from './page';

const NAMED = new RegExp(`${NAMES_BEFORE_ID}[ :_-](?:v?\\d(?:\\.\\d+)* )?[\`*_]*$`, 'i');
const OPEN_PARENTHESIS = /^[\s,]*[([][^()[\]]{0,40}$/;
const LEADS = [':', '\u2192', '[-=]>', '[\u2013\u2014]', ' -', '\\bby', '\\bsee', '\\bcf\\.?'];
const LEADS_IN = pattern('i', oneOf(...LEADS), /[\s*_`]*$/);
const CLOSES_LINE = /^[\s).\];*_`]*(?:<!--.*|\\)?$/;
/** What breaks the line: two spaces, or a backslash. */
const LINE_BREAK = /(?: {2,}|[ \t]*\\)$/;

/** Entries that stand behind the target on its own line: in a parenthesis, or after a colon or dash that ends the line. */
export function ownRunSlot(page: Page, target: Target): Slot | undefined {
  const { line } = target.place;
  const from = endOfMention(page.analysis, target);
  const next = page.references(target.family, line, line).find(({ span }) => span.start > target.span.start);
  const to = next?.span.start ?? page.span(line).end;
  const run = page
    .references(familyFor(target), line, line)
    .filter(({ span }) => from <= span.start && span.end <= to);
  const [first] = run;
  if (!first) return undefined;
  const lead = page.text.slice(from, first.span.start).replace(NAMED, '');
  if (OPEN_PARENTHESIS.test(lead)) return append(page, inParenthesis(page, run));
  const rest = page.text.slice(endOfMention(page.analysis, run.at(-1) ?? first), to);
  return LEADS_IN.test(lead) && CLOSES_LINE.test(rest) ? append(page, run) : undefined;
}

/** A colon, a dash or an arrow: what may stand between a target and its entries. */
const MARK = /^[ \t]*(?::|\u2192|[-=]>|[-\u2013\u2014](?=[ \t]|$))[*_]*/;

/** At a target with nothing behind it, or nothing but a mark: `T1190` becomes `T1190: IAM-14` beside `T1078: IAM-10`. */
export function markedRunSlot(
  page: Page,
  target: Target,
  other: Reference,
  style: Style,
  lead: string,
): Slot | undefined {
  const restOf = (each: Reference): string =>
    page.text.slice(endOfMention(page.analysis, each), page.span(each.place.line).end);
  const rest = restOf(target).replace(LINE_BREAK, '').trimEnd();
  const own = MARK.exec(rest)?.[0] ?? '';
  const theirs = MARK.exec(restOf(other))?.[0] ?? '';
  if (theirs === '' || own !== rest || (own === '' && /[*_]/.test(theirs))) return undefined;
  const start = endOfMention(page.analysis, target) + own.length;
  const end = start + (restOf(target).replace(LINE_BREAK, '').length - own.length);
  const separator = style.separator ?? ', ';
  return {
    edition: undefined,
    takesName: true,
    write: (entries, name) => {
      const written = writeEntries(entries, style, separator, name || lead);
      return [{ span: { start, end }, newText: `${own === '' ? theirs : ''} ${written}` }];
    },
  };
}

/** Entries after a label that ends a line or an item: `Controls: IAM-10`; also a label with nothing after it. */
export function labelSlot(page: Page, target: Target, line: number): Slot | undefined {
  const family = familyFor(target);
  const text = contentOf(page, line);
  const colon = labelEnd(text);
  if (!isLabelLine(page, family, line)) return undefined;
  const from = page.content(line) + colon;
  const end = endOfLabeled(page, line);
  const run = page.references(family, line, end).filter(({ span }) => span.start >= from);
  const last = run.at(-1);
  if (last) {
    const rest = page.text.slice(endOfMention(page.analysis, last), page.span(end).end);
    return CLOSES_LINE.test(rest) ? append(page, run) : undefined;
  }
  const lineBreak = LINE_BREAK.exec(text.slice(colon))?.[0] ?? '';
  const value = text.slice(colon, text.length - lineBreak.length);
  if (!isPlaceholder(value.replace(/^[\s*_]+|[\s.*_]+$/g, ''))) return undefined;
  return afterLabel(from, from + value.length);
}

/** The last line of what goes on behind a label: `Controls: IAM-10,` and `IAM-14` below it. */
function endOfLabeled(page: Page, line: number): number {
  const { last } = page.paragraph(line);
  let end = line;
  while (end < last && /,[ \t]*$/.test(page.lineText(end)) && labelEnd(contentOf(page, end + 1)) < 0) end++;
  return end;
}

/** True where the line begins with a label that speaks of the family. */
export function isLabelLine(page: Page, family: Family, line: number): boolean {
  if (!page.isProse(line)) return false;
  const text = contentOf(page, line);
  const colon = labelEnd(text);
  return colon >= 0 && isLabelFor(family, text.slice(0, colon));
}

function contentOf(page: Page, line: number): string {
  return page.text.slice(page.content(line), page.span(line).end);
}

/** The offset after the colon of `**Controls:** …` or `Controls: …`, or -1. */
function labelEnd(text: string): number {
  return /^(?:\[[ xX]\] )?[*_]{0,3}[^:\n]{2,60}?[*_]{0,3}:[*_]{0,3}(?=\s|$)/.exec(text)?.[0].length ?? -1;
}

function afterLabel(from: number, end: number): Slot {
  return {
    edition: undefined,
    takesName: true,
    write: (entries, name) => [
      {
        span: { start: from, end },
        newText: ` ${writeEntries(entries, PLAIN, ', ', name)}`,
      },
    ],
  };
}

/** Those up to the parenthesis that closes. */
function inParenthesis(page: Page, run: readonly Reference[]): Reference[] {
  const close = page.text.indexOf(')', run[0]?.span.end ?? 0);
  const inside = run.filter(({ span }) => close < 0 || span.start < close);
  return inside.filter((each, index) => {
    const before = inside[index - 1];
    return !before || !/[()]/.test(page.text.slice(endOfMention(page.analysis, before), each.span.start));
  });
}

/** Behind the last of a run, separated as they are. */
export function append(page: Page, run: readonly Reference[]): Slot {
  const style = styleOf(page.analysis, run);
  const separator = style.separator ?? ', ';
  const last = run.at(-1);
  const end = last ? endOfMention(page.analysis, last) : 0;
  return {
    edition: last?.edition?.edition,
    takesName: lacksName(run),
    write: (entries, name) => [
      {
        span: { start: end, end },
        newText: separator + writeEntries(entries, style, separator, name),
      },
    ],
  };
}
