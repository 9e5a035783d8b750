import { DATA_FILES, type DataTexts } from '../../knowledge/load';
import { failure, success, type Result } from '../../text/result';
import type { OutputBytes } from '../engine';
import { messageOf, readText, type StoreFiles } from './files';
import type { Generation } from './state';

/**
 * The texts of the data files, with the imported facts in place of the bundled ones.
 * @param base the mark of the bundled facts
 * @param merge merges anew, for imported facts that were merged with other bundled ones
 */
export async function importedTexts(
  files: StoreFiles,
  { merged }: Generation,
  bundled: DataTexts,
  base: string,
  merge: () => Promise<Result<readonly OutputBytes[]>>,
): Promise<Result<DataTexts>> {
  try {
    const texts = new Map<string, string>();
    if (merged.base === base) {
      for (const name of merged.files) texts.set(name, await readText(files, `${merged.folder}/${name}`));
    } else {
      const anew = await merge();
      if (!anew.ok) return anew;
      for (const { name, bytes } of anew.value) texts.set(name, new TextDecoder().decode(bytes));
    }
    return success({
      ...bundled,
      attack: texts.get(DATA_FILES.attack) ?? bundled.attack,
      frameworks: bundled.frameworks.map(
        (text, index) => texts.get(DATA_FILES.frameworks[index] ?? '') ?? text,
      ),
    });
  } catch (error) {
    return failure('unreadable', messageOf(error));
  }
}
