import { realKnowledge } from './knowledge';

/** Those of the ids that have no mapping in the edition, in order. */
export function unmappedIn(edition: string, ids: readonly string[]): string[] {
  const ccm = realKnowledge().framework('ccm');
  return ids.filter((id) => {
    const control = ccm.byId(edition, id);
    return control && ccm.assess(control) !== 'mapped';
  });
}
