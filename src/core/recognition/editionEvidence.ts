import type { PolicyDocument } from '../documents/document';
import { domainOf, numberOf, type CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION, type EditionId, type Framework } from '../knowledge/framework';
import { publishedBefore } from './documentDate';
import type { ControlRange } from './ranges';
import { isCertain, type EditionChoice, type Reference } from './reference';
import { titlesBeside } from './titles';

/** A reference as far as it is read before its document's edition is known, with the range that it begins. */
export interface OpenReference {
  readonly reference: Reference;
  readonly range: ControlRange | undefined;
}

type EvidentSource = 'ids' | 'range' | 'titles' | 'date';

/** Something in a document that fits some editions, and speaks against the others. */
interface EditionClue {
  readonly source: EvidentSource;
  readonly text: string;
  readonly fits: ReadonlySet<EditionId>;
}

/** One clue against the edition that is chosen takes that many for it: a slip of a digit is soon written. */
const OUTWEIGHS = 3;
const MAX_NAMED = 3;

/**
 * The edition that a document shows without naming it: by ids that only one edition has, by ranges that end where one
 * edition's domain ends, by titles, and by its date. Undefined if it stays open.
 */
export function evidentEdition(
  document: PolicyDocument,
  framework: Framework,
  open: readonly OpenReference[],
): EditionChoice | undefined {
  const speaking = open.filter(({ reference }) => speaks(reference, framework));
  const editions = editionsAsked(framework, open);
  if (editions.length < 2 || speaking.length === 0) return undefined;
  const clues = distinct([
    ...speaking.flatMap(({ reference }) => idClue(reference, framework, editions)),
    ...speaking.flatMap((each) => rangeClue(each, framework, editions)),
    ...speaking.flatMap(({ reference }) => titleClue(document, reference, framework, editions)),
    ...dateClue(document, framework, editions),
  ]);
  return elect(clues, editions);
}

/** It is certain, and the place itself says nothing of its edition, or nothing but a title. */
function speaks({ certainty, edition, malformed, family }: Reference, { key }: Framework): boolean {
  return family === key && certainty === 'certain' && !malformed && OPEN.has(edition?.source ?? '');
}

const OPEN: ReadonlySet<string> = new Set(['default', 'setting', 'only-edition', 'title']);

/**
 * The editions that are published; the earlier one only in a document that has ids of its own, and the mapping file's
 * numbering only in one that sets techniques against controls, as the mapping file does.
 */
function editionsAsked(framework: Framework, open: readonly OpenReference[]): EditionId[] {
  const published = framework.published.map(({ id }) => id);
  if (published.length < 2) return published;
  const certain = open.map(({ reference }) => reference).filter(isCertain);
  const hasLegacy = certain.some(({ id, family }) => family === framework.key && framework.isLegacy(id));
  const hasTechniques = certain.some(({ kind }) => kind === 'technique' || kind === 'sub-technique');
  return [
    ...published,
    ...(hasLegacy ? [framework.legacyEdition] : []),
    ...(hasTechniques ? [framework.mappingEdition] : []),
  ];
}

function has(framework: Framework, edition: EditionId, id: CanonicalId): boolean {
  return framework.byId(edition, id) !== undefined || framework.isOfEarlier(edition, id);
}

function clueOf(
  source: EvidentSource,
  text: string,
  editions: readonly EditionId[],
  fits: (edition: EditionId) => boolean,
): EditionClue[] {
  const fitting = editions.filter(fits);
  const isTelling = fitting.length > 0 && fitting.length < editions.length;
  return isTelling ? [{ source, text, fits: new Set(fitting) }] : [];
}

/** `IVS-03`, `IAM-16`, `LOG-14` */
function idClue({ id }: Reference, framework: Framework, editions: readonly EditionId[]): EditionClue[] {
  return clueOf('ids', id, editions, (edition) => has(framework, edition, id));
}

/** `LOG-01 to LOG-13` is all of a domain, in one edition. */
function rangeClue(
  { reference: { id }, range }: OpenReference,
  framework: Framework,
  editions: readonly EditionId[],
): EditionClue[] {
  const last = range?.implied.at(-1)?.id;
  if (!range || range.isLoose || last === undefined || numberOf(id) !== 1) return [];
  const end = Math.max(numberOf(last), range.lastNumber ?? 0);
  const domain = domainOf(id);
  return clueOf('range', `${id} to ${domain}-${end}`, editions, (edition) => {
    const numbers = framework.idsIn(edition).filter((each) => domainOf(each) === domain);
    return Math.max(0, ...numbers.map(numberOf)) === end;
  });
}

/**
 * The title beside an id is the one that it has in some editions. Where they agree on the control, a title that the
 * mapping file has as well may come from there.
 */
function titleClue(
  document: PolicyDocument,
  { id, span, place, implied }: Reference,
  framework: Framework,
  editions: readonly EditionId[],
): EditionClue[] {
  const readings = implied ? [] : framework.readings(id);
  const titles = readings.map(({ control, edition }) => framework.title(control, edition));
  const beside = titlesBeside(document, { span, place }, titles);
  const fitting = readings.filter((_, index) => beside.includes(titles[index] ?? ''));
  const others = readings.filter((reading) => !fitting.includes(reading));
  const isShared = fitting.some(({ edition }) => edition === MAPPING_EDITION);
  const isSameControl = others.every(({ control }) => fitting.some((each) => each.control === control));
  if (isShared && isSameControl) return [];
  return clueOf('titles', `${id} ${beside[0] ?? ''}`, editions, (edition) =>
    fitting.some((reading) => reading.edition === edition),
  );
}

/** An edition that was published later than the document was written is not the one that it follows. */
function dateClue(
  document: PolicyDocument,
  { descriptor: { publishedOn = {} } }: Framework,
  editions: readonly EditionId[],
): EditionClue[] {
  const dates = editions.flatMap((edition) => publishedOn[edition] ?? []);
  const date = dates.length > 0 ? publishedBefore(document, dates) : undefined;
  if (date === undefined) return [];
  return clueOf('date', date, editions, (edition) => (publishedOn[edition] ?? '') <= date);
}

function distinct(clues: readonly EditionClue[]): EditionClue[] {
  return [...new Map(clues.map((clue) => [`${clue.source} ${clue.text}`, clue])).values()];
}

/** The edition that least speaks against, if that is only one, and clearly so. */
function elect(clues: readonly EditionClue[], editions: readonly EditionId[]): EditionChoice | undefined {
  const against = (edition: EditionId): EditionClue[] => clues.filter(({ fits }) => !fits.has(edition));
  const ranked = editions
    .map((edition) => ({ edition, against: against(edition).length }))
    .sort((a, b) => a.against - b.against);
  const [best, next] = ranked;
  if (!best || !next || best.edition === MAPPING_EDITION || next.against <= best.against * OUTWEIGHS)
    return undefined;
  const [first, ...others] = against(next.edition).filter(({ fits }) => fits.has(best.edition));
  if (!first) return undefined;
  const same = [first, ...others.filter(({ source }) => source === first.source)].slice(0, MAX_NAMED);
  return { edition: best.edition, source: first.source, text: same.map(({ text }) => text).join(', ') };
}
