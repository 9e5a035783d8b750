/** What people read about a rule beside its title and description. Texts are Markdown; `docs/` begins a link to our pages. */
export interface RuleDocumentation {
  /** Why the rule exists, and what else a reader has to know about it. */
  readonly why: string;
  readonly reported: readonly ReportedExample[];
  readonly notReported: readonly UnreportedExample[];
  /** What to do about a finding. */
  readonly fix: string;
  /** The comment that silences the rule best: on one line, or from a line on. */
  readonly silence: 'disable-line' | 'disable';
  /** Settings that change what it reports, by full key; its severity is not among them. */
  readonly settings: readonly string[];
}

interface Example {
  readonly language: 'markdown' | 'yaml';
  readonly text: string;
}

/** A document with one finding of the rule. */
export interface ReportedExample extends Example {
  readonly message: string;
}

/** A document without a finding of the rule. */
export interface UnreportedExample extends Example {
  /** Why it has none, in a sentence. */
  readonly because: string;
}
