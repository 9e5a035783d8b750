import type { CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION, type EditionId, type Framework } from '../knowledge/framework';
import type { DocumentContext } from './context';
import type { ContextPiece } from './pieces';
import { editionsNamed } from './mentions';
import type { EditionChoice } from './reference';
import type { Sighting } from './sightings';
import { titlesBeside } from './titles';

/** An edition for documents that say nothing; `auto` leaves it to the mapping file's own numbering. */
export type EditionSetting = EditionId;

/**
 * The edition that a control reference speaks of. What stands nearest decides; a setting counts only where the
 * document says nothing; at the very end, the mapping file's own numbering.
 */
export function chooseEdition(
  sighting: Sighting,
  context: DocumentContext,
  framework: Framework,
  setting: EditionSetting,
): EditionChoice {
  const { id } = sighting.candidate;
  const declared = declaredEdition(context.piecesFor(sighting));
  if (declared && framework.mayBeOf(declared.edition, id)) return declared;
  const byTitle = editionOfTitle(sighting, context, framework);
  if (byTitle) return byTitle;
  const { onlyEdition } = context;
  if (onlyEdition && framework.mayBeOf(onlyEdition, id))
    return { edition: onlyEdition, source: 'document', text: '' };
  if (setting !== 'auto') return { edition: setting, source: 'setting', text: '' };
  return withoutWord(id, framework);
}

/** The edition that the nearest piece of context names; what the document says somewhere else is not asked. */
export function declaredEdition(pieces: readonly ContextPiece[]): EditionChoice | undefined {
  for (const { scope, text, mentions } of pieces) {
    if (scope === 'document') continue;
    const edition = mentions.edition ?? (scope === 'before' ? editionsNamed(text).at(-1) : undefined);
    if (edition) return { edition, source: scope, text };
  }
  return undefined;
}

/** The edition in which the id has the title that stands beside it; where several have, the default one. */
function editionOfTitle(
  sighting: Sighting,
  { document }: DocumentContext,
  framework: Framework,
): EditionChoice | undefined {
  const readings = framework.readings(sighting.candidate.id);
  if (readings.length < 2) return undefined;
  const titles = readings.map(({ edition, control }) => framework.title(control, edition));
  const beside = titlesBeside(document, sighting, titles);
  const matching = readings.filter((_reading, index) => beside.includes(titles[index] ?? ''));
  const [first] = matching;
  if (!first || matching.length === readings.length) return undefined;
  const preferred = matching.find(({ edition }) => edition === MAPPING_EDITION) ?? first;
  return {
    edition: preferred.edition,
    source: 'title',
    text: framework.title(preferred.control, preferred.edition),
  };
}

/** Where nothing says which edition is meant. */
function withoutWord(id: CanonicalId, framework: Framework): EditionChoice {
  if (framework.isLegacy(id)) return { edition: framework.legacyEdition, source: 'only-edition', text: '' };
  const edition = framework.defaultEdition(id);
  const isOnly = edition !== MAPPING_EDITION && framework.readings(id).length === 1;
  return { edition, source: isOnly ? 'only-edition' : 'default', text: '' };
}
