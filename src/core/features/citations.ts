import { MAPPING_EDITION, type EditionId } from '../knowledge/framework';
import { isCertain, type Reference } from '../references/reference';
import type { Analysis } from '../analysis/analysis';

/** Which controls a document cites, by key, and how it numbers them. */
export interface Citations {
  readonly controls: ReadonlySet<string>;
  /** The edition that most of its control references speak of. */
  readonly edition: EditionId;
}

const memo = new WeakMap<Analysis, Citations>();

/** Likely references count too: whoever wrote them meant the control. */
export function citationsOf(analysis: Analysis): Citations {
  const known = memo.get(analysis) ?? readCitations(analysis);
  memo.set(analysis, known);
  return known;
}

function readCitations(analysis: Analysis): Citations {
  const controls = new Set<string>();
  const votes = new Map<EditionId, number>();
  for (const reference of analysis.references) {
    if (reference.family === 'attack' || reference.certainty === 'doubtful') continue;
    const resolution = analysis.resolve(reference);
    if (resolution.kind === 'control') controls.add(resolution.control.key);
    else if (resolution.kind === 'other-edition' && resolution.readings[0])
      controls.add(resolution.readings[0].control.key);
    const edition = reference.edition?.edition;
    if (edition && isCertain(reference)) votes.set(edition, (votes.get(edition) ?? 0) + 1);
  }
  return { controls, edition: favorite(analysis, votes) };
}

function favorite(analysis: Analysis, votes: ReadonlyMap<EditionId, number>): EditionId {
  const setting = analysis.settings.ccmEdition;
  let best: EditionId = setting === 'auto' ? MAPPING_EDITION : setting;
  let most = 0;
  for (const [edition, count] of votes) {
    const isKnown = analysis.knowledge.ccm.editions.some(({ id }) => id === edition);
    if (isKnown && count > most) [best, most] = [edition, count];
  }
  return best;
}

/** Techniques among references that may be counted. */
export function isTechniqueReference(reference: Reference): boolean {
  return (reference.kind === 'technique' || reference.kind === 'sub-technique') && isCertain(reference);
}
