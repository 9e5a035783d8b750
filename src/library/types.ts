// Everything that the package says of its values. It imports nothing, so that its declarations can be read alone.

/** Zero-based, in UTF-16 characters, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The end isn't included. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Offsets into the text in UTF-16 characters. The end isn't included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** How sure it is that a place names what it seems to name. Rules read what is certain. */
export type Certainty = 'certain' | 'likely' | 'doubtful';

/** Something that speaks for (positive weight) or against (negative) a reference. */
export interface Evidence {
  /** ID of the clue. */
  readonly clue: string;
  readonly weight: number;
  /** The text that it was read from, shortened; empty if the clue says it all. */
  readonly text: string;
}

/** A place in a text that names a technique, a control or another object. */
export interface Reference {
  readonly range: Range;
  readonly span: Span;
  /** As written. */
  readonly text: string;
  /** As the publisher writes it. */
  readonly id: string;
  /** `attack`, or the key of a framework: `ccm`, `nist-800-53`. */
  readonly family: string;
  /** `technique`, `sub-technique`, `tactic`, `mitigation`, `control` and others. */
  readonly kind: string;
  /** The edition of a control; null for ATT&CK. */
  readonly edition: string | null;
  /** The name of an object of ATT&CK, or the title of a control in its edition; null if the data doesn't have it. */
  readonly name: string | null;
  /** `mapped`, `non-mappable`, `not-assessed` or `unknown`. */
  readonly state: string;
  /** Whether an object of ATT&CK is in use; null for a control, and if the data doesn't have it. */
  readonly status: 'current' | 'revoked' | 'deprecated' | null;
  /** What takes the place of an object of ATT&CK that isn't in use. */
  readonly successors: readonly string[];
  /** The control, whatever its ID in an edition: its key in the data. Null for ATT&CK, and if the edition doesn't have it. */
  readonly control: string | null;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  /** What the edition was read from; null without one. */
  readonly editionSource: string | null;
}

/** Another place that a finding speaks of, with what it says there. */
export interface Related {
  readonly range: Range;
  readonly message: string;
}

/** What a rule reports. */
export interface Finding {
  readonly range: Range;
  readonly span: Span;
  /** ID of the rule, such as `no-mapping`. */
  readonly rule: string;
  /** The public address of the rule's page. */
  readonly ruleUrl: string;
  readonly severity: Severity;
  readonly message: string;
  readonly reference: {
    readonly id: string;
    readonly edition: string | null;
    /** `mapped`, `non-mappable`, `not-assessed`, `unknown` and others. */
    readonly state: string;
  };
  /** The other places that a summary speaks of; missing if there are none. */
  readonly related?: readonly Related[];
  /** IDs that could take the place of the one that is reported, the best first. */
  readonly replacements: readonly string[];
}

/** Settings of one framework. */
export interface FrameworkSettings {
  /** `auto`, or an edition such as `4.1`. */
  readonly edition?: string;
  readonly assume?: 'auto' | 'always' | 'never';
}

/** Settings as in `.control-lens.yaml`, those that change references and findings. */
export interface PartSettings {
  /** Keys of the frameworks that are recognized: `ccm`, `nist-800-53`. */
  readonly frameworks?: readonly string[];
  readonly ccm?: FrameworkSettings;
  readonly attack?: { readonly version?: string };
  readonly noMapping?: 'each' | 'near' | 'document';
  /** By the ID of a rule. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
}

export interface Settings extends PartSettings {
  /** Settings for a part of the files, by globs that are matched with `path`. */
  readonly overrides?: readonly (PartSettings & { readonly files: string | readonly string[] })[];
}

/** The data, read once and used for any number of texts. Make it with `parseKnowledge` or `loadKnowledge`. */
export interface Knowledge {
  /** The newest release of ATT&CK in the data, such as `19.1`. */
  readonly attackVersion: string;
  /** Keys of the frameworks in the data. */
  readonly frameworks: readonly string[];
}

export interface AnalyzeOptions {
  readonly knowledge: Knowledge;
  /** A language identifier of VS Code, such as `markdown` or `yaml`. Without it, the path decides; without both, `markdown`. */
  readonly language?: string;
  /** With `/`, relative to what the globs of `settings.overrides` are relative to. */
  readonly path?: string;
  readonly settings?: Settings;
}

export interface AnalyzeResult {
  /** In order of place. */
  readonly references: readonly Reference[];
  /** In order of place, hints too. */
  readonly findings: readonly Finding[];
}
