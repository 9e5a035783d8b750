import { Analysis } from '../../analysis/analysis';
import { RULE_IDS } from '../../rules/rule';
import type { Settings } from '../../settings/settings';
import { composeEdits, offsetBefore } from '../../text/composeEdits';
import { applyEdits } from '../../text/edit';
import { message } from '../../text/message';
import type { AttackDecision, AttackEdit, AttackMigration } from './attackMigration';
import { declarationDecisions } from './declarations';
import { decisionsLeft } from './decisions';
import { migrationStep, MIGRATED_RULES } from './step';

/** One round changes what the one before made possible: an ID, then the tactic that it is listed under. */
const MAX_ROUNDS = 6;

/**
 * Brings a document to the newest bundled release of ATT&CK: IDs, tactics, names, links, tags and what declares the
 * release. What a person must decide is left as it is, and told. Done again, it changes nothing.
 */
export function migrateAttack(analysis: Analysis): AttackMigration {
  const { document, everything } = analysis;
  const settings = settingsFor(analysis);
  const said = declarationDecisions(analysis);
  let current = new Analysis(document.text, document.languageId, everything, settings);
  const inferred = inferredSuccessors(current);
  let edits: AttackEdit[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const step = migrationStep(current);
    if (step.length === 0) break;
    edits = composeEdits(document.text, edits, step);
    current = new Analysis(
      applyEdits(current.document.text, step),
      document.languageId,
      everything,
      settings,
    );
  }
  const left = decisionsLeft(current).map((each) => asBefore(each, edits));
  const decisions = [...said, ...inferred.filter((each) => isChanged(each, edits)), ...left];
  return {
    to: analysis.knowledge.attack.newest(),
    edits,
    decisions: decisions.sort((a, b) => a.span.start - b.span.start),
  };
}

/** Judged by the newest release, whatever the document declares and which rules are on. */
function settingsFor({ settings, everything }: Analysis): Settings {
  const rules = { ...settings.rules };
  for (const rule of RULE_IDS) rules[rule] = MIGRATED_RULES.includes(rule) ? 'warning' : 'off';
  return { ...settings, rules, attackVersion: everything.attack.newest() };
}

function inferredSuccessors({ findings, knowledge: { attack } }: Analysis): AttackDecision[] {
  return findings.flatMap(({ rule, reference }): AttackDecision[] => {
    const facts = attack.at(reference.id);
    const [to] = facts?.successors ?? [];
    if (rule !== 'revoked-technique' || !facts?.inferred || to === undefined) return [];
    const text = message(
      'Changed {0} to {1}, which was inferred from the name. Check that it fits.',
      ...[reference.id, `${to} ${attack.name(to)}`],
    );
    return [{ kind: 'inferred', span: reference.span, message: text }];
  });
}

function isChanged({ span }: AttackDecision, edits: readonly AttackEdit[]): boolean {
  return edits.some((edit) => edit.span.start <= span.start && span.end <= edit.span.end);
}

function asBefore(decision: AttackDecision, edits: readonly AttackEdit[]): AttackDecision {
  const { start, end } = decision.span;
  const from = offsetBefore(edits, start);
  return { ...decision, span: { start: from, end: Math.max(from, offsetBefore(edits, end)) } };
}
