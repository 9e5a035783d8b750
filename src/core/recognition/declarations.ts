import type { PolicyDocument } from '../documents/document';
import type { Key, KeyValue, Place } from '../documents/place';
import { ATTACK, parseIdentifier, type Family } from '../identifiers/grammar';
import { isFramework } from '../frameworks/registry';
import type { DocumentNames } from './documentNames';
import { Labels } from './labels';
import type { NamedFramework, Reading } from './reading';

/** The word of a comment that declares an edition. */
const EDITION_COMMENT = 'control-lens-edition';
/** Keys whose value names the framework of what stands beside them. */
const DECLARING_KEY = /framework|standard|questionnaire|catalogu?e/i;
const VERSION_KEY = /version|edition|release/i;
/** Of a larger file that names no framework of controls, nothing is read. */
const LARGE = 200_000;
const MAX_VALUE = 200;
/** Declarations that hold for a whole document. */
const MAX_AT_TOP = 50;
const NO_TEXTS: readonly string[] = [];

type ReadLabel = (text: string) => Reading;

/** What front matter, YAML keys and comments declare: a framework, its edition. Read on first use, and once. */
export class Declarations {
  private lazyValues: readonly KeyValue[] | undefined;
  private lazyKeys: DeclaredKeys | undefined;
  private lazyLabels: Labels | undefined;
  private lazyComments: readonly string[] | undefined;

  constructor(
    private readonly document: PolicyDocument,
    private readonly names: DocumentNames,
    private readonly readLabel: ReadLabel,
  ) {}

  /** What the keys of the mapping that a key holds declare. */
  below(key: Key, family: Family): readonly string[] {
    return family === ATTACK ? NO_TEXTS : (this.keys.below.get(positionOf(key)) ?? NO_TEXTS);
  }

  /** What holds for all of the document: comments, the front matter of Markdown, keys at the top. */
  ofDocument(family: Family): readonly string[] {
    return family === ATTACK ? NO_TEXTS : [...this.comments, ...this.keys.atTop];
  }

  /** What a key beside the place calls it: `CCM` in `{name: CCM, value: IAM-14}`. */
  labelAt(place: Place): string | undefined {
    if (place.keys.length === 0) return undefined;
    this.lazyLabels ??= new Labels(this.document, this.values, this.readLabel);
    return this.lazyLabels.at(place);
  }

  /** `control-lens-edition CCM 4.1` in a comment holds for the whole document. */
  private get comments(): readonly string[] {
    this.lazyComments ??= this.document.text.includes(EDITION_COMMENT)
      ? this.document.structure
          .commentsWith(EDITION_COMMENT)
          .slice(0, MAX_AT_TOP)
          .map(({ text }) => text.replace(EDITION_COMMENT, ''))
      : [];
    return this.lazyComments;
  }

  private get keys(): DeclaredKeys {
    this.lazyKeys ??= new DeclaredKeys(this.values, this.document.kind === 'markdown', this.readLabel);
    return this.lazyKeys;
  }

  private get values(): readonly KeyValue[] {
    const { structure, text } = this.document;
    const isLarge = text.length > LARGE;
    this.lazyValues ??= isLarge && !this.names.namesControls() ? [] : structure.valuesOf(/./);
    return this.lazyValues;
  }
}

/** The keys of a document that declare a framework, by the key that holds them and what stands beside them. */
class DeclaredKeys {
  readonly below = new Map<string, string[]>();
  readonly atTop: string[] = [];

  constructor(values: readonly KeyValue[], isFrontMatter: boolean, readLabel: ReadLabel) {
    const siblings = new Map<string, string>();
    for (const value of values) {
      const text = textOf(value);
      if (namesControls(readLabel(text))) siblings.set(value.mapping, text);
    }
    for (const value of values) {
      const text = declarationOf(value, siblings.get(value.mapping) ?? '', readLabel);
      if (text !== undefined && (isFrontMatter || !holdsIdsOnly(value))) this.add(value, text, isFrontMatter);
    }
  }

  private add({ parent }: KeyValue, text: string, isFrontMatter: boolean): void {
    if (parent === undefined || isFrontMatter) {
      if (this.atTop.length < MAX_AT_TOP) this.atTop.push(text);
      return;
    }
    const key = positionOf(parent);
    this.below.set(key, [...(this.below.get(key) ?? []), text].slice(0, MAX_AT_TOP));
  }
}

function positionOf({ line, column }: Key): string {
  return `${line}:${column}`;
}

function textOf({ key, value }: KeyValue): string {
  return `${key.name} ${value}`;
}

function namesControls({ frameworks }: Reading): boolean {
  return frameworks.some(({ key }) => isFramework(key));
}

/**
 * `ccm_version: 4.0.5`, `framework: CSA CCM v4.1`, and a version beside or below something that names the framework:
 * `questionnaire: CAIQ` and `version: 4.0.3`, or `ccm: {version: 4.1}`.
 */
function declarationOf(value: KeyValue, sibling: string, readLabel: ReadLabel): string | undefined {
  if (value.value === '' || value.value.length > MAX_VALUE) return undefined;
  const text = textOf(value);
  const isVersion = VERSION_KEY.test(value.key.name);
  const texts = isVersion ? [text, `${value.holder} ${text}`, `${sibling} ${text}`] : [text];
  const versioned = texts.find((each) =>
    readLabel(each).frameworks.some(({ version }) => version !== undefined),
  );
  if (versioned !== undefined) return versioned.trim();
  if (DECLARING_KEY.test(value.key.name)) return texts.find((each) => declares(readLabel(each)));
  const named = readLabel(value.value);
  const isName = named.isName && declares(named);
  return isName || namesControls(readLabel(value.key.name)) ? text : undefined;
}

function declares({ frameworks }: Reading): boolean {
  return frameworks.some((each) => isFramework(each.key) || isLookAlike(each));
}

function isLookAlike(named: NamedFramework | undefined): boolean {
  return named !== undefined && named.looksLike.some(isFramework);
}

/** `ccm: [IAM-05, LOG-03]` says of these what they are, and nothing of what stands beside them. */
function holdsIdsOnly({ value }: KeyValue): boolean {
  const written = value.split(/[\s[\]"',;]+/).filter(Boolean);
  return written.length > 0 && written.every((each) => parseIdentifier(each) !== undefined);
}
