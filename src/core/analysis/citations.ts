import { MAPPING_EDITION, type Control, type EditionId } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { contextAt } from '../recognition/recognition';
import type { EditionSetting } from '../recognition/editions';
import { isCertain, type Reference } from '../recognition/reference';
import type { Resolution } from '../resolution/resolve';
import type { Analysis } from './analysis';

/** Which controls a document cites, by key, and how it numbers them. */
export interface Citations {
  readonly controls: ReadonlySet<string>;
  /** The edition that most of its control references speak of. */
  readonly edition: EditionId;
  /** How many certain references speak of each edition; where none does, one for what the document declares. */
  readonly votes: ReadonlyMap<EditionId, number>;
}

const memo = new WeakMap<Analysis, Citations>();

/** Likely references count too: whoever wrote them meant the control. */
export function citationsOf(analysis: Analysis): Citations {
  const known = memo.get(analysis) ?? readCitations(analysis);
  memo.set(analysis, known);
  return known;
}

/** The edition that most references speak of, where that was asked for already: nothing is read. */
export function editionIfKnown(analysis: Analysis): EditionId | undefined {
  return memo.get(analysis)?.edition;
}

function readCitations(analysis: Analysis): Citations {
  const controls = new Set<string>();
  const votes = new Map<EditionId, number>();
  for (const reference of analysis.references) {
    if (reference.family === 'attack' || reference.certainty === 'doubtful') continue;
    const resolution = analysis.resolve(reference);
    const control = citedControl(resolution);
    if (control) controls.add(control.key);
    const edition = reference.edition?.edition;
    if (edition && isCertain(reference)) votes.set(edition, (votes.get(edition) ?? 0) + 1);
  }
  const { knowledge, settings } = analysis;
  const declared = votes.size === 0 ? editionOfDocument(analysis) : undefined;
  if (declared !== undefined) votes.set(declared, 1);
  return { controls, votes, edition: favoriteEdition(knowledge, settings.ccmEdition, votes) };
}

/** What holds at the top of a document that cites no control yet: its front matter, or the only edition it names. */
function editionOfDocument({ document }: Analysis): EditionId | undefined {
  const start = document.structure.contentStart;
  const { edition, onlyEdition } = contextAt(
    document,
    'ccm',
    { start, end: start },
    document.structure.placeAt(start),
  );
  return edition ?? onlyEdition;
}

/** The control that a resolution cites, whatever edition its id belongs to. */
export function citedControl(resolution: Resolution): Control | undefined {
  if (resolution.kind === 'control') return resolution.control;
  return resolution.kind === 'other-edition' ? resolution.readings[0]?.control : undefined;
}

/**
 * The edition with most votes, of several the newest; without any that is known, the one that is set, or the mapping
 * file's numbering.
 */
export function favoriteEdition(
  { ccm }: KnowledgeBase,
  setting: EditionSetting,
  votes: ReadonlyMap<EditionId, number>,
): EditionId {
  let best: EditionId = setting === 'auto' ? MAPPING_EDITION : setting;
  let most = 0;
  for (const { id } of ccm.editions) {
    const count = votes.get(id) ?? 0;
    if (count > most) [best, most] = [id, count];
  }
  return best;
}

/** Techniques among references that may be counted. */
export function isTechniqueReference(reference: Reference): boolean {
  return (reference.kind === 'technique' || reference.kind === 'sub-technique') && isCertain(reference);
}
