import type { Analysis } from '../analysis/analysis';
import { citationsOf } from '../analysis/citations';
import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import type { PageTarget } from './pageAddress';

/**
 * The page of an ID that a document names. That of a technique numbers controls as the document does, if that isn't the
 * numbering of the mapping file.
 */
export function pageTargetIn(analysis: Analysis, id: CanonicalId, edition?: EditionId): PageTarget {
  const own = analysis.knowledge.frameworkOf(id);
  if (own && edition !== undefined) return controlTarget(own, id, edition);
  const { editionOf } = citationsOf(analysis);
  const [declared] = [...analysis.counted.frameworks.values()].flatMap((framework) => {
    const numbered = editionOf(framework);
    return numbered === framework.mappingEdition ? [] : [numbered];
  });
  return declared === undefined ? { id } : { id, edition: declared };
}

/** The page of a control. One page has one address: it names the edition only if another one is read by default. */
export function controlTarget(framework: Framework, id: CanonicalId, edition: EditionId): PageTarget {
  return framework.defaultEdition(id) === edition ? { id } : { id, edition };
}
