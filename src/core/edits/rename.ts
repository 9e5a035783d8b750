import type { Analysis } from '../analysis/analysis';
import { ATTACK, parseIdentifier, type CanonicalId } from '../identifiers/grammar';
import { tacticLetters } from '../knowledge/titles';
import type { Reference } from '../recognition/reference';
import type { TextEdit } from '../text/edit';
import { failure, success, type Result } from '../text/result';
import { replaceId } from './replaceId';
import { together } from './safety/together';

/** The technique or tactic that is named at an offset, by its ID or by its name; undefined if none is. */
export function renamableAt(analysis: Analysis, offset: number): Reference | undefined {
  const { attack } = analysis.knowledge;
  return analysis.references.find((each) => {
    const isThere = each.span.start <= offset && offset <= each.span.end;
    return isThere && isRenamable(each) && attack.has(each.id);
  });
}

/** What a technique or tactic is to be, written as an ID or as a name: of the same kind, and known. */
export function idToRename(
  { knowledge: { attack } }: Analysis,
  reference: Reference,
  written: string,
): Result<CanonicalId> {
  const isTactic = reference.kind === 'tactic';
  const what = isTactic ? 'tactic' : 'technique';
  const domains = new Set(attack.at(reference.id)?.domains);
  const named = isTactic
    ? attack.ids('tactic').filter((id) => tacticLetters(attack.name(id)) === tacticLetters(written))
    : attack.techniquesNamed(written);
  const own = named.find((id) => attack.at(id)?.domains.some((domain) => domains.has(domain)));
  const id = parseIdentifier(written.trim().toUpperCase()) ?? own ?? named[0];
  const found = id && attack.at(id);
  if (!found || (found.kind === 'tactic') !== isTactic || !isTechniqueOrTactic(found.kind))
    return failure(
      'unknown',
      `"${written}" isn't a ${what} of ATT&CK ${attack.newest()}, by its ID or its name.`,
    );
  return success(found.id);
}

/** Puts another technique or tactic in every place of one, with names, links and spellings; repeats nothing. */
export function renameEdits(analysis: Analysis, from: CanonicalId, to: CanonicalId): readonly TextEdit[] {
  const places = analysis.references.filter((each) => each.id === from && isRenamable(each));
  return together(
    analysis,
    places.map((each) => replaceId(analysis, each, to)),
  ).edits;
}

function isRenamable({ family, kind, certainty, implied, range }: Reference): boolean {
  return family === ATTACK && certainty === 'certain' && !implied && !range && isTechniqueOrTactic(kind);
}

function isTechniqueOrTactic(kind: string): boolean {
  return kind === 'tactic' || kind === 'technique' || kind === 'sub-technique';
}
