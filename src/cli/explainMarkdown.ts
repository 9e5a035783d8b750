import type { CanonicalId } from '../core/identifiers/grammar';
import type { EditionId, Framework } from '../core/knowledge/framework';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { pageBlocks } from '../core/page/page';
import { textKeys } from '../core/page/textKeys';
import type { StoreFiles } from '../core/publisher/store/files';
import { readTexts } from '../core/publisher/store/readTexts';
import type { Generation } from '../core/publisher/store/state';
import { success } from '../core/text/result';
import { markdownFilePieces } from '../core/text/renderMarkdown';
import { printable } from './printable';

/** What was imported, and where it is. */
export interface ImportedFiles {
  readonly files: StoreFiles;
  readonly generation: Generation;
}

/** The reading page of an ID, without links to other pages; with the publishers' texts if they were imported. */
export async function explainMarkdown(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  edition: EditionId | undefined,
  imported: ImportedFiles | undefined,
): Promise<{ readonly out: Generator<string>; readonly error: string }> {
  const target = { id, edition };
  const keys = textKeys(knowledge, target);
  const texts =
    imported && keys ? await readTexts(imported.files, imported.generation, keys) : success(undefined);
  const scene = {
    knowledge,
    hasPageLinks: false,
    editionOf: ({ mappingEdition }: Framework): EditionId => mappingEdition,
    texts: texts.ok ? texts.value : undefined,
  };
  const error = texts.ok ? '' : `${printable(texts.failure.message)}\n`;
  return { out: markdownFilePieces(pageBlocks(scene, target)), error };
}
