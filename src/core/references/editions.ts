import type { CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION, type EditionId, type Framework } from '../knowledge/framework';
import type { ContextPiece, DocumentContext } from './context';
import { editionsNamed } from './mentions';
import type { EditionChoice } from './reference';

/** An edition for documents that say nothing; `auto` leaves it to the mapping file's own numbering. */
export type EditionSetting = EditionId;

/**
 * The edition that a control reference speaks of. What stands nearest decides; a setting counts only where the
 * document says nothing; at the very end, the mapping file's own numbering.
 */
export function chooseEdition(
  id: CanonicalId,
  pieces: readonly ContextPiece[],
  context: DocumentContext,
  framework: Framework,
  setting: EditionSetting,
): EditionChoice {
  for (const piece of pieces) {
    const edition =
      piece.mentions.edition ?? (piece.scope === 'before' ? editionsNamed(piece.text).at(-1) : undefined);
    if (edition) return { edition, source: piece.scope, text: piece.text };
  }
  if (context.onlyEdition) return { edition: context.onlyEdition, source: 'document', text: '' };
  if (setting !== 'auto') return { edition: setting, source: 'setting', text: '' };
  return withoutWord(id, framework);
}

/** As the mapping file numbers it; an id that it does not have is the newest edition's that does. */
function withoutWord(id: CanonicalId, framework: Framework): EditionChoice {
  const published = framework.published.filter((edition) => framework.byId(edition.id, id));
  const [newest] = published;
  if (!newest || framework.byId(MAPPING_EDITION, id))
    return { edition: MAPPING_EDITION, source: 'default', text: '' };
  return { edition: newest.id, source: published.length === 1 ? 'only-edition' : 'default', text: '' };
}
