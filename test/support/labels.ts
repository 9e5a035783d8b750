import type { Reference } from '../../src/core/recognition/reference';
import type { Finding } from '../../src/core/rules/rule';
import { analysisOf } from './findings';
import { unmark, type Mark } from './marked';
import type { Settings } from '../../src/core/settings/settings';

/**
 * What a label says of the text that it marks, by example:
 *
 * | label | meaning |
 * |---|---|
 * | `⟦IAM-10⇒certain⟧` | a certain reference to `IAM-10`, without findings |
 * | `⟦iam-10⇒certain/likely IAM-10@4.1⟧` | either certainty will do; the id and the edition |
 * | `⟦GRC-03⇒certain no-mapping⟧` | with this finding on the text marked, and no other |
 * | `⟦IAM-13⇒certain ?title-mismatch⟧` | with or without this finding |
 * | `⟦CEK-10⇒certain +11..20⟧ to ⟦21⇒certain CEK-21⟧` | the range names those in between too |
 * | `⟦DSI-01⇒certain ~02..06⟧` | it may or may not name those in between |
 * | `⟦CCC-01⇒certain +02 range:no-mapping⟧` | with a finding on the whole range that begins here |
 * | `⟦T1101⇒doubtful/none⟧` | a hover at most |
 * | `⟦PORT1021⇒none⟧` | no reference touches the text marked |
 *
 * Hints are no findings here. Text without a label holds no reference.
 */
export interface Label {
  readonly certainties: readonly string[];
  readonly id: string;
  readonly edition: string | undefined;
  readonly members: readonly string[];
  readonly possibleMembers: readonly string[];
  readonly rules: readonly string[];
  readonly optional: readonly string[];
}

const CERTAINTIES = new Set(['certain', 'likely', 'doubtful', 'none']);

function parseLabel({ text, expected }: Mark): Label {
  const [certainty = '', ...rest] = expected.trim().split(/\s+/);
  const certainties = certainty.split('/');
  if (!certainties.every((each) => CERTAINTIES.has(each))) throw new Error(`No label: ⟦${text}⇒${expected}⟧`);
  const [id, edition] = (rest.find((word) => /^[@A-Z]/.test(word)) ?? '').split('@');
  const startingWith = (sign: string): string[] =>
    rest.filter((word) => word.startsWith(sign)).map((word) => word.slice(1));
  const canonical = id || text.toUpperCase();
  return {
    certainties,
    id: canonical,
    edition,
    members: startingWith('+').flatMap((numbers) => membersOf(canonical, numbers)),
    possibleMembers: startingWith('~').flatMap((numbers) => membersOf(canonical, numbers)),
    rules: rest.filter((word) => /^[a-z]/.test(word)).sort(),
    optional: startingWith('?'),
  };
}

export function labelsIn(marked: string): readonly Label[] {
  return unmark(marked).marks.map(parseLabel);
}

/** `02..04` of `IAM-01` are `IAM-02`, `IAM-03` and `IAM-04`. */
function membersOf(first: string, numbers: string): string[] {
  const [from = 0, to = from] = numbers.split('..').map(Number);
  const domain = first.slice(0, first.lastIndexOf('-'));
  return Array.from({ length: to - from + 1 }, (_, at) => `${domain}-${String(from + at).padStart(2, '0')}`);
}

/** Something that is not as labelled. `start` is an offset in the text without labels. */
export interface Complaint {
  readonly start: number;
  readonly what: string;
}

/** Every difference between the labels of a text and what is recognised in it, both ways, in order. */
export function complaintsAbout(
  languageId: string,
  marked: string,
  settings: Partial<Settings> = {},
): { readonly text: string; readonly complaints: readonly Complaint[] } {
  const { text, marks } = unmark(marked);
  const { references, findings } = analysisOf(languageId, text, settings);
  const complaints = [
    ...marks.flatMap((mark) => judge(mark, references, findings)),
    ...unlabelled(marks, references),
    ...strayFindings(marks, findings),
  ];
  return { text, complaints: complaints.sort((a, b) => a.start - b.start) };
}

function judge(mark: Mark, references: readonly Reference[], findings: readonly Finding[]): Complaint[] {
  const { start } = mark.span;
  const label = parseLabel(mark);
  const here = references.filter((each) => covers(mark, each));
  const complain = (what: string): Complaint => ({ start, what: `"${mark.text}" ${what}` });
  if (here.length > 1) return [complain(`is ${here.length} references`)];
  const [found] = here;
  if (!found) {
    if (label.certainties.includes('none')) return [];
    const near = references.find((each) => !each.implied && touches(mark, each));
    const instead = near ? `; there is one of "${near.text}" (${near.id})` : '';
    return [complain(`is no reference${instead}; expected ${wanted(label)}`)];
  }
  if (!isAsLabelled(found, label)) return [complain(`is ${written(found)}; expected ${wanted(label)}`)];
  return [
    ...members(label, found, references).map(complain),
    ...ruleDifferences(label, rulesAt(mark, findings)).map(complain),
  ];
}

/** A reference of exactly the text marked; where none is expected, any that touches it. */
function covers(mark: Mark, { span, implied }: Reference): boolean {
  if (mark.expected === 'none') return span.start < mark.span.end && mark.span.start < span.end;
  const isSame = span.start === mark.span.start && span.end === mark.span.end;
  return isSame && (!implied || /^\d/.test(mark.text));
}

function touches(mark: Mark, { span }: Reference): boolean {
  return span.start < mark.span.end && mark.span.start < span.end;
}

function isAsLabelled({ id, certainty, edition }: Reference, label: Label): boolean {
  return (
    label.certainties.includes(certainty) &&
    id === label.id &&
    (label.edition === undefined || label.edition === edition?.edition)
  );
}

function wanted({ certainties, id, edition }: Label): string {
  if (certainties[0] === 'none') return 'none';
  return `${certainties.join(' or ')} ${id}${edition === undefined ? '' : `@${edition}`}`;
}

function written({ certainty, id, edition, evidence }: Reference): string {
  const reasons = evidence.map(({ clue, weight }) => `${clue}${weight > 0 ? '+' : ''}${weight}`).join(' ');
  return `${certainty} ${id}${edition ? `@${edition.edition}` : ''} (${reasons})`;
}

/** The members that a range only implies: those that are not written out as digits of their own. */
function members(label: Label, first: Reference, references: readonly Reference[]): string[] {
  const found = references.filter((each) => isImpliedBy(first, each)).map(({ id }) => id as string);
  const missing = label.members.filter((id) => !found.includes(id));
  const extra = found.filter((id) => !label.members.includes(id) && !label.possibleMembers.includes(id));
  return [
    ...(missing.length > 0 ? [`begins a range without ${missing.join(', ')}`] : []),
    ...(extra.length > 0 ? [`begins a range with ${extra.join(', ')}`] : []),
  ];
}

function isImpliedBy(first: Reference, each: Reference): boolean {
  return each !== first && each.implied && each.span.start === first.span.start;
}

function rulesAt(mark: Mark, findings: readonly Finding[]): string[] {
  return audible(findings)
    .filter(({ span }) => span.start === mark.span.start)
    .map(({ rule, span }) => (span.end === mark.span.end ? rule : `range:${rule}`))
    .sort();
}

function ruleDifferences({ rules, optional }: Label, found: readonly string[]): string[] {
  const missing = rules.filter((rule) => !found.includes(rule));
  const extra = found.filter((rule) => !rules.includes(rule) && !optional.includes(rule));
  return [
    ...(missing.length > 0 ? [`lacks the finding ${missing.join(', ')}`] : []),
    ...(extra.length > 0 ? [`has the finding ${extra.join(', ')}`] : []),
  ];
}

function unlabelled(marks: readonly Mark[], references: readonly Reference[]): Complaint[] {
  const starts = new Set(marks.map(({ span }) => span.start));
  return references
    .filter((each) => !starts.has(each.span.start) && !marks.some((mark) => touches(mark, each)))
    .map((each) => ({
      start: each.span.start,
      what: `"${each.text}" has no label, and is ${written(each)}`,
    }));
}

function strayFindings(marks: readonly Mark[], findings: readonly Finding[]): Complaint[] {
  const starts = new Set(marks.map(({ span }) => span.start));
  return audible(findings)
    .filter(({ span }) => !starts.has(span.start))
    .map(({ span, rule, message }) => ({ start: span.start, what: `stray ${rule}: ${message.text}` }));
}

function audible(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'hint');
}
