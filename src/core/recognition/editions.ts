import type { Family } from '../identifiers/grammar';
import { MAPPING_EDITION, type Framework } from '../knowledge/framework';
import type { DocumentContext, Surroundings } from './context';
import type { LocatedCandidate } from './locate';
import { editionIn } from './reading';
import type { EditionChoice, EditionSetting } from './reference';
import { placeOf, titlesBeside } from './titles';

/**
 * The edition that a control reference speaks of. What stands nearest decides; a setting counts only if the document
 * says nothing; at the very end, the mapping file's own numbering.
 */
export function chooseEdition(
  each: LocatedCandidate,
  surroundings: Surroundings,
  context: DocumentContext,
  framework: Framework,
  setting: EditionSetting,
): EditionChoice {
  const { id, family } = each.candidate;
  const declared = declaredEdition(surroundings, family);
  if (declared && framework.mayBeOf(declared.edition, id)) return declared;
  const byTitle = editionOfTitle(each, context, framework);
  if (byTitle) return byTitle;
  const onlyEdition = context.names.onlyEdition(family);
  if (onlyEdition && framework.mayBeOf(onlyEdition, id))
    return { edition: onlyEdition, source: 'document', text: '' };
  if (setting !== 'auto') return { edition: setting, source: 'setting', text: '' };
  return withoutWord(each, framework);
}

/** The edition that the nearest piece of context names; what the document says somewhere else is not asked. */
export function declaredEdition(
  { pieces, bareEdition }: Surroundings,
  family: Family,
): EditionChoice | undefined {
  const [prefix, ...others] = pieces[0]?.scope === 'prefix' ? pieces : [undefined, ...pieces];
  const inPrefix = prefix && editionIn(prefix.reading, family);
  if (prefix && inPrefix) return { edition: inPrefix, source: 'prefix', text: prefix.text };
  if (bareEdition)
    return { edition: bareEdition.edition, source: bareEdition.scope, text: bareEdition.edition };
  for (const piece of others) {
    if (!piece || piece.scope === 'document') continue;
    const edition =
      editionIn(piece.reading, family) ?? lastEdition(piece.scope, piece.reading.frameworks, family);
    if (edition) return { edition, source: piece.scope, text: piece.text };
  }
  return undefined;
}

/** In a sentence, the one that is named last. */
function lastEdition(
  scope: string,
  frameworks: readonly { readonly key: Family; readonly version?: string }[],
  family: Family,
): string | undefined {
  if (scope !== 'before') return undefined;
  return frameworks.findLast(({ key, version }) => key === family && version !== undefined)?.version;
}

/** The edition in which the id has the title that stands beside it; if several have, the default one. */
function editionOfTitle(
  each: LocatedCandidate,
  { document }: DocumentContext,
  framework: Framework,
): EditionChoice | undefined {
  const readings = framework.readings(each.candidate.id);
  if (readings.length < 2) return undefined;
  const titles = readings.map(({ edition, control }) => framework.title(control, edition));
  const beside = titlesBeside(document, placeOf(each), titles);
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

/** Nothing says which edition is meant. */
function withoutWord({ candidate: { id } }: LocatedCandidate, framework: Framework): EditionChoice {
  if (framework.isLegacy(id)) return { edition: framework.legacyEdition, source: 'only-edition', text: '' };
  const edition = framework.defaultEdition(id);
  const isOnly = edition !== MAPPING_EDITION && framework.readings(id).length === 1;
  return { edition, source: isOnly ? 'only-edition' : 'default', text: '' };
}
