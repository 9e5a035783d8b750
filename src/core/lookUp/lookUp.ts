import type { Analysis } from '../analysis/analysis';
import type { IdentifierKind } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { resolve } from '../resolution/resolve';
import type { Span } from '../text/span';
import { insertionOf } from '../completion/insertion';
import { surroundingsAt } from '../analysis/editionAt';
import { pageOf } from '../links/links';
import type { Numbering } from '../search/entries';
import type { Entry } from '../search/entry';
import { search } from '../search/search';
import type { TextEdit } from '../text/edit';

const KINDS: readonly IdentifierKind[] = ['control', 'technique', 'sub-technique', 'tactic', 'mitigation'];

/** One line of the list of things that were looked up. */
export interface Answer {
  readonly entry: Entry;
  /** `T1021.007 Remote Services: Cloud Services` */
  readonly label: string;
  /** Kind or edition, where it belongs, and what became of it. */
  readonly description: string;
  /** Our own sentence on it. */
  readonly summary: string | undefined;
  /** Undefined where its publisher has no page of it. */
  readonly page: string | undefined;
}

/** How ids are numbered where nothing is open: as the mapping file does. */
export const UNPLACED: Numbering = {
  editionOf: ({ mappingEdition }) => mappingEdition,
  attackVersion: undefined,
};

/** How ids are numbered at a place of a document. */
export function numberingAt(analysis: Analysis, span: Span): Numbering {
  const place = analysis.document.structure.placeAt(span.start);
  const { editionOf } = surroundingsAt(analysis, span, place);
  return { editionOf, attackVersion: analysis.settings.attackVersion };
}

/** What is found for the words typed, best first. */
export function lookUp(knowledge: KnowledgeBase, typed: string, numbering: Numbering): Answer[] {
  const { entries } = search(knowledge, typed, { ...numbering, kinds: KINDS });
  return entries.map((entry) => {
    const resolution = resolve(knowledge, entry.id, entry.edition);
    return {
      entry,
      label: `${entry.id} ${entry.fullName}`,
      description: [kindOf(knowledge, entry), entry.group, fateOf(entry)].filter(Boolean).join(' · '),
      summary: knowledge.summaries.of(resolution.kind === 'control' ? resolution.control.key : entry.id),
      page: pageOf(resolution),
    };
  });
}

function kindOf(knowledge: KnowledgeBase, { id, edition, kind }: Entry): string {
  return edition === undefined ? kind : knowledge.editionLabel(id, edition);
}

function fateOf({ status, successors }: Entry): string {
  if (status === 'current') return '';
  return successors.length > 0 ? `${status}, now ${successors.join(', ')}` : status;
}

/** Writes the id in the place of each span, as the setting says; a value of YAML or JSON gets the id alone. */
export function insertionEdits(analysis: Analysis, spans: readonly Span[], entry: Entry): TextEdit[] {
  const { document, knowledge, settings } = analysis;
  return spans.map((span) => {
    const { keys, inFence } = document.structure.placeAt(span.start);
    const format = keys.length > 0 && !inFence ? 'id' : settings.completion.format;
    return { span, newText: insertionOf(knowledge, document, entry, format) };
  });
}
