import type { Analysis } from '../../analysis/analysis';
import { ATTACK } from '../../identifiers/grammar';
import { isCertain } from '../../recognition/reference';
import { declaredPlaces, isOlder, releaseMeant, type DeclaredPlace } from '../../resolution/declaredAttack';
import { message } from '../../text/message';
import type { AttackDecision, AttackEdit } from './attackMigration';

/** The places that declare an earlier release, if the document names an enterprise technique or tactic. */
export function olderDeclarations({
  document,
  references,
  knowledge: { attack },
}: Analysis): readonly DeclaredPlace[] {
  const older = declaredPlaces(document).filter(({ version }) =>
    isOlder(releaseMeant(version, attack.versions()), attack.newest()),
  );
  const isEnterprise =
    older.length > 0 &&
    references.some(
      (each) =>
        each.family === ATTACK && isCertain(each) && attack.at(each.id)?.domains.includes('enterprise'),
    );
  return isEnterprise ? older : [];
}

export function declarationEdits(analysis: Analysis): AttackEdit[] {
  const { attack } = analysis.knowledge;
  return olderDeclarations(analysis).map(({ span, version }) => ({
    kind: 'declaration',
    span,
    newText: numberAs(version, attack.newest()),
  }));
}

/** Words are read once more by a person; a key isn't. */
export function declarationDecisions(analysis: Analysis): AttackDecision[] {
  const to = analysis.knowledge.attack.newest();
  return olderDeclarations(analysis)
    .filter(({ source }) => source !== 'key')
    .map(({ span, version }) => ({
      kind: 'declaration',
      span,
      message: message(
        'Changed {0} to {1}. Check that the sentence still holds.',
        version,
        numberAs(version, to),
      ),
    }));
}

/** A version without a minor one stays so: `16` becomes `19`. */
function numberAs(written: string, version: string): string {
  return written.includes('.') ? version : (version.split('.')[0] ?? version);
}
