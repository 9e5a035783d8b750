import type { StatedTactics } from '../resolution/statedTactics';
import type { PolicyDocument } from '../documents/document';
import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { AttackDomain } from '../knowledge/records';
import type { Reference } from '../recognition/reference';
import type { DeclaredAttack } from '../resolution/declaredAttack';
import type { Resolution } from '../resolution/resolve';
import type { Message } from '../text/message';
import type { Span } from '../text/span';
import type { NoMappingSetting } from './noMappingSetting';

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
  'invented-title',
  'malformed-id',
  'link-mismatch',
  'tactic-mismatch',
  'outdated-name',
  'name-mismatch',
  'older-attack',
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
  /** The earlier ATT&CK version that the document declares, unless a setting names one. */
  readonly declaredAttack?: DeclaredAttack | undefined;
  /** Certain references only. */
  readonly resolved: readonly Resolved[];
  /** The tactics that the document states with its techniques; read when a rule asks first. */
  readonly statedTactics: () => StatedTactics;
  /** The domain of ATT&CK that the document is about. */
  readonly attackDomain: () => AttackDomain;
  /** How many warnings the rule `no-mapping` gives. */
  readonly noMapping: NoMappingSetting;
}

/** Another place that a finding speaks of, with what it says there. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** What a rule says of one reference. */
export interface Verdict {
  readonly reference: Reference;
  readonly message: Message;
  /** Ids that could stand there instead, the best first. */
  readonly replacements?: readonly CanonicalId[];
  /** Titles that could take the place of the one beside the id. */
  readonly titles?: readonly string[];
  /** It speaks of others of the document as well. */
  readonly isSummary?: boolean;
  /** The other places that a summary speaks of, in order. */
  readonly related?: readonly Related[];
  /** A summary or an earlier place says it already: this place gets a hint, whatever the severity of the rule. */
  readonly isQuiet?: boolean;
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
  /** It judges likely references too, in a document with certain ones: as information at most. */
  readonly judgesLikely?: true;
  /** Chooses which verdicts are loud, out of those that no comment silences; the others become quiet. */
  readonly summarize?: (verdicts: readonly Verdict[], context: RuleContext) => readonly Verdict[];
  /** What is said of several controls of one range if it isn't the same of all of them, in one sentence. */
  readonly ofRange?: (verdicts: readonly Verdict[]) => Message;
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
