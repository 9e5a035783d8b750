import type { Analysis } from '../analysis/analysis';
import { ATTACK, kindOf } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import { resolve } from '../resolution/resolve';
import type { Span } from '../text/span';
import { line, type Block } from '../text/blocks';
import { surroundingsAt, type Surroundings } from '../analysis/editionAt';
import { resolutionBlocks } from '../hover/hover';
import { isOutdated, type Entry } from '../search/entry';
import { search } from '../search/search';
import { spelledAs } from '../edits/spelling';
import { renumbered, type Former } from './former';
import { insertionOf } from './insertion';
import { offeredFrameworks } from './offered';
import { namedTactics, tacticSpelling } from './tacticNames';
import { wantedAt } from './wantedAt';
import { WORST_MATCH, type Wanted } from './wanted';

/** Ids that may be written at a place, best first. */
export interface Completions {
  /** What each of them replaces; it holds the offset, and lies on one line. */
  readonly span: Span;
  readonly items: readonly Completion[];
  /** False where an editor may narrow the list by itself while more is typed. */
  readonly isComplete: boolean;
}

export interface Completion {
  readonly entry: Entry;
  /** The id that was begun, where it is that of another edition: `IVS-09`, now I&S-09. */
  readonly former: Former['former'] | undefined;
  readonly isOutdated: boolean;
  readonly newText: string;
  /** What an editor compares with the text that the span holds before the offset. */
  readonly filterText: string;
}

/** Undefined where no id is asked for. `isExplicit`: the reader asked for completions, and did not just type. */
export function completionsAt(
  analysis: Analysis,
  offset: number,
  isExplicit: boolean,
): Completions | undefined {
  const wanted = analysis.settings.completion.enabled ? wantedAt(analysis, offset, isExplicit) : undefined;
  if (!wanted) return undefined;
  const around = surroundingsAt(analysis, wanted.span, wanted.place);
  const offered = offeredFrameworks(analysis, wanted, around);
  const kinds = isOthers(wanted, around, offered) ? [] : wanted.kinds;
  const editionOf = (framework: Framework): EditionId | undefined =>
    offered.has(framework) ? around.editionOf(framework) : undefined;
  const { attackVersion } = analysis.settings;
  const options = { kinds, editionOf, attackVersion, worst: WORST_MATCH[wanted.by] };
  const found = search(analysis.knowledge, wanted.typed, options);
  const isFormer = found.entries.length === 0 && wanted.by === 'id' && kinds.includes('control');
  const items = isFormer
    ? renumbered(analysis.knowledge, wanted.typed, options).map((each) => formerOf(analysis, wanted, each))
    : found.entries.map((entry) => completionOf(analysis, wanted, entry));
  if (items.length === 0) return undefined;
  const spelling = wanted.by === 'id' ? undefined : tacticSpelling(analysis, wanted);
  const spelled = spelling === undefined ? items : namedTactics(items, spelling, analysis.knowledge);
  return {
    span: wanted.span,
    items: wanted.by === 'id' ? asWritten(items, wanted.typed) : spelled,
    isComplete: wanted.by === 'id' && !found.isCut,
  };
}

/** The same as the hover of the id; before it, what an old id that was begun is now. */
export function completionBlocks(
  analysis: Analysis,
  { entry: { id, edition }, former }: Pick<Completion, 'entry' | 'former'>,
): Block[] {
  const { knowledge, settings } = analysis;
  const blocks = resolutionBlocks(analysis, resolve(knowledge, id, edition, settings.attackVersion));
  if (!former || edition === undefined) return blocks;
  const [old, now] = [former.edition, edition].map((each) => knowledge.editionLabel(id, each));
  return [line(`${old ?? ''} ${former.id} is ${id} in ${now ?? ''}.`), ...blocks];
}

/** The framework that is named nearest is another one whose ids look the same. */
function isOthers({ kinds }: Wanted, around: Surroundings, offered: ReadonlySet<Framework>): boolean {
  return kinds.includes('control') ? offered.size === 0 : around.contextOf(ATTACK).side === 'other';
}

function completionOf({ document, knowledge, settings }: Analysis, wanted: Wanted, entry: Entry): Completion {
  const { typed, by, span, takesIdOnly } = wanted;
  const { family } = kindOf(entry.id);
  const written = { text: typed, span, family, malformed: false };
  const id = by === 'id' ? spelledAs(document, written, entry.id) : entry.id;
  const newText = takesIdOnly ? id : insertionOf(knowledge, document, entry, settings.completion.format);
  const filterText = by === 'id' ? id : `${typed} ${id} ${entry.fullName}`;
  return { entry, former: undefined, isOutdated: isOutdated(entry), newText, filterText };
}

/** Found by the id that it takes the place of. */
function formerOf(analysis: Analysis, wanted: Wanted, { entry, former }: Former): Completion {
  const filterText = completionOf(analysis, wanted, former).filterText;
  return { ...completionOf(analysis, wanted, entry), former, filterText };
}

/** Of current ids those first that go on as typed: after `IAM-1` comes IAM-10, and then IAM-01. */
function asWritten(items: readonly Completion[], typed: string): Completion[] {
  const begun = typed.toLowerCase();
  const later = ({ filterText, isOutdated: isOld }: Completion): number =>
    (isOld ? 2 : 0) + (filterText.toLowerCase().startsWith(begun) ? 0 : 1);
  return items.toSorted((a, b) => later(a) - later(b));
}
