import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import { FRAMEWORKS } from '../frameworks/registry';
import type { Framework } from '../knowledge/framework';
import type { LocatedCandidate } from './locate';

/** The distinct ids of one column, of keys of one name, or of the text. */
interface Group {
  readonly known: Set<string>;
  /** Under codes of CCM, with numbers that it has in no edition. */
  readonly strange: Set<string>;
  /** Of the same shape, under codes that it does not have. */
  readonly foreign: Set<string>;
  /** Those that only a sister framework has. */
  readonly sisters: Set<string>;
}

const MIN_COUNT = 3;
/** Of the ids that stand together, CCM does not have one in four. */
const SHARE = 1 / 4;
/** Other things of this shape: `SHA-25`, `UTF-16`, `RFC-21`. */
const OTHER_CODES = new Set([
  ...FRAMEWORKS.flatMap(({ ids }) => ids.codes),
  ...'AES CVE CWE ISO JAN MAY MD5 RFC RSA SHA TLS UTF'.split(' '),
]);
const ID = /(?<![A-Za-z0-9&_-])([A-Z]{3})-\d{2}(?![\dA-Za-z_-])/g;
/** Numbers as trackers give them: `IAM-123`. */
const LONG = /(?<![A-Za-z0-9&_-])([A-Z]{3})-[1-9]\d{2,4}(?![\dA-Za-z_-])/g;
const MAX_COUNT = 2000;
const LARGE = 1_000_000;
const TEXT = '';

/**
 * Who numbers the controls of a document. A company's own catalog may use a framework's codes, and then it goes on
 * counting where the framework stops, or has codes that the framework has not: `IAM-14, IAM-31, LOG-27` or `IAM-02, PHY-01,
 * NET-04`.
 */
export class ForeignCatalogs {
  private readonly groups = new Map<string, Group>();
  private hasForeign = false;
  private lazyLong: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly document: PolicyDocument,
    located: readonly LocatedCandidate[],
    frameworks: ReadonlyMap<string, Framework>,
  ) {
    for (const { candidate, place } of located) {
      const { family, id } = candidate;
      const framework = frameworks.get(family);
      if (!framework) continue;
      const isOurs = framework.has(id) || framework.isLegacy(id) || framework.sisterOf(id) !== undefined;
      this.groupAt(place)[isOurs ? 'known' : 'strange'].add(id);
      if (framework.sisterOf(id) !== undefined) this.groupAt(place).sisters.add(id);
    }
  }

  /** Ids that show that those around a place are another catalog's; undefined if nothing shows it. */
  strangersAt(place: Place): string | undefined {
    const name = nameOf(place);
    const { known, strange } = this.groupAt(place);
    if (isMuch(strange, known)) return listOf(strange);
    if (name === TEXT) return undefined;
    this.readForeign();
    const { foreign } = this.groupAt(place);
    return isMuch(foreign, known) ? listOf(foreign) : undefined;
  }

  /** Ids around a place that only a sister framework has: those beside them are likely its own too. */
  sistersAt(place: Place): string | undefined {
    const { sisters } = this.groupAt(place);
    return sisters.size > 0 ? listOf(sisters) : undefined;
  }

  /** `IAM-123`, if an id of `IAM` is asked for: the key of a ticket, and so the id is one. */
  ticketLike(domain: string): string | undefined {
    this.lazyLong ??= longKeys(this.document.text);
    return this.lazyLong.get(domain);
  }

  /** Looked for only if a control would be certain without them. */
  private readForeign(): void {
    const { text, structure } = this.document;
    if (this.hasForeign || text.length > LARGE) return;
    this.hasForeign = true;
    let count = 0;
    for (const { 0: id, 1: code = '', index } of text.matchAll(ID)) {
      if (OTHER_CODES.has(code)) continue;
      if (++count > MAX_COUNT) return;
      this.groupAt(structure.placeAt(index)).foreign.add(id);
    }
  }

  private groupAt(place: Place): Group {
    const name = nameOf(place);
    const known = this.groups.get(name);
    if (known) return known;
    const group = {
      known: new Set<string>(),
      strange: new Set<string>(),
      foreign: new Set<string>(),
      sisters: new Set<string>(),
    };
    this.groups.set(name, group);
    return group;
  }
}

function longKeys(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  if (text.length > LARGE) return keys;
  let count = 0;
  for (const { 0: key, 1: code = '' } of text.matchAll(LONG)) {
    if (++count > MAX_COUNT) break;
    if (!keys.has(code)) keys.set(code, key);
  }
  return keys;
}

function nameOf({ cell, keys }: Place): string {
  if (cell) return `${cell.table}:${cell.column}`;
  return keys.find(({ name }) => name !== '')?.name ?? TEXT;
}

function isMuch(strangers: ReadonlySet<string>, known: ReadonlySet<string>): boolean {
  return strangers.size >= MIN_COUNT && strangers.size >= SHARE * (strangers.size + known.size);
}

function listOf(ids: ReadonlySet<string>): string {
  return [...ids].slice(0, MIN_COUNT).join(', ');
}
