import { MAPPING_EDITION } from '../knowledge/framework';
import { counted, listed } from '../text/message';
import type { ControlRole } from '../coverage/controls';
import type { TechniqueState } from '../coverage/techniques';
import { controlCountsMessage, countsMessage, suggestionMessage } from '../coverage/words';
import type { CoverageReport, ReportControl, ReportTechnique } from './report';

/** Sentences that the formats for people share. */

/** `Techniques named and controls cited in policies`. */
export function titleOf({ title }: CoverageReport): string {
  return `Techniques named and controls cited in ${title === '' ? 'this document' : title}`;
}

export function techniqueCounts({ counts }: CoverageReport): string {
  return countsMessage(counts).text;
}

export function controlCounts({ counts }: CoverageReport): string {
  return controlCountsMessage(counts).text;
}

/** What the report was made with; controls are told in which numbering. */
export function basis({ edition, versions, documents, controls }: CoverageReport): string {
  const { mapping, mappingDate, mappingAttack, attack } = versions;
  const other = controls.find(({ label }) => label.includes('@'));
  const others = other
    ? ` ${other.label} is ${other.id} in ${editionName(other)}; ${edition.label} doesn't have that control.`
    : '';
  return `${counted(documents.length, 'document')}. Controls are numbered as in ${edition.label}.${others} Mapping: ${mapping}, updated ${mappingDate}, based on ATT&CK ${mappingAttack}. Techniques are checked against ATT&CK ${attack}.`;
}

export function inState(report: CoverageReport, state: TechniqueState): ReportTechnique[] {
  return report.techniques.filter((technique) => technique.state === state);
}

export function inRole(report: CoverageReport, role: ControlRole): ReportControl[] {
  return report.controls.filter((control) => control.role === role);
}

function editionName({ edition }: ReportControl): string {
  return edition === MAPPING_EDITION ? 'the mapping file' : `edition ${edition}`;
}

/** Empty where nothing is open. */
export function suggestionSentences({ suggestion }: CoverageReport): string[] {
  const [first] = suggestion.steps;
  if (!first) return [];
  const next = `${suggestionMessage(first.control, first.addresses.length, suggestion.open).text}.`;
  if (suggestion.smallest.length < 2) return [next];
  const size = suggestion.smallest.length;
  const all = suggestion.isExact
    ? `At least ${size} controls are needed. For example, these ${size} controls would address all of them:`
    : `These ${size} controls would address all of them. A smaller set may exist:`;
  return [next, all];
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
