import type { Analysis } from '../../analysis/analysis';
import type { CanonicalId } from '../../identifiers/grammar';
import { ATTACK } from '../../identifiers/grammar';
import { isCertain, type Reference } from '../../recognition/reference';
import { pinnedVersion } from '../../resolution/pinnedVersion';
import type { Finding } from '../../rules/rule';
import { listed, message, type Message } from '../../text/message';
import { movedTacticEdits, movedTactics, tacticsNow, type MovedTactic } from '../safety/movedTactics';
import { proposeWithoutRepeats } from '../safety/proposal';
import type { AttackDecision, AttackDecisionKind } from './attackMigration';

/** What a migration leaves to a person, once nothing is left that it can change. In order of place. */
export function decisionsLeft(analysis: Analysis): AttackDecision[] {
  const moved = movedTactics(analysis).filter((each) => isOpen(analysis, each));
  const told = new Set(moved.flatMap(({ places }) => places));
  const found = [
    ...analysis.findings.flatMap((finding) =>
      told.has(finding.reference) ? [] : ofFinding(analysis, finding),
    ),
    ...moved.map((each) => ofMoved(analysis, each)),
    ...pinned(analysis),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function isOpen(analysis: Analysis, moved: MovedTactic): boolean {
  const edits = movedTacticEdits(analysis, moved);
  return edits === undefined || edits.length > 0;
}

function ofFinding(analysis: Analysis, finding: Finding): AttackDecision[] {
  const { rule, reference } = finding;
  if (rule === 'revoked-technique') return [ofRevoked(analysis, reference)];
  if (rule === 'deprecated-technique')
    return [decision('deprecated', reference, ofDeprecated(analysis, finding))];
  return rule === 'outdated-name' ? [decision('tactic', reference, ofName(analysis, finding))] : [];
}

function ofRevoked(analysis: Analysis, reference: Reference): AttackDecision {
  const [to, ...others] = analysis.knowledge.attack.replacementsOf(reference.id);
  if (to === undefined)
    return decision(
      'successor',
      reference,
      message('{0} was revoked without a successor.', named(analysis, reference.id)),
    );
  if (others.length > 0) {
    const choice = [to, ...others].map((id) => named(analysis, id));
    return decision(
      'successor',
      reference,
      message('{0} was revoked. Use {1}.', named(analysis, reference.id), listed(choice, 'or')),
    );
  }
  const { caution } = proposeWithoutRepeats(analysis, reference, to);
  const why = caution?.text ?? 'what is next to it changes too';
  const text = message(
    '{0} is now {1}, but was left unchanged: {2}.',
    reference.id,
    named(analysis, to),
    why,
  );
  return decision(caution?.template.includes('already') ? 'repeat' : 'tactic', reference, text);
}

function ofDeprecated({ knowledge: { attack } }: Analysis, { reference, message: own }: Finding): Message {
  const facts = attack.at(reference.id);
  if (facts?.status !== 'deprecated') return own; // of PRE-ATT&CK
  const instead = facts.successors.map((id) => `${id} ${attack.name(id)}`);
  const name = `${facts.id} ${facts.name}`;
  return instead.length === 0
    ? message('{0} is deprecated and has no successor.', name)
    : message('{0} is deprecated. Use {1} if it applies.', name, listed(instead, 'or'));
}

function ofName({ knowledge: { attack } }: Analysis, { reference, replacements = [] }: Finding): Message {
  const names = replacements.map((id) => `${attack.name(id)} (${id})`);
  return message('{0} is now {1}. Choose one.', reference.text, listed(names, 'or'));
}

function ofMoved(
  { knowledge: { attack } }: Analysis,
  { places, moved, wanted }: MovedTactic,
): AttackDecision {
  const [place] = places;
  if (!place) throw new Error('A moved tactic has a place');
  const [first = ''] = moved;
  const more = moved.length > 1 ? ` and ${String(moved.length - 1)} more` : '';
  const now = [...new Set(moved.flatMap((id) => tacticsNow(id, attack)))];
  const names = listed((wanted.length > 0 ? wanted : now).map((id) => `${attack.name(id)} (${id})`));
  const text =
    wanted.length > 0
      ? message('{0}{1} moved to another tactic: {2} should be {3}.', first, more, place.text, names)
      : message("{0}{1} isn't in {2} anymore. Now: {3}.", first, more, place.text, names);
  return decision('tactic', place, text);
}

/** An address of a fixed release stays true; whoever reads the new one needs a look. */
function pinned(analysis: Analysis): AttackDecision[] {
  const { attack } = analysis.knowledge;
  return analysis.references.flatMap((reference) => {
    if (reference.family !== ATTACK || !isCertain(reference) || reference.implied) return [];
    if (attack.at(reference.id)?.status !== 'revoked') return [];
    const version = pinnedVersion(analysis.document, reference);
    if (version === undefined || reference.linkText !== undefined) return [];
    return [
      decision(
        'pinned',
        reference,
        message('{0} links to ATT&CK {1}. Left unchanged.', reference.id, version),
      ),
    ];
  });
}

function named({ knowledge: { attack } }: Analysis, id: CanonicalId): string {
  return `${id} ${attack.name(id)}`;
}

function decision(kind: AttackDecisionKind, { span }: Reference, text: Message): AttackDecision {
  return { kind, span, message: text };
}
