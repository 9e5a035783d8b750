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

/** Where nothing says which edition is meant. */
function withoutWord(id: CanonicalId, framework: Framework): EditionChoice {
  const edition = framework.defaultEdition(id);
  const isOnly = edition !== MAPPING_EDITION && framework.readings(id).length === 1;
  return { edition, source: isOnly ? 'only-edition' : 'default', text: '' };
}
