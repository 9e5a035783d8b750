import type { CanonicalId } from '../core/identifiers/grammar';
import type { EditionId, Framework } from '../core/knowledge/framework';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { pageBlocks } from '../core/page/page';
import { markdownFilePieces } from '../core/text/renderMarkdown';

/** The reading page of an ID, without links to other pages. */
export function explainMarkdown(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  edition: EditionId | undefined,
): Generator<string> {
  const scene = {
    knowledge,
    hasPageLinks: false,
    editionOf: ({ mappingEdition }: Framework): EditionId => mappingEdition,
  };
  return markdownFilePieces(pageBlocks(scene, { id, edition }));
}
