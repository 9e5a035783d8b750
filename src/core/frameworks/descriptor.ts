/**
 * What tells one framework of controls from another. A framework is added by a descriptor and a data file; nothing
 * outside the descriptors knows which frameworks there are.
 */
export interface FrameworkDescriptor {
  /** In settings, flags and JSON: `ccm`. */
  readonly key: string;
  /** Below `data/`. */
  readonly dataFile: string;
  readonly ids: ControlGrammar;
  readonly names: FrameworkNames;
  /** Whether an id is a reference only if the document names the framework: `AC-2` has the shape of many things. */
  readonly mustBeNamed: boolean;
  /**
   * The edition of a version as people write it with the framework's name: `4.0.5` is `4.0`. Undefined for one that is no
   * edition.
   */
  readonly editionOf: (version: string) => string | undefined;
  /** The month in which each edition was published: `2026-01`. */
  readonly publishedOn?: Readonly<Record<string, string>>;
  /** What can be set below the key; undefined if there is nothing to choose from. */
  readonly settings?: {
    /** Editions, newest first, and `mapping` for the numbering of the mapping file. */
    readonly editions: readonly string[];
  };
  /** How a reader sees it. */
  readonly words: FrameworkWords;
  /** How documents write it. */
  readonly spelling: FrameworkSpelling;
  /** The id of a control in the addresses of the Mappings Explorer: `AC-2` gives `AC-02`. */
  readonly siteId: (id: string) => string;
  readonly mapping: MappingNames;
}

/** How the mapping file of the Mappings Explorer writes a framework and its controls. */
export interface MappingNames {
  /** What the mapping file calls it: `csa_ccm`. */
  readonly explorerId: string;
  /** What the addresses of the Mappings Explorer call it, if that is another name: `nist`. */
  readonly siteId?: string;
  readonly mappingPublisher: string;
  /** Where the newest mapping is below `mappings/` of the Mappings Explorer's repository. */
  readonly newestFile: string;
  /** A control's id; its first group is the code of the domain. */
  readonly controlId: RegExp;
  /** The canonical id of one as the mapping file writes it: `AC-02` gives `AC-2`. */
  readonly idOf?: (written: string) => string;
}

/** A framework in sentences. */
export interface FrameworkWords {
  /** Before an id: `CCM IAM-14`. */
  readonly short: string;
  /** `CCM 4.0` */
  readonly edition: (edition: string) => string;
  /** The version that the mapping file names: `rev5` gives `Rev. 5`. */
  readonly version: (version: string) => string;
}

/** A framework in documents. */
export interface FrameworkSpelling {
  /** The source of a pattern for its name together with an id: `CCM-IAM-14`, `csa ccm IAM-14`. */
  readonly beforeId: string;
  /** Names after which an id may be typed, with their capitals. */
  readonly titles: readonly string[];
  /** Keys of YAML that hold its controls and no others. */
  readonly keys: readonly string[];
  /** How a document declares the edition; undefined if there is nothing to declare. */
  readonly declaration?: {
    readonly key: string;
    readonly comment: (edition: string) => string;
  };
}

/** How a framework writes the ids of its controls: a code, a dash and a number. */
export interface ControlGrammar {
  readonly example: string;
  /** Codes of the control domains, over all editions and over frameworks that share the codes. */
  readonly codes: readonly string[];
  /** Digits of a canonical number: two for `IAM-01`, one for `AC-2`. */
  readonly width: 1 | 2;
  /** Whether a number in brackets or after a dot names an enhancement, a control of its own: `AC-2(1)`, `ac-2.1`. */
  readonly hasEnhancements: boolean;
  /** What may follow an id and is no part of it: the CAIQ question `.1`, the metric `-M1`. */
  readonly hasQuestions: boolean;
}

/** Names of a framework, in lower case, as words with single spaces. */
export interface FrameworkNames {
  /** These name it wherever they stand. */
  readonly anywhere: readonly string[];
  /** These name it only if they are all of a column's header, a key or a label: `CSA`, `NIST`. */
  readonly asLabel: readonly string[];
  /** The publisher, and other words which show that one of the names is meant. */
  readonly publisher: readonly string[];
  /** Frameworks whose ids have the same shape, by name: where one of them governs, an id is its own. */
  readonly lookAlikes: readonly string[];
}
