import type { Analysis } from '../../analysis/analysis';
import type { EditionId } from '../../knowledge/framework';
import { citationsOf } from '../../analysis/citations';
import { speaksOf } from './scope';

/** A migration that a document may need. */
export interface MigrationChoice {
  readonly from: EditionId;
  readonly to: EditionId;
  /** How many references it looks at. */
  readonly count: number;
  /** True where the document is held to follow the edition that it comes from. */
  readonly isDetected: boolean;
}

/** Every migration that has something to look at: from the document's own edition first, to the newest first. */
export function migrationChoices(analysis: Analysis): MigrationChoice[] {
  const { ccm } = analysis.knowledge;
  const { edition } = citationsOf(analysis);
  const choices = ccm.editions.flatMap(({ id: from }) => {
    const count = analysis.references.filter((each) => speaksOf(analysis, each, from)).length;
    const targets = count === 0 ? [] : ccm.published.filter(({ id }) => id !== from);
    return targets.map(({ id: to }) => ({ from, to, count, isDetected: from === edition }));
  });
  return choices.sort((a, b) => Number(b.isDetected) - Number(a.isDetected) || b.count - a.count);
}
