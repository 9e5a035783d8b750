import type { Analysis } from '../../analysis/analysis';
import { MAPPING_EDITION, type EditionId } from '../../knowledge/framework';
import type { EditionChoice, Reference } from '../../recognition/reference';
import { titleWords } from '../../knowledge/titles';
import { namesBoth } from './declarations';

/** Sources of an edition that the document itself says nothing of. */
const UNSAID: ReadonlySet<EditionChoice['source']> = new Set(['default', 'setting', 'only-edition']);

export function isUnsaid({ edition }: Reference): boolean {
  return edition !== undefined && UNSAID.has(edition.source);
}

/**
 * Whether a reference speaks of the edition that a document is brought from: because the document says so, or because
 * it says nothing. An address of the Mappings Explorer has a numbering of its own.
 */
export function speaksOf({ knowledge: { ccm } }: Analysis, reference: Reference, from: EditionId): boolean {
  const { edition: choice, id, certainty } = reference;
  if (!choice || certainty === 'doubtful') return false;
  if (choice.source === 'prefix' && choice.edition === MAPPING_EDITION) return false;
  if (choice.edition === from) return true;
  const there = ccm.byId(from, id);
  if (!there) return false;
  if (choice.source === 'title') return titleWords(ccm.title(there, from)) === titleWords(choice.text);
  return UNSAID.has(choice.source);
}

/** The line that the edition of a reference is read from, where that line is about both editions. */
export function lineOfBoth(
  { document: { lines } }: Analysis,
  { edition, place }: Reference,
  from: EditionId,
  to: EditionId,
): number | undefined {
  const line = edition?.source === 'column' ? place.cell?.table : place.line;
  const isNear = edition !== undefined && NEAR.has(edition.source);
  return isNear && line !== undefined && namesBoth(lines.textOf(line), from, to) ? line : undefined;
}

const NEAR: ReadonlySet<string> = new Set(['prefix', 'before', 'after', 'row', 'column']);
