import type { Analysis } from '../../analysis/analysis';
import { ATTACK, type CanonicalId } from '../../identifiers/grammar';
import { MAPPING_EDITION, type EditionId, type Framework } from '../../knowledge/framework';
import type { Reference } from '../../recognition/reference';
import { subjectOf } from '../../resolution/subject';
import { surroundingsAt } from '../../analysis/editionAt';
import { referencesHere } from './here';
import { itemsFor, targetFor, type Item, type Target } from './item';

/** Whether an item can be inserted: `here` is cited in the section already, `no-id` has no id in the edition. */
export type ChoiceState = 'missing' | 'elsewhere' | 'here' | 'no-id';

/** One line of the list to choose from. */
export interface Choice {
  readonly item: Item;
  readonly id: CanonicalId;
  readonly title: string;
  readonly state: ChoiceState;
}

/** Everything that is mapped to the reference, of one framework at a technique, in the mapping's order. */
export function choicesFor(analysis: Analysis, reference: Reference, framework?: Framework): Choice[] {
  const target = targetFor(analysis, reference, framework);
  const items = itemsFor(analysis, target);
  if (items.length === 0) return [];
  const { references } = analysis;
  const subject = (each: Reference): string => subjectOf(analysis.resolve(each));
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
export function missingFor(analysis: Analysis, reference: Reference, framework?: Framework): Item[] {
  return choicesFor(analysis, reference, framework)
    .filter(isMissing)
    .map(({ item }) => item);
}

export function isMissing({ state }: Choice): boolean {
  return state === 'missing' || state === 'elsewhere';
}

/** The edition of what is cited here, else the one that governs the place. */
function editionFor(analysis: Analysis, target: Target): EditionId {
  if (target.inserts === ATTACK) return MAPPING_EDITION;
  const [near] = referencesHere(analysis, target);
  const framework = analysis.knowledge.framework(target.inserts);
  return near?.edition?.edition ?? surroundingsAt(analysis, target.span).editionOf(framework);
}
