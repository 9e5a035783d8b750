import { frameworkDescriptor, FRAMEWORKS, isFramework } from '../frameworks/registry';
import { ATTACK, type Family } from '../identifiers/grammar';
import { readLabel, type NamedFramework, type Reading, NOTHING } from './reading';

/** What stands between a name and its edition is no longer than this. */
const MAX_EDITION = 40;
const BEFORE_NAME = 24;
const CUT_NUMBER = /[\d.]+$/;
/** A text that names itself that often is believed. */
const MAX_NAMES = 400;
const MAX_EDITIONS = 3;

/** Usual spellings of ATT&CK's name; each text that cites techniques has one. */
const ATTACK_SPELLINGS = ['ATT&CK', 'ATT&amp;CK', 'MITRE', 'Mitre', 'mitre', 'attack.t'];

/**
 * What a whole document names, each framework looked for when somebody asks, and once. It looks for the usual spellings
 * only, so that megabytes without any pass in no time.
 */
export class DocumentNames {
  private readonly known = new Map<Family, Reading>();
  private readonly ownNames = new Map<Family, NamedFramework | undefined>();
  private readonly otherNames = new Map<Family, boolean>();
  private readonly editionsByFamily = new Map<Family, ReadonlySet<string>>();

  private lazySmall: string | undefined;

  constructor(private readonly text: string) {}

  /** In small letters; letters that are longer so may move what comes after them a little. */
  private get small(): string {
    this.lazySmall ??= this.text.toLowerCase();
    return this.lazySmall;
  }

  /** What the document as a whole says of a family. */
  of(family: Family): Reading {
    const known = this.known.get(family) ?? this.read(family);
    this.known.set(family, known);
    return known;
  }

  names(family: Family): boolean {
    return this.ownName(family) !== undefined;
  }

  /** Whether a name of the framework stands anywhere, be it only a label. */
  mayName(family: Family): boolean {
    const { own = [], labels = [] } = SPELLINGS.get(family) ?? {};
    return [...own, ...labels].some((name) => this.small.includes(name));
  }

  /** Whether it names any framework of controls. */
  namesControls(): boolean {
    return FRAMEWORKS.some(({ key }) => this.names(key));
  }

  /** Every edition that is named with the framework. */
  editions(family: Family): ReadonlySet<string> {
    this.ownName(family);
    return this.editionsByFamily.get(family) ?? new Set();
  }

  /** The one edition that the document names anywhere, if it names just one, the earlier one of its history left aside. */
  onlyEdition(family: Family): string | undefined {
    const named = [...this.editions(family)];
    const settable = isFramework(family) ? frameworkDescriptor(family).settings?.editions : undefined;
    const [first, ...others] =
      named.length > 1 && settable ? named.filter((each) => settable.includes(each)) : named;
    return others.length === 0 ? first : undefined;
  }

  /** Its own name, or else the names of frameworks that look like it. */
  private read(family: Family): Reading {
    const own = this.ownName(family);
    if (own) return { ...NOTHING, frameworks: [own] };
    const others = this.near(SPELLINGS.get(family)?.lookAlikes);
    const frameworks = others.filter(({ looksLike }) => looksLike.includes(family));
    return frameworks.length > 0 ? { ...NOTHING, frameworks } : NOTHING;
  }

  private ownName(family: Family): NamedFramework | undefined {
    if (!this.ownNames.has(family)) this.ownNames.set(family, this.readOwnName(family));
    return this.ownNames.get(family);
  }

  private readOwnName(family: Family): NamedFramework | undefined {
    if (family === ATTACK) {
      const isNamed = ATTACK_SPELLINGS.some((name) => this.text.includes(name));
      return isNamed ? { key: ATTACK, isOurs: true, looksLike: [] } : undefined;
    }
    const own = this.near(SPELLINGS.get(family)?.own).filter(({ key }) => key === family);
    if (own.length === 0 || this.hasOtherName(family)) return undefined;
    const versions = own.flatMap(({ version }) => version ?? []);
    this.editionsByFamily.set(family, new Set(versions.slice(0, MAX_EDITIONS * MAX_NAMES)));
    return own[0];
  }

  /** What is named at each place that has one of the names, in order. */
  private near(spellings: readonly string[] = []): NamedFramework[] {
    const found: NamedFramework[] = [];
    const { small } = this;
    let count = 0;
    for (const spelling of spellings) {
      for (let at = small.indexOf(spelling); at >= 0; at = small.indexOf(spelling, at + 1)) {
        if (++count > MAX_NAMES) return found;
        found.push(...this.namedAt(at, spelling.length));
      }
    }
    return found;
  }

  private namedAt(at: number, length: number): readonly NamedFramework[] {
    const start = Math.max(0, at - BEFORE_NAME);
    const from = start + this.text.slice(start, at).search(/[^\s|]*$/);
    const end = at + length + MAX_EDITION;
    const tail = this.text.slice(at + length, end).split(/[|\r\n]/, 1)[0] ?? '';
    const whole = tail.length === MAX_EDITION ? tail.replace(CUT_NUMBER, '') : tail;
    return readLabel(this.text.slice(from, at + length) + whole).frameworks.slice(0, 1);
  }

  /** A framework's short name stands for other words here, `Continuous controls monitoring (CCM)`. */
  hasOtherName(family: Family): boolean {
    const known = this.otherNames.get(family) ?? this.readOtherName(family);
    this.otherNames.set(family, known);
    return known;
  }

  private readOtherName(family: Family): boolean {
    if (!isFramework(family)) return false;
    const { anywhere, publisher } = frameworkDescriptor(family).names;
    const acronym = anywhere.find((name) => /^[a-z]{3,4}$/.test(name));
    if (acronym === undefined || !this.text.includes(acronym.toUpperCase())) return false;
    const isSpelled = expansionOf(acronym).test(this.text);
    return isSpelled && !publisher.some((name) => wordPattern(name).test(this.text));
  }
}

function wordPattern(name: string): RegExp {
  return new RegExp(`(?<![a-z])${name}(?![a-z])`, 'i');
}

/** Names that hold no other: who looks for `800 53` finds `nist sp 800 53` as well. */
function shortestOf(names: readonly string[]): string[] {
  return names.filter((name) => !names.some((other) => other !== name && name.includes(other)));
}

/** With the gaps that people write. */
function spellingsOf(name: string): string[] {
  return name.includes(' ') ? [' ', '-', '_'].map((gap) => name.replaceAll(' ', gap)) : [name];
}

/** `c… c… m… (ccm` or `ccm (c… c… m…` */
function expansionOf(acronym: string): RegExp {
  const words = acronym
    .split('')
    .map((letter) => `${letter}[a-z]{1,20}`)
    .join('[ -]');
  return new RegExp(`(?<![a-z])(?:${words}\\W{1,4}${acronym}(?![a-z])|${acronym} \\(["“]?${words})`, 'i');
}

/** How people write the names of each framework, and of those that look like it. */
const SPELLINGS: ReadonlyMap<
  Family,
  {
    readonly own: readonly string[];
    readonly labels: readonly string[];
    readonly lookAlikes: readonly string[];
  }
> = new Map(
  FRAMEWORKS.map(({ key, names }) => [
    key,
    {
      own: allSpellings(names.anywhere),
      labels: allSpellings(names.asLabel),
      lookAlikes: allSpellings(names.lookAlikes),
    },
  ]),
);

function allSpellings(names: readonly string[]): string[] {
  return [...new Set(shortestOf(names).flatMap(spellingsOf))];
}
