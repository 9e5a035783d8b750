import type { Analysis } from '../analysis/analysis';
import type { CanonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Control } from '../knowledge/framework';
import type { Reference } from '../recognition/reference';
import { mitigatingControls } from '../resolution/mitigating';
import { message, type Message } from '../text/message';
import type { Span } from '../text/span';
import { citationsOf, isTechniqueReference } from '../analysis/citations';
import { documentCoverage, type Coverage } from '../coverage/coverage';
import { isReport } from '../analysis/occurrences';
import { suggestionOf } from '../coverage/suggestion';
import {
  briefCountsMessage,
  briefSuggestionMessage,
  countsMessage,
  suggestionMessage,
} from '../coverage/words';

/** A line above a document, above a heading, or above a line of a document without headings. */
export interface Lens {
  readonly kind: 'document' | 'section' | 'line';
  readonly span: Span;
  /** Undefined where only inserting is to be offered, since the lenses of the document on the same line have the counts. */
  readonly title: Message | undefined;
  /** The title in full, where it is shortened. */
  readonly tooltip?: Message;
  /** The first technique that it speaks of. */
  readonly first: Reference;
  /** Those at which controls can be inserted, in order; none for the whole document. */
  readonly references: readonly Reference[];
  /** How many of their mapped controls the document does not cite. */
  readonly missing: number;
  readonly techniques: readonly CanonicalId[];
}

interface Group {
  readonly kind: 'section' | 'line';
  readonly span: Span;
  readonly references: Reference[];
}

const MAX_LENSES = 1000;

/**
 * How the techniques of the document and of each section stand to the controls that the document cites. Where nobody
 * cites controls, as in detection rules, there are none unless a setting asks for them.
 */
export function lensesOf(analysis: Analysis, isCitedInFolder = false): Lens[] {
  const { when } = analysis.settings.lenses;
  const isWanted = when === 'always' || isCitedInFolder || citationsOf(analysis).controls.size > 0;
  if (!isWanted || isReport(analysis.document.text)) return [];
  const whole = documentLens(analysis);
  const parts = partLenses(analysis);
  const [only] = parts.length === 1 ? parts : [];
  const isToldAbove = whole.length > 0 && only?.span.start === 0;
  return isToldAbove ? [...whole, { ...only, title: undefined }] : [...whole, ...parts];
}

/** Of a single technique, the lens of its section or line tells enough. */
function documentLens(analysis: Analysis): Lens[] {
  if (!analysis.settings.lenses.document) return [];
  const [first, ...others] = analysis.references.filter(isTechniqueReference);
  if (!first || others.every(({ id }) => id === first.id)) return [];
  const coverage = documentCoverage(analysis);
  const { counts, techniques } = coverage;
  const span = analysis.document.lines.spanOf(0);
  const ids = techniques.map(({ id }) => id);
  const lens = { kind: 'document', span, first, references: [], missing: 0, techniques: ids } as const;
  return [
    { ...lens, title: briefCountsMessage(counts), tooltip: countsMessage(counts) },
    ...suggestions(coverage).map((texts) => ({ ...lens, ...texts })),
  ];
}

/** Which control to cite next, where one would help. */
function suggestions(coverage: Coverage): Pick<Lens, 'title' | 'tooltip'>[] {
  const { open, steps } = suggestionOf(coverage);
  return steps.slice(0, 1).map(({ control: { label }, addresses: { length } }) => ({
    title: briefSuggestionMessage(label, length, open),
    tooltip: suggestionMessage(label, length, open),
  }));
}

function partLenses(analysis: Analysis): Lens[] {
  const { sections, lines } = analysis.settings.lenses;
  const groups = groupsOf(analysis).filter(({ kind }) => (kind === 'section' ? sections : lines));
  if (groups.length === 0) return [];
  const { controls: cited } = citationsOf(analysis);
  const knowledge = analysis.counted;
  return groups.slice(0, MAX_LENSES).flatMap((group) => lensOf(knowledge, group, cited) ?? []);
}

/** By heading where there is one, else by line. */
function groupsOf(analysis: Analysis): Group[] {
  const groups = new Map<number, Group>();
  for (const reference of analysis.references) {
    if (!isTechniqueReference(reference)) continue;
    const [heading] = reference.place.headings;
    const { start, end } = heading ?? analysis.document.lines.spanOf(reference.place.line);
    const group = groups.get(start) ?? {
      kind: heading ? 'section' : 'line',
      span: { start, end },
      references: [],
    };
    group.references.push(reference);
    groups.set(start, group);
  }
  return [...groups.values()];
}

function lensOf(
  knowledge: KnowledgeBase,
  { kind, span, references }: Group,
  cited: ReadonlySet<string>,
): Lens | undefined {
  const [first] = references;
  if (!first) return undefined;
  const techniques = [...new Set(references.map(({ id }) => id))];
  const controls = new Map<string, Control>();
  for (const technique of techniques) {
    for (const { control } of mitigatingControls(knowledge, technique)) controls.set(control.key, control);
  }
  const citedCount = [...controls.keys()].filter((key) => cited.has(key)).length;
  const title = titleOf(techniques.length, citedCount, controls.size);
  return { kind, span, title, first, references, techniques, missing: controls.size - citedCount };
}

function titleOf(techniques: number, cited: number, all: number): Message {
  const one = techniques === 1;
  if (all === 0)
    return one
      ? message('No control is mapped to this technique')
      : message('No controls are mapped to these {0} techniques', String(techniques));
  return one
    ? message('{0} of {1} mapped controls cited', String(cited), String(all))
    : message(
        '{0} techniques, {1} of {2} mapped controls cited',
        String(techniques),
        String(cited),
        String(all),
      );
}
