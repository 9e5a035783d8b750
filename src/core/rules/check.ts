import { StatedTactics } from '../resolution/statedTactics';
import type { PolicyDocument } from '../documents/document';
import { ATTACK } from '../identifiers/grammar';
import type { Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { AttackDomain } from '../knowledge/records';
import { isCertain, type Reference } from '../recognition/reference';
import { declaredAttack, isOlder, releaseMeant, type DeclaredAttack } from '../resolution/declaredAttack';
import { pinnedVersion } from '../resolution/pinnedVersion';
import { resolveReference, type Resolution } from '../resolution/resolve';
import { countedFrameworks } from '../resolution/usedFrameworks';
import { ALL_RULES } from './allRules';
import { mergeRanges } from './mergeRanges';
import type { NoMappingSetting } from './noMappingSetting';
import type { Finding, Resolved, Rule, RuleId, SeveritySetting } from './rule';
import { Suppressions } from './suppressions';
import { unusedSuppression, unusedSuppressions } from './unusedSuppression';

export type RuleSeverities = Readonly<Partial<Record<RuleId, SeveritySetting>>>;

export interface CheckOptions {
  readonly severities: RuleSeverities;
  /** The ATT&CK version to judge by; the newest at hand where undefined. */
  readonly attackVersion?: string | undefined;
  /** `near` by default. */
  readonly noMapping?: NoMappingSetting;
}

/** The findings of a document, in order of their place and then of the rules. */
export function check(
  document: PolicyDocument,
  references: readonly Reference[],
  knowledge: KnowledgeBase,
  { severities, attackVersion, noMapping = 'near' }: CheckOptions,
): Finding[] {
  const certain = references.filter(isCertain);
  const suppressions = new Suppressions(document);
  if (certain.length === 0) return unusedFindings(document, suppressions, severities);
  const frameworks = countedFrameworks(knowledge, references, document.text);
  const declared = attackVersion === undefined ? earlierAttack(document, knowledge) : undefined;
  const resolve = (each: readonly Reference[]): ReturnType<typeof resolveEach> =>
    resolveEach(
      document,
      each,
      knowledge,
      frameworks,
      attackVersion ?? declared?.version,
      attackVersion !== undefined,
    );
  const resolved = resolve(certain);
  const findings: Finding[] = [];
  let stated: StatedTactics | undefined;
  let domain: AttackDomain | undefined;
  const context = {
    document,
    knowledge,
    frameworks,
    resolved,
    noMapping,
    declaredAttack: declared,
    statedTactics: () => (stated ??= new StatedTactics(document, certain)),
    attackDomain: () => (domain ??= knowledge.attack.mainDomain(certain.map(({ id }) => id))),
  };
  const probable = references.filter(({ certainty }) => certainty === 'likely');
  const likely = { ...context, resolved: resolve(probable) };
  for (const rule of ALL_RULES) {
    const severity = severities[rule.id] ?? rule.defaultSeverity;
    if (severity === 'off') continue;
    const verdicts = rule
      .judge(context)
      .filter(({ reference }) => !suppressions.isSilenced(rule.id, reference.place.line));
    const told = rule.summarize ? rule.summarize(verdicts, context) : verdicts;
    for (const verdict of mergeRanges(told, rule.ofRange))
      findings.push({
        ...verdict,
        rule: rule.id,
        severity: verdict.isQuiet === true ? 'hint' : severity,
        span: verdict.reference.span,
      });
    for (const verdict of rule.judgesLikely && probable.length > 0 ? rule.judge(likely) : []) {
      const { reference } = verdict;
      if (suppressions.isSilenced(rule.id, reference.place.line)) continue;
      const quieter = severity === 'hint' ? 'hint' : 'information';
      findings.push({ ...verdict, rule: rule.id, severity: quieter, span: reference.span });
    }
  }
  findings.push(...unusedFindings(document, suppressions, severities));
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The version that the document declares, if it is earlier than the newest. */
function earlierAttack(document: PolicyDocument, { attack }: KnowledgeBase): DeclaredAttack | undefined {
  const declared = declaredAttack(document);
  const version = declared && releaseMeant(declared.version, attack.versions());
  return declared && version !== undefined && isOlder(version, attack.newest())
    ? { ...declared, version }
    : undefined;
}

/** What the comments did not silence, now that every other rule has asked them. */
function unusedFindings(
  document: PolicyDocument,
  suppressions: Suppressions,
  severities: RuleSeverities,
): Finding[] {
  const { id: rule, defaultSeverity } = unusedSuppression;
  const severity = severities[rule] ?? defaultSeverity;
  if (severity === 'off') return [];
  const judged = new Set(ALL_RULES.filter(isOn).map(({ id }) => id));
  return unusedSuppressions(document, suppressions, judged).map((verdict) => ({
    ...verdict,
    rule,
    severity,
    span: verdict.reference.span,
  }));

  function isOn({ id, defaultSeverity: usual }: Rule): boolean {
    return (severities[id] ?? usual) !== 'off';
  }
}

/** A document names the same ids again and again: each is looked up once. */
function resolveEach(
  document: PolicyDocument,
  references: readonly Reference[],
  knowledge: KnowledgeBase,
  frameworks: readonly Framework[],
  attackVersion: string | undefined,
  isSetting: boolean,
): Resolved[] {
  const counted = knowledge.only(frameworks.map(({ key }) => key));
  const known = new Map<string, Resolution>();
  return references.map((reference) => {
    const version =
      reference.family === ATTACK ? (pinnedVersion(document, reference) ?? attackVersion) : undefined;
    const key = `${reference.id} ${reference.edition?.edition ?? version ?? ''}`;
    const base = reference.family === ATTACK ? counted : knowledge;
    const resolution = known.get(key) ?? resolveAsOf(base, reference, version, isSetting);
    known.set(key, resolution);
    return { reference, resolution };
  });
}

/** What a declared version doesn't have yet, a bundled release may know; a setting is strict. */
function resolveAsOf(
  knowledge: KnowledgeBase,
  reference: Reference,
  version: string | undefined,
  isStrict: boolean,
): Resolution {
  const resolution = resolveReference(knowledge, reference, version);
  const isKnownLater = resolution.kind === 'newer' && !isStrict && version !== undefined;
  return isKnownLater ? resolveReference(knowledge, reference) : resolution;
}
