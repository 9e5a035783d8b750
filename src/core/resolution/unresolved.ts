import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Resolution } from './resolve';
import { suggestIds } from './suggest';
import { listed } from '../text/message';

/** A resolution that found nothing to show. */
export type Unresolved = Exclude<Resolution, { kind: 'attack' } | { kind: 'control' }>;

/** What is told of an id that names nothing here, in a sentence or two. */
export function unresolvedText(knowledge: KnowledgeBase, resolution: Unresolved): string {
  const { ccm } = knowledge;
  switch (resolution.kind) {
    case 'other-edition': {
      const here = ccm.label(resolution.edition);
      const readings = resolution.readings.map(({ edition, control }) => {
        const now = control.ids[resolution.edition];
        return `In ${ccm.label(edition)} it is ${ccm.title(control, edition)}${now ? ` (${now} in ${here})` : ''}`;
      });
      return `${here} has no such control. ${readings.join('. ')}.`;
    }
    case 'legacy':
      return resolution.record
        ? `An id of CCM ${resolution.edition}; in ${ccm.label(resolution.record.toEdition)} see ${listed(resolution.record.successors)}.`
        : `An id of CCM ${resolution.edition}, which has no mapping of its own.`;
    case 'sister':
      return `A control of the ${resolution.sister.name} ${resolution.sister.version}, not of ${ccm.name}.`;
    case 'newer':
      return `Not in ATT&CK ${resolution.dataVersion}; it may come from a newer release.`;
    case 'unknown': {
      const suggestions = suggestIds(knowledge, resolution.id, resolution.edition);
      const question = suggestions.length > 0 ? ` Did you mean ${listed(suggestions, 'or')}?` : '';
      return `No such id is known.${question}`;
    }
  }
}
