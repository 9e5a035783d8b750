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
        return `In ${ccm.label(edition)}, it is ${ccm.title(control, edition)}${now ? ` (${now} in ${here})` : ''}`;
      });
      return `${here} doesn't have this ID. ${readings.join('. ')}.`;
    }
    case 'legacy':
      return resolution.record
        ? `A CCM ${resolution.edition} ID. In ${ccm.label(resolution.record.toEdition)}, see ${listed(resolution.record.successors)}.`
        : `A CCM ${resolution.edition} ID. That edition has no mapping of its own.`;
    case 'sister':
      return `A control of the ${resolution.sister.name} ${resolution.sister.version}, not of ${ccm.name}.`;
    case 'newer':
      return `Not in ATT&CK ${resolution.dataVersion}. It may come from a newer release.`;
    case 'unknown': {
      const suggestions = suggestIds(knowledge, resolution.id, resolution.edition);
      const question = suggestions.length > 0 ? ` Did you mean ${listed(suggestions, 'or')}?` : '';
      return `This ID is unknown.${question}`;
    }
  }
}
