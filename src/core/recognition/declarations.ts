import type { PolicyDocument } from '../documents/document';
import type { KeyValue, Place } from '../documents/place';
import type { Family } from '../identifiers/grammar';
import type { DocumentMentions } from './documentMentions';
import { Labels } from './labels';
import { editionsNamed, mentionsIn } from './mentions';

/** The word of a comment that declares an edition. */
const EDITION_COMMENT = 'control-lens-edition';
const DECLARING_KEY = /ccm|caiq|framework|standard|questionnaire|catalogu?e/i;
const VERSION_KEY = /version|edition|release/i;
/** In a large file only keys of these names are read, and for controls only. */
const READ_KEYS = new RegExp(`${DECLARING_KEY.source}|${VERSION_KEY.source}|^(?:name|title|id|source)$`, 'i');
const LARGE = 200_000;
const LONGEST_VALUE = 200;
/** `ccm: [IAM-05, LOG-03]` says of these what they are, and nothing of what stands beside them. */
const ONLY_IDS = /^[\s[\]"',;]*(?:[A-Z&]{3}-\d{2}[\s[\]"',;]*)+$/i;
const NO_TEXTS: readonly string[] = [];

/** What front matter, YAML keys and comments declare: a framework, its edition. Read on first use, and once. */
export class Declarations {
  private lazyValues: readonly KeyValue[] | undefined;
  private lazyKeys: readonly Declaration[] | undefined;
  private lazyLabels: Labels | undefined;
  private lazyComments: readonly string[] | undefined;

  constructor(
    private readonly document: PolicyDocument,
    private readonly mentions: DocumentMentions,
  ) {}

  /** The front matter of Markdown holds for all of it; in YAML a key holds for its mapping. */
  textsFor(place: Place, family: Family): readonly string[] {
    if (family === 'attack' && this.isLarge) return NO_TEXTS;
    const { comments, keys } = this;
    if (keys.length === 0) return comments;
    const isFrontMatter = this.document.kind === 'markdown';
    const inKeys = keys
      .filter(
        ({ value }) =>
          isFrontMatter ||
          (!ONLY_IDS.test(value.value) && (value.parent === undefined || holds(place, value))),
      )
      .map(({ text }) => text);
    return [...comments, ...inKeys];
  }

  /** What a key beside the place calls it: `CCM` in `{name: CCM, value: IAM-14}`. */
  labelAt(place: Place): string | undefined {
    if (place.keys.length === 0) return undefined;
    this.lazyLabels ??= new Labels(this.document, this.values);
    return this.lazyLabels.at(place);
  }

  /** `control-lens-edition CCM 4.1` in a comment holds for the whole document. */
  private get comments(): readonly string[] {
    this.lazyComments ??= this.document.text.includes(EDITION_COMMENT)
      ? this.document.structure
          .commentsWith(EDITION_COMMENT)
          .map(({ text }) => text.replace(EDITION_COMMENT, ''))
      : [];
    return this.lazyComments;
  }

  /** Keys that declare the framework's edition, innermost last. */
  private get keys(): readonly Declaration[] {
    this.lazyKeys ??= readDeclarations(this.values);
    return this.lazyKeys;
  }

  private get values(): readonly KeyValue[] {
    const { structure } = this.document;
    const isRead = !this.isLarge || this.mentions.ccm;
    this.lazyValues ??= isRead ? structure.valuesOf(this.isLarge ? READ_KEYS : /./) : [];
    return this.lazyValues;
  }

  private get isLarge(): boolean {
    return this.document.text.length > LARGE;
  }
}

interface Declaration {
  readonly value: KeyValue;
  readonly text: string;
}

function holds(place: Place, value: KeyValue): boolean {
  const { parent } = value;
  return (
    parent !== undefined && place.keys.some((key) => key.line === parent.line && key.column === parent.column)
  );
}

/**
 * `ccm_version: 4.0.5`, `framework: CSA CCM v4.1`, and a version beside or below something that names the framework:
 * `questionnaire: CAIQ` and `version: 4.0.3`, or `ccm: {version: 4.1}`.
 */
function readDeclarations(values: readonly KeyValue[]): Declaration[] {
  const names = new Map<string, string>();
  for (const each of values) {
    const text = `${each.key.name} ${each.value}`;
    if (mentionsIn(text).ccm) names.set(each.mapping, text);
  }
  return values.flatMap((value) => declarationOf(value, names.get(value.mapping) ?? '') ?? []);
}

function declarationOf(value: KeyValue, sibling: string): Declaration | undefined {
  if (value.value === '' || value.value.length > LONGEST_VALUE) return undefined;
  const text = `${value.key.name} ${value.value}`;
  const isVersion = VERSION_KEY.test(value.key.name);
  const readings = isVersion ? [text, `${value.holder} ${text}`, `${sibling} ${text}`] : [text];
  const declaring =
    readings.find((each) => editionsNamed(each).length > 0) ??
    (DECLARING_KEY.test(value.key.name) || isNameOfRival(value)
      ? readings.find((each) => mentionsIn(each).ccm || mentionsIn(each).rival !== undefined)
      : undefined);
  return declaring === undefined ? undefined : { value, text: declaring.trim() };
}

/** `name: SCF` beside `requirements: [IAM-02]`: the entry is that framework's. */
function isNameOfRival({ key, value }: KeyValue): boolean {
  return /^(?:name|title|id|source|label)$/i.test(key.name) && RIVAL_NAME.test(value);
}

const RIVAL_NAME =
  /^\W*(?:csa )?(?:aicm|scf|secure controls framework|(?:adobe )?ccf|common controls framework)(?![a-z])/i;
