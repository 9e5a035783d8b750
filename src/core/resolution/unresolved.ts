import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { retiredRangeOf } from '../knowledge/retired';
import type { LegacyControl, Resolution } from './resolve';
import { suggestIds } from './suggest';
import { listed } from '../text/message';

/** A resolution that found nothing to show. */
export type Unresolved = Exclude<Resolution, { kind: 'attack' } | { kind: 'control' }>;

/** What is told of an id that names nothing here, in a sentence or two. */
export function unresolvedText(knowledge: KnowledgeBase, resolution: Unresolved): string {
  switch (resolution.kind) {
    case 'other-edition': {
      const { framework } = resolution;
      const here = framework.label(resolution.edition);
      const readings = resolution.readings.map(({ edition, control }) => {
        const now = control.ids[resolution.edition];
        return `In ${framework.label(edition)}, it is ${framework.title(control, edition)}${now ? ` (${now} in ${here})` : ''}`;
      });
      return `${here} doesn't have this ID. ${readings.join('. ')}.`;
    }
    case 'legacy':
      return legacyText(resolution);
    case 'sister':
      return `A control of the ${resolution.sister.name} ${resolution.sister.version}, not of ${resolution.framework.name}.`;
    case 'newer':
      return `Not in ATT&CK ${resolution.dataVersion}. It may come from a newer release.`;
    case 'unknown': {
      const range = retiredRangeOf(resolution.id);
      if (range) return `A technique of ${range.matrix}, which was retired in ${range.retired}.`;
      const suggestions = suggestIds(knowledge, resolution.id, resolution.edition);
      const question = suggestions.length > 0 ? ` Did you mean ${listed(suggestions, 'or')}?` : '';
      return `This ID is unknown.${question}`;
    }
  }
}

function legacyText({ framework, edition, record }: LegacyControl): string {
  const label = framework.label(edition);
  if (record?.isWithdrawn === true) return `${withdrawnText(label, record.successors)}.`;
  return record
    ? `A ${label} ID. In ${framework.label(record.toEdition)}, see ${listed(record.successors)}.`
    : `A ${label} ID. That edition has no mapping of its own.`;
}

/** `Withdrawn in NIST SP 800-53 Rev. 5; incorporated into AC-2 and AU-6` */
export function withdrawnText(label: string, successors: readonly string[]): string {
  const into = successors.length === 0 ? '' : `; incorporated into ${listed(successors)}`;
  return `Withdrawn in ${label}${into}`;
}
