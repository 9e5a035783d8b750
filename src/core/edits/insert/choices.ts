import type { Analysis } from '../../analysis/analysis';
import type { CanonicalId } from '../../identifiers/grammar';
import { MAPPING_EDITION, type EditionId } from '../../knowledge/framework';
import type { Reference } from '../../recognition/reference';
import { subjectOf } from '../../resolution/subject';
import { surroundingsAt } from '../../analysis/editionAt';
import { referencesHere } from './here';
import { itemsFor, type Item } from './item';

/** Whether an item can be inserted: `here` is cited in the section already, `no-id` has no id in the edition. */
export type ChoiceState = 'missing' | 'elsewhere' | 'here' | 'no-id';

/** One line of the list to choose from. */
export interface Choice {
  readonly item: Item;
  readonly id: CanonicalId;
  readonly title: string;
  readonly state: ChoiceState;
}

/** Everything that is mapped to the target, in the mapping's order. */
export function choicesFor(analysis: Analysis, target: Reference): Choice[] {
  const items = itemsFor(analysis, target);
  if (items.length === 0) return [];
  const { knowledge, references } = analysis;
  const subject = (reference: Reference): string => subjectOf(knowledge, analysis.resolve(reference));
  const here = new Set(referencesHere(analysis, target).map(subject));
  const anywhere = new Set(references.filter(({ certainty }) => certainty !== 'doubtful').map(subject));
  const edition = editionFor(analysis, target);
  return items.map((item) => {
    const id = item.idIn(edition);
    const isHere = here.has(item.subject);
    const state = isHere
      ? 'here'
      : id === undefined
        ? 'no-id'
        : anywhere.has(item.subject)
          ? 'elsewhere'
          : 'missing';
    return { item, id: id ?? item.anyId, title: item.titleIn(edition), state };
  });
}

/** What the section does not cite yet. */
export function missingFor(analysis: Analysis, target: Reference): Item[] {
  return choicesFor(analysis, target)
    .filter(isMissing)
    .map(({ item }) => item);
}

export function isMissing({ state }: Choice): boolean {
  return state === 'missing' || state === 'elsewhere';
}

/** The edition of what is cited here, else the one that governs the place. */
function editionFor(analysis: Analysis, target: Reference): EditionId {
  if (target.family !== 'attack') return MAPPING_EDITION;
  const [near] = referencesHere(analysis, target);
  return near?.edition?.edition ?? surroundingsAt(analysis, target.span).edition;
}
