import type { PolicyDocument } from '../documents/document';
import { compareVersions } from '../knowledge/compareVersions';
import type { Span } from '../text/span';

/** The ATT&CK version that a document says it is written for. */
export interface DeclaredAttack {
  /** `8.2` */
  readonly version: string;
  /** As the document writes it. */
  readonly written: string;
  /** Where it is declared. */
  readonly source: 'key' | 'heading' | 'comment';
}

const KEY = /^(?:(?:mitre[-_ ]?)?(?:att&ck|attack)[-_ ]?version|attack)$/i;
const VERSION = /^v?(\d{1,2}(?:\.\d)?)$/i;
const IN_WORDS = /\bATT&CK(?: \w+){0,2},? (?:version |v)(\d{1,2}(?:\.\d)?)\b/i;
const MAX_HEAD = 2000;

/** A place that declares a version: the number alone. */
export interface DeclaredPlace extends DeclaredAttack {
  readonly span: Span;
}

/**
 * A key (`ATT&CK version: 8.2`, `attack_version`, Navigator's `versions.attack`), a heading (`# ATT&CK v16`) or a comment at
 * the top; undefined where there is none, or where several disagree.
 */
export function declaredAttack(document: PolicyDocument): DeclaredAttack | undefined {
  const [first] = declaredPlaces(document);
  return first && { version: first.version, written: first.written, source: first.source };
}

/** Every place that declares the version, by the first of these ways that has one; none where several disagree. */
export function declaredPlaces(document: PolicyDocument): readonly DeclaredPlace[] {
  if (!/att&ck|attack/i.test(document.text)) return [];
  for (const read of [fromKeys, fromHeadings, fromComments]) {
    const places = read(document);
    if (new Set(places.map(({ version }) => version)).size === 1) return places;
  }
  return [];
}

function fromKeys({ structure, text }: PolicyDocument): DeclaredPlace[] {
  return structure.valuesOf(KEY).flatMap(({ key, value, span, holder }) => {
    if (/^attack$/i.test(key.name) && !/^versions$/i.test(holder)) return [];
    return placesOf('key', VERSION.exec(value)?.[1], text, span);
  });
}

function fromHeadings({ structure, text: source }: PolicyDocument): DeclaredPlace[] {
  return structure.headings
    .slice(0, 1)
    .flatMap(({ text, start, end }) => placesOf('heading', IN_WORDS.exec(text)?.[1], source, { start, end }));
}

function fromComments({ structure, kind, text: source }: PolicyDocument): DeclaredPlace[] {
  if (kind !== 'yaml') return [];
  return structure
    .commentsWith('ATT&CK')
    .filter(({ start }) => start < MAX_HEAD)
    .flatMap(({ text, start, end }) => placesOf('comment', IN_WORDS.exec(text)?.[1], source, { start, end }));
}

/** The last place of the number within a stretch: a key may have it in its name. */
function placesOf(
  source: DeclaredAttack['source'],
  version: string | undefined,
  text: string,
  { start, end }: Span,
): DeclaredPlace[] {
  if (version === undefined) return [];
  const at = text.lastIndexOf(version, end - version.length);
  return at < start
    ? []
    : [{ source, version, written: version, span: { start: at, end: at + version.length } }];
}

/**
 * A version as a bundled release: one without a minor version, such as 19, is the newest release of it.
 * Any other stays as it is.
 */
export function releaseMeant(version: string, releases: readonly string[]): string {
  if (version.includes('.')) return version;
  return releases.findLast((each) => each.split('.')[0] === version) ?? version;
}

/** Whether a declared version is older than another one. */
export function isOlder(declared: string, version: string): boolean {
  return compareVersions(declared, version) < 0;
}
