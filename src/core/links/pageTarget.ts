import type { Analysis } from '../analysis/analysis';
import { citationsOf } from '../analysis/citations';
import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { PageTarget } from './pageAddress';

/**
 * The page of an ID that a document names. That of a technique numbers controls as the document does, if that isn't the
 * numbering of the mapping file.
 */
export function pageTargetIn(analysis: Analysis, id: CanonicalId, edition?: EditionId): PageTarget {
  if (edition !== undefined) return { id, edition };
  const { editionOf } = citationsOf(analysis);
  const [own] = [...analysis.counted.frameworks.values()].flatMap((framework) => {
    const numbered = editionOf(framework);
    return numbered === framework.mappingEdition ? [] : [numbered];
  });
  return own === undefined ? { id } : { id, edition: own };
}
