import { NAMES_BEFORE_ID } from '../../frameworks/registry';
import type { Analysis } from '../../analysis/analysis';
import type { Reference } from '../../recognition/reference';
import type { Span } from '../../text/span';
import type { Entry } from './slot';

/** How an id is written, as its neighbors are: with a name before it, `` `IAM-14` ``, `IAM-14: Strong Authentication`. */
export interface Style {
  /** The framework's name and a space, before each of them. */
  readonly name: string;
  /** Marks around the id: backticks, stars. */
  readonly mark: string;
  /** The framework's name and a dash, one word with the id. */
  readonly prefix: string;
  /** Ids are written in small letters. */
  readonly isLowerCase: boolean;
  /** What stands around the title; undefined where neighbors have none. */
  readonly title: TitleStyle | undefined;
  /** Between two of them; undefined where no two stand in one line. */
  readonly separator: string | undefined;
}

export interface TitleStyle {
  readonly before: string;
  readonly after: string;
  /** The marks close after the title: `**IAM-14 Strong Authentication**`. */
  readonly isMarked: boolean;
}

export const PLAIN: Style = {
  name: '',
  mark: '',
  prefix: '',
  isLowerCase: false,
  title: undefined,
  separator: undefined,
};

const MAX_LENGTH = 160;
const PREFIX = new RegExp(String.raw`(?<![\w-])${NAMES_BEFORE_ID}[-_:]$`, 'i');
const NAME = new RegExp(String.raw`(?<![\w-])${NAMES_BEFORE_ID} (?:v?\d(?:\.\d+)* )?$`, 'i');
const MARK = /(?:`+|\*{1,3}|_{1,3})$/;
const SEPARATOR = /^\s*(?:<br\s*\/?>|[,;/+&]|and\b)\s*$/i;

/** The style of the majority; a name, a prefix or a mark only where all have it. */
export function styleOf(analysis: Analysis, neighbors: readonly Reference[]): Style {
  if (neighbors.length === 0) return PLAIN;
  const heads = neighbors.map(({ span }) => headBefore(analysis.document.text, span.start));
  const titles = neighbors.flatMap((reference) => titleAfter(analysis, reference)?.style ?? []);
  return {
    name: neighbors.length > 1 ? commonName(analysis.document.text, neighbors) : '',
    mark: common(heads.map(({ mark }) => mark)),
    prefix: common(heads.map(({ prefix }) => prefix)),
    isLowerCase: neighbors.every(({ text }) => text === text.toLowerCase()),
    title: titles.length * 2 > neighbors.length ? titles.at(-1) : undefined,
    separator: separatorOf(analysis, neighbors),
  };
}

export function writeEntry(entry: Entry, style: Style): string {
  const { name, mark, prefix, isLowerCase, title: around } = style;
  const id = isLowerCase ? entry.id.toLowerCase() : entry.id;
  if (!around) return `${name}${mark}${prefix}${id}${mark}`;
  const titled = `${around.before}${entry.title}${around.after}`;
  const [inside, outside] = around.isMarked ? [titled, ''] : ['', titled];
  return `${name}${mark}${prefix}${id}${inside}${mark}${outside}`;
}

/** In a row; a name stands before the first of them, unless the style has one before each. */
export function writeEntries(
  entries: readonly Entry[],
  style: Style,
  separator: string,
  name: string,
): string {
  const written = entries.map((entry) => writeEntry(entry, style)).join(separator);
  return style.name === '' ? name + written : written;
}

/** The offset after a reference with its marks, the address of its link, and its title. */
export function endOfMention(analysis: Analysis, reference: Reference): number {
  const { text } = analysis.document;
  return titleAfter(analysis, reference)?.end ?? endOfMarks(text, reference.range?.end ?? reference.span.end);
}

type Head = Pick<Style, 'name' | 'mark' | 'prefix'>;

/** What stands before an id, from the outside to the inside. In a run of ids only the first has a name. */
function headBefore(text: string, start: number): Head {
  let before = text.slice(Math.max(0, start - MAX_LENGTH), start);
  const take = (pattern: RegExp): string => {
    const found = pattern.exec(before)?.[0] ?? '';
    before = before.slice(0, before.length - found.length);
    return found;
  };
  const prefix = take(PREFIX);
  const mark = take(MARK);
  return { prefix, mark, name: take(NAME) };
}

/** The name that stands before each of the references, where every cell or item begins with it. */
export function commonName(text: string, references: readonly { readonly span: Span }[]): string {
  return references.length === 0
    ? ''
    : common(references.map(({ span }) => headBefore(text, span.start).name));
}

function common(values: readonly string[]): string {
  const [first = ''] = values;
  return values.every((value) => value === first) ? first : '';
}

/** Closing marks, and the address of a link around the id. */
function endOfMarks(text: string, from: number): number {
  const rest = text.slice(from, from + MAX_LENGTH * 4);
  const closing = /^(?:[`*_]*\](?:\([^()\s]*(?: "[^"\n]*")?\)|\[[^\]\n]*\]))?[`*_]*/.exec(rest);
  return from + (closing?.[0].length ?? 0);
}

interface TitleFound {
  readonly style: TitleStyle;
  readonly end: number;
}

/** The title of what the reference names, where it stands right after it. */
function titleAfter(analysis: Analysis, reference: Reference): TitleFound | undefined {
  const { text } = analysis.document;
  const bare = reference.range?.end ?? reference.span.end;
  const start = endOfMarks(text, bare);
  const rest = text.slice(start, start + MAX_LENGTH);
  const before = /^(?:\s?[:\u2013\u2014]\s| - |\s?\(|[ \t]"?)/.exec(rest)?.[0];
  if (before === undefined) return undefined;
  const words = rest.slice(before.length).toLowerCase();
  const title = titlesOf(analysis, reference).find((each) => words.startsWith(each.toLowerCase()));
  if (title === undefined) return undefined;
  const after = before.endsWith('(') ? ')' : before.endsWith('"') ? '"' : '';
  const end = start + before.length + title.length;
  if (!text.startsWith(after, end)) return undefined;
  const { mark } = headBefore(text, reference.span.start);
  const isMarked = mark !== '' && start === bare && text.startsWith(mark, end + after.length);
  return {
    style: { before, after, isMarked },
    end: end + after.length + (isMarked ? mark.length : 0),
  };
}

/** In every edition and release; `Remote Services: Cloud Services` before `Cloud Services`. */
export function titlesOf({ knowledge }: Analysis, { id, family }: Reference): string[] {
  if (family !== 'attack') {
    const framework = knowledge.framework(family);
    return framework.readings(id).map(({ edition, control }) => framework.title(control, edition));
  }
  const names = knowledge.attack.namesEver(id);
  const parent = id.includes('.') ? knowledge.attack.name(id.slice(0, id.indexOf('.'))) : undefined;
  return parent ? [...names.map((name) => `${parent}: ${name}`), ...names] : [...names];
}

/** What stands between the last two that share a line. */
function separatorOf(analysis: Analysis, neighbors: readonly Reference[]): string | undefined {
  const { text } = analysis.document;
  for (let index = neighbors.length - 1; index > 0; index--) {
    const [first, second] = [neighbors[index - 1], neighbors[index]];
    if (!first || !second || second.span.start < first.span.end) continue;
    const between = text.slice(endOfMention(analysis, first), second.span.start);
    const head = headBefore(text, second.span.start);
    const separator = between.slice(0, between.length - length(head));
    if (SEPARATOR.test(separator) && !/[\r\n|]/.test(separator)) return separator;
  }
  return undefined;
}

function length({ name, mark, prefix }: Head): number {
  return name.length + mark.length + prefix.length;
}
