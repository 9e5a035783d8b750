import type { Analysis } from './analysis';
import type { CanonicalId } from '../identifiers/grammar';
import type { Range, Span } from '../text/span';
import { citationsOf, citedControl, isTechniqueReference, type Votes } from './citations';

/** What coverage takes of a document: a few numbers, so that a workspace can be read file by file. */
export interface CoverageInput {
  /** The document, as a reader is told it; its name where it has no path. */
  readonly path: string;
  /** By id. */
  readonly techniques: ReadonlyMap<CanonicalId, Mention>;
  /** By key of the control. */
  readonly controls: ReadonlyMap<string, Mention>;
  readonly votes: Votes;
}

/** How often something is named in a document, and where first. */
export interface Mention {
  readonly count: number;
  readonly range: Range;
}

/** Stands near the beginning of a report of ours: it lists ids, and cites none. */
export const REPORT_MARK = 'control-lens-report';

/** The techniques that a document certainly names, and the controls that it cites; see `citationsOf`. */
export function coverageInput(analysis: Analysis, path: string): CoverageInput {
  return { path, ...analysis.once(readInput) };
}

function readInput(analysis: Analysis): Omit<CoverageInput, 'path'> {
  const techniques = new Map<CanonicalId, Tally>();
  const controls = new Map<string, Tally>();
  if (isReport(analysis.document.text))
    return { techniques: new Map(), controls: new Map(), votes: new Map() };
  for (const reference of analysis.references) {
    if (isTechniqueReference(reference)) count(techniques, reference.id, reference.span);
    if (reference.family === 'attack' || reference.certainty === 'doubtful') continue;
    const control = citedControl(analysis.resolve(reference));
    if (control) count(controls, control.key, reference.span);
  }
  return {
    techniques: placed(analysis, techniques),
    controls: placed(analysis, controls),
    votes: citationsOf(analysis).votes,
  };
}

/** A title of up to 200 characters, each of them escaped, may stand before it. */
const MARK_WITHIN = 1500;

/** In a comment, or as the kind of a report in JSON; the name of a file that a text links to is no mark. */
const MARKED = new RegExp(`(?:<!--|/\\*|//|\\bkind"?:) *["']?${REPORT_MARK}(?![\\w./-])`);

/** True for the text of a report that Control Lens wrote. */
export function isReport(text: string): boolean {
  return MARKED.test(text.slice(0, MARK_WITHIN));
}

interface Tally {
  count: number;
  readonly span: Span;
}

function count<K>(tallies: Map<K, Tally>, key: K, span: Span): void {
  const tally = tallies.get(key);
  if (tally) tally.count++;
  else tallies.set(key, { count: 1, span });
}

function placed<K>({ document }: Analysis, tallies: ReadonlyMap<K, Tally>): Map<K, Mention> {
  return new Map(
    [...tallies].map(([key, tally]) => [
      key,
      { count: tally.count, range: document.lines.rangeOf(tally.span) },
    ]),
  );
}
