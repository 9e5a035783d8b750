import type { CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION, type EditionId, type Framework } from '../knowledge/framework';
import type { ContextPiece, DocumentContext } from './context';
import { editionsNamed } from './mentions';
import type { EditionChoice } from './reference';

/** `auto`: what the document says, else as the mapping file numbers it. Any other value: where the document says nothing. */
export type EditionSetting = 'auto' | EditionId;

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
  const published = framework.published.filter((edition) => framework.byId(edition.id, id));
  const [only] = published;
  const isInMapping = framework.byId(MAPPING_EDITION, id) !== undefined;
  if (only && published.length === 1 && !isInMapping)
    return { edition: only.id, source: 'only-edition', text: '' };
  return { edition: MAPPING_EDITION, source: 'default', text: '' };
}
