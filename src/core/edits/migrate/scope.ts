import type { Analysis } from '../../analysis/analysis';
import { MAPPING_EDITION, type EditionId, type Framework } from '../../knowledge/framework';
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
export function speaksOf({ knowledge }: Analysis, reference: Reference, from: EditionId): boolean {
  const { edition: choice, id, certainty } = reference;
  const framework = knowledge.frameworkOf(id);
  if (!choice || certainty === 'doubtful' || !framework?.hasEdition(from)) return false;
  if (choice.source === 'prefix' && choice.edition === MAPPING_EDITION) return false;
  if (choice.edition === from) return true;
  const there = framework.byId(from, id);
  if (!there) return false;
  if (choice.source === 'title') return titleWords(framework.title(there, from)) === titleWords(choice.text);
  return UNSAID.has(choice.source);
}

/** The framework that an edition belongs to, of those that have several. */
export function frameworkOfEdition({ knowledge }: Analysis, edition: EditionId): Framework {
  const all = [...knowledge.frameworks.values()];
  return all.find((each) => each.published.length > 1 && each.hasEdition(edition)) ?? knowledge.first;
}

/** The line that the edition of a reference is read from, where that line is about both editions. */
export function lineOfBoth(
  { document: { lines } }: Analysis,
  { edition, place, family }: Reference,
  from: EditionId,
  to: EditionId,
): number | undefined {
  const line = edition?.source === 'column' ? place.cell?.table : place.line;
  const isNear = edition !== undefined && NEAR.has(edition.source);
  return isNear && line !== undefined && namesBoth(lines.textOf(line), family, from, to) ? line : undefined;
}

const NEAR: ReadonlySet<string> = new Set(['prefix', 'before', 'after', 'row', 'column']);
