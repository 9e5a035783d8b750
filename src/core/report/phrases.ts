import { MAPPING_EDITION } from '../knowledge/framework';
import { counted, listed } from '../text/message';
import { controlCountsMessage, countsMessage, suggestionMessage } from '../coverage/words';
import type { CoverageReport, ReportControl, ReportFramework, ReportPlace, ReportTechnique } from './report';

/** Sentences that the formats for people share. */

/** `Techniques named and controls cited in policies`. */
export function titleOf({ title }: CoverageReport): string {
  return `Techniques named and controls cited in ${title === '' ? 'this document' : title}`;
}

/** What every format begins with: how many techniques and controls, and how each framework stands. */
export function countSentences(report: CoverageReport): string[] {
  return [techniqueCounts(report), controlCounts(report), ...frameworkCounts(report)];
}

export function techniqueCounts({ counts }: CoverageReport): string {
  return countsMessage(counts).text;
}

export function controlCounts({ counts }: CoverageReport): string {
  return controlCountsMessage(counts).text;
}

/** What the report was made with; controls are told in which numbering. */
export function basis({ frameworks, versions, documents, controls }: CoverageReport): string {
  const numbered = listed(frameworks.map(({ edition }) => edition.label));
  const others = otherNumbering(controls, frameworks);
  return `${counted(documents.length, 'document')}. Controls are numbered as in ${numbered}.${others} ${frameworks.map(mappingSentence).join(' ')} Techniques are checked against ATT&CK ${versions.attack}.`;
}

function mappingSentence({ mapping, mappingDate, mappingAttack }: ReportFramework): string {
  return `Mapping: ${mapping}, updated ${mappingDate}, based on ATT&CK ${mappingAttack}.`;
}

/** What a label with an edition behind it means, by the first of them. */
function otherNumbering(controls: readonly ReportControl[], frameworks: readonly ReportFramework[]): string {
  const other = controls.find(({ label }) => label.includes('@'));
  const own = frameworks.find(({ name }) => name === other?.framework);
  if (!other || !own) return '';
  return ` ${other.label} is ${other.id} in ${editionName(other)}; ${own.edition.label} doesn't have that control.`;
}

/** With several frameworks, how each of them stands: `NIST SP 800-53: 3 controls cited, 2 techniques addressed`. */
function frameworkCounts({ frameworks }: CoverageReport): string[] {
  if (frameworks.length < 2) return [];
  return frameworks.map(
    ({ name, controls, addressed }) =>
      `${name}: ${counted(controls, 'control')} cited, ${counted(addressed, 'technique')} addressed by one of them`,
  );
}

function editionName({ edition }: ReportControl): string {
  return edition === MAPPING_EDITION ? 'the mapping file' : `edition ${edition}`;
}

/** Empty where nothing is open. */
export function suggestionSentences({ suggestion }: CoverageReport): string[] {
  const [first] = suggestion.steps;
  if (!first) return [];
  const next = `${suggestionMessage(first.control, first.addresses.length, suggestion.open).text}.`;
  const { length } = suggestion.steps;
  if (length < 2) return [next];
  return [next, `For example, these ${length} controls would address all of them:`];
}

/** `as T1086`, `mapped as T1562.001`, `deprecated`: what a reader should know of the id. Empty for most. */
export function remarkOf({ id, written, mappedAs, status, domains }: ReportTechnique): string {
  const others = written.filter((each) => each !== id);
  const remarks = [
    others.length > 0 ? `written ${listed(others)}` : '',
    status === 'current' ? '' : status,
    domains.includes('enterprise') ? '' : `${domains.map((domain) => DOMAINS[domain]).join(', ')} ATT&CK`,
    mappedAs.length > 0 ? `mapped as ${listed(mappedAs)}` : '',
  ];
  return remarks.filter(Boolean).join('; ');
}

const DOMAINS = { enterprise: 'Enterprise', mobile: 'Mobile', ics: 'ICS' } as const;

/** Mapped controls that are not cited. */
export function missingOf({ mapped, cited }: ReportTechnique): string[] {
  return mapped.filter((label) => !cited.includes(label));
}

export function assessmentOf({ assessment, framework }: ReportControl): string {
  return assessment === 'non-mappable'
    ? `outside the scope of ATT&CK, according to the ${framework} mapping`
    : `not assessed in the ${framework} mapping`;
}

export const UNJUDGED: Readonly<Record<'newer' | 'unknown', string>> = {
  newer: 'may come from a newer ATT&CK release',
  unknown: 'in no bundled ATT&CK release',
};

/** How many techniques the controls that each document cites are mapped to, most first. */
export function mappedByDocument({
  mappedTo,
}: CoverageReport): readonly (readonly [path: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { documents } of mappedTo)
    for (const path of documents) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}

/** `The cited controls are mapped to 312 techniques, 12 of them named`; empty where nothing is cited. */
export function mappedSentence({ mappedTo, counts }: CoverageReport): string {
  if (counts.controls === 0) return '';
  const named = mappedTo.filter(({ isNamed }) => isNamed).length;
  const controls = counts.controls === 1 ? 'The cited control is' : 'The cited controls are';
  return `${controls} mapped to ${counted(mappedTo.length, 'technique')}, ${named} of them named`;
}

/** The first few places, and how many more there are: of one document the lines, of several also the documents. */
export function placesShown(
  { documents }: CoverageReport,
  places: readonly ReportPlace[],
  max: number,
): { readonly shown: readonly string[]; readonly more: readonly string[] } {
  const shown = places.slice(0, max).map((place) => placeText(place, documents.length === 1));
  const left = places.length - shown.length;
  return { shown, more: left > 0 ? [`${left} more`] : [] };
}

/** `policy.md:12`, or in the only document `line 12`. */
export function placeText({ path, line }: ReportPlace, isOnlyDocument: boolean): string {
  return isOnlyDocument ? `line ${line + 1}` : `${path}:${line + 1}`;
}
