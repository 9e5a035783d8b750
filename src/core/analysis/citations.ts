import { ATTACK } from '../identifiers/grammar';
import type { Control, EditionId, Framework } from '../knowledge/framework';
import type { EditionOf } from '../knowledge/knowledgeBase';
import { contextsAt } from '../recognition/recognition';
import { isCertain, type EditionSetting, type Reference } from '../recognition/reference';
import type { Resolution } from '../resolution/resolve';
import { usedFrameworks } from '../resolution/usedFrameworks';
import type { Settings } from '../settings/settings';
import type { Analysis } from './analysis';

/** How many certain references speak of each edition, by the key of the framework. */
export type Votes = ReadonlyMap<string, ReadonlyMap<EditionId, number>>;

/** Which controls a document cites, by key, and how it numbers them. */
export interface Citations {
  readonly controls: ReadonlySet<string>;
  /** The edition that most of its references to a framework speak of. */
  readonly editionOf: EditionOf;
  /** Without a reference to the framework, one for what the document declares. */
  readonly votes: Votes;
  /** The frameworks of the controls; without a control, those that the document names. In their order. */
  readonly frameworks: readonly Framework[];
}

/** Likely references count too: whoever wrote them meant the control. */
export function citationsOf(analysis: Analysis): Citations {
  return analysis.once(readCitations);
}

function readCitations(analysis: Analysis): Citations {
  const { knowledge, settings } = analysis;
  const controls = new Set<string>();
  const votes = new Map<string, Map<EditionId, number>>();
  for (const reference of analysis.references) {
    const { family } = reference;
    if (family === ATTACK || reference.certainty === 'doubtful') continue;
    const control = citedControl(analysis.resolve(reference));
    if (control) controls.add(control.key);
    const edition = reference.edition?.edition;
    if (edition && isCertain(reference)) vote(votes, family, edition);
  }
  const declared = votes.size === 0 ? declaredIn(analysis) : undefined;
  if (declared) vote(votes, declared.framework.key, declared.edition);
  return {
    controls,
    votes,
    editionOf: (framework) => majorityEdition(framework, settings, votes),
    frameworks: usedFrameworks(knowledge, analysis.references, analysis.document.text),
  };
}

function vote(votes: Map<string, Map<EditionId, number>>, framework: string, edition: EditionId): void {
  const own = votes.get(framework) ?? new Map<EditionId, number>();
  votes.set(framework, own.set(edition, (own.get(edition) ?? 0) + 1));
}

/** What holds at the top of a document that cites no control yet: its front matter, or the only edition it names. */
function declaredIn({
  document,
  knowledge,
}: Analysis): { readonly framework: Framework; readonly edition: EditionId } | undefined {
  const start = document.structure.contentStart;
  const contextOf = contextsAt(document, { start, end: start }, document.structure.placeAt(start));
  for (const framework of knowledge.frameworks.values()) {
    const { edition } = contextOf(framework.key);
    if (edition !== undefined) return { framework, edition };
  }
  return undefined;
}

/** The control that a resolution cites, whatever edition its id belongs to. */
export function citedControl(resolution: Resolution): Control | undefined {
  if (resolution.kind === 'control') return resolution.control;
  return resolution.kind === 'other-edition' ? resolution.readings[0]?.control : undefined;
}

/**
 * The edition of a framework with most votes, of several the newest; without any that is known, the one that is set, or
 * the mapping file's numbering.
 */
export function majorityEdition(
  framework: Framework,
  settings: Pick<Settings, 'frameworks'>,
  votes: Votes,
): EditionId {
  const setting: EditionSetting = settings.frameworks[framework.key]?.edition ?? 'auto';
  let best: EditionId = setting === 'auto' ? framework.mappingEdition : setting;
  let most = 0;
  for (const { id } of framework.editions) {
    const count = votes.get(framework.key)?.get(id) ?? 0;
    if (count > most) [best, most] = [id, count];
  }
  return best;
}

/** Techniques among references that may be counted. */
export function isTechniqueReference(reference: Reference): boolean {
  return (reference.kind === 'technique' || reference.kind === 'sub-technique') && isCertain(reference);
}
