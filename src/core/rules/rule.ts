import type { PolicyDocument } from '../documents/document';
import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Reference } from '../recognition/reference';
import type { Resolution } from '../resolution/resolve';
import type { Message } from '../text/message';
import type { Span } from '../text/span';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type SeveritySetting = Severity | 'off';

export const RULE_IDS = [
  'no-mapping',
  'unknown-id',
  'revoked-technique',
  'deprecated-technique',
  'other-edition',
  'ambiguous-edition',
  'title-mismatch',
  'malformed-id',
  'link-mismatch',
  'tactic-mismatch',
  'aicm-id',
  'newer-id',
  'no-mapped-control',
  'unused-suppression',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** A reference with what the knowledge base says of it. */
export interface Resolved {
  readonly reference: Reference;
  readonly resolution: Resolution;
}

export interface RuleContext {
  readonly document: PolicyDocument;
  readonly knowledge: KnowledgeBase;
  /** Those that the document uses, else the first; never empty. */
  readonly frameworks: readonly Framework[];
  /** Certain references only. */
  readonly resolved: readonly Resolved[];
}

/** What a rule says of one reference. */
export interface Verdict {
  readonly reference: Reference;
  readonly message: Message;
  /** Ids that could stand there instead, the best first. */
  readonly replacements?: readonly CanonicalId[];
  /** It speaks of others of the document as well. */
  readonly isSummary?: boolean;
  /** Editions of the reference's framework that the document could declare, or the place could name, to settle it. */
  readonly declare?: readonly EditionId[];
}

/** A rule: what it looks for, how loud it is, and a function from references to verdicts. */
export interface Rule {
  readonly id: RuleId;
  /** Said in a few words, as a heading of its documentation. */
  readonly title: string;
  /** Why the rule exists, what to do and how to silence it; the text of the settings page. */
  readonly description: string;
  readonly defaultSeverity: SeveritySetting;
  readonly judge: (context: RuleContext) => readonly Verdict[];
  /** Says less of a document that is a catalog of controls, out of the verdicts that no comment silences. */
  readonly inCatalog?: (verdicts: readonly Verdict[], context: RuleContext) => readonly Verdict[];
}

/** A verdict with its severity: what the Problems panel and the command line show. */
export interface Finding extends Verdict {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly span: Span;
}

/** A rule that looks at one reference at a time. */
export function eachReference(
  judge: (resolved: Resolved, context: RuleContext) => Omit<Verdict, 'reference'> | undefined,
): Rule['judge'] {
  return (context) => {
    const verdicts: Verdict[] = [];
    for (const resolved of context.resolved) {
      const verdict = judge(resolved, context);
      if (verdict) verdicts.push({ ...verdict, reference: resolved.reference });
    }
    return verdicts;
  };
}
