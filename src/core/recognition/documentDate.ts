import type { PolicyDocument } from '../documents/document';

/** What a document calls its own date: as a key at its top, or at the start of one of its first lines. */
const DATE_NAMES: ReadonlySet<string> = new Set([
  ...['date', 'updated', 'lastupdated', 'lastmodified', 'modified', 'lastreviewed', 'published'],
  ...['version', 'documentversion', 'revision', 'documentdate', 'effectivedate', 'lastupdate', 'revised'],
]);
const DATE_KEY = /date|version|revis|modified|reviewed|published/i;
const ISO_DATE = /(?<!\d)(20\d\d-[01]\d)(?:-[0-3]\d)?(?!\d)/g;
/** Only the head of a text speaks of all of it. */
const HEAD = 3000;
const MAX_NAME = 24;

/**
 * The year and month of the newest date that a document gives itself, if it is older than one of the dates: `2024-05`.
 * Undefined for a document without a date.
 */
export function publishedBefore(document: PolicyDocument, dates: readonly string[]): string | undefined {
  const own = [...datesOfKeys(document), ...datesOfHead(document)].sort().at(-1);
  return own !== undefined && dates.some((date) => own < date) ? own : undefined;
}

function datesOfKeys({ structure }: PolicyDocument): string[] {
  return structure
    .valuesOf(DATE_KEY)
    .filter(({ parent, key }) => parent === undefined && isDateName(key.name))
    .flatMap(({ value }) => datesIn(value));
}

/** `Version: 1.2 (2024-05-03)`, `| **Last updated** | 2024-05-03 |` */
function datesOfHead({ text, kind }: PolicyDocument): string[] {
  if (kind !== 'markdown') return [];
  return text
    .slice(0, HEAD)
    .split(/\r?\n/)
    .flatMap((line) => (isDateName(nameAtStart(line)) ? datesIn(line) : []));
}

/** The words up to a colon or a bar, marks left aside. */
function nameAtStart(line: string): string {
  return /^[\W_]*([A-Za-z][A-Za-z _-]*)[*_]*\s*[:|]/.exec(line)?.[1]?.slice(0, MAX_NAME) ?? '';
}

function isDateName(name: string): boolean {
  return DATE_NAMES.has(name.toLowerCase().replace(/[ _-]/g, ''));
}

function datesIn(text: string): string[] {
  return [...text.matchAll(ISO_DATE)].flatMap(([, month]) => month ?? []);
}
