import type { Analysis } from '../../analysis/analysis';
import type { Reference } from '../../recognition/reference';
import type { Finding, RuleId } from '../../rules/rule';
import type { TextEdit } from '../../text/edit';
import { theOneReplacement } from '../fixes';
import { movedTacticEdits, movedTactics } from '../safety/movedTactics';
import { sound } from '../safety/sound';
import type { AttackEdit, AttackEditKind } from './attackMigration';
import { declarationEdits } from './declarations';

/** Rules that find what an earlier release had. */
export const MIGRATED_RULES: readonly RuleId[] = [
  'revoked-technique',
  'deprecated-technique',
  'outdated-name',
];

/** What can be changed of a document without a decision, all at once. */
export function migrationStep(analysis: Analysis): AttackEdit[] {
  const fixes = [
    ...analysis.findings
      .filter(isMended)
      .map((finding) => ({ finding, edits: theOneReplacement(analysis, finding) })),
    ...movedTactics(analysis).map((each) => ({ edits: movedTacticEdits(analysis, each) ?? [] })),
  ].filter(({ edits }) => edits.length > 0);
  const kinds = new KindOfEdit(analysis);
  const edits = sound(analysis, fixes).edits.map((edit) => ({ ...edit, kind: kinds.of(edit) }));
  return [...edits, ...declarationEdits(analysis)].sort((a, b) => a.span.start - b.span.start);
}

/** What a deprecated technique should be is never certain. */
function isMended({ rule }: Finding): boolean {
  return rule === 'revoked-technique' || rule === 'outdated-name';
}

const IN_ADDRESS = /attack\.mitre\.org\/[^\s<>"')\]]{0,120}$/i;
const MAX_ADDRESS = 200;

/** What each edit of a fix is for, by what is at its place. */
class KindOfEdit {
  private readonly byStart = new Map<number, Reference>();

  constructor(private readonly analysis: Analysis) {
    for (const reference of analysis.references)
      for (const { start } of reference.parts ?? [reference.span]) this.byStart.set(start, reference);
  }

  of({ span: { start, end }, newText }: TextEdit): AttackEditKind {
    if (newText === '') return 'repeat';
    if (start === end) return 'tactic';
    const { text } = this.analysis.document;
    if (IN_ADDRESS.test(text.slice(Math.max(0, start - MAX_ADDRESS), start))) return 'link';
    const reference = this.byStart.get(start);
    if (!reference) return 'name';
    return reference.kind === 'tactic' ? 'tactic' : 'id';
  }
}
