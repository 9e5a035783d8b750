import type { Analysis } from '../../analysis/analysis';
import type { EditionId, Framework } from '../../knowledge/framework';
import { citationsOf } from '../../analysis/citations';
import { speaksOf } from './scope';

/** A migration that a document may need. */
export interface MigrationChoice {
  readonly framework: Framework;
  readonly from: EditionId;
  readonly to: EditionId;
  /** How many references it looks at. */
  readonly count: number;
  /** True where the document is held to follow the edition that it comes from. */
  readonly isDetected: boolean;
}

/** Every migration that has something to look at: from the document's own edition first, to the newest first. */
export function migrationChoices(analysis: Analysis): MigrationChoice[] {
  const choices = [...analysis.knowledge.frameworks.values()].flatMap((framework) =>
    choicesOf(analysis, framework),
  );
  return choices.sort((a, b) => Number(b.isDetected) - Number(a.isDetected) || b.count - a.count);
}

function choicesOf(analysis: Analysis, framework: Framework): MigrationChoice[] {
  if (framework.published.length < 2) return [];
  const edition = citationsOf(analysis).editionOf(framework);
  return framework.editions.flatMap(({ id: from }) => {
    const own = analysis.references.filter(({ family }) => family === framework.key);
    const count = own.filter((each) => speaksOf(analysis, each, from)).length;
    const targets = count === 0 ? [] : framework.published.filter(({ id }) => id !== from);
    return targets.map(({ id: to }) => ({ framework, from, to, count, isDetected: from === edition }));
  });
}
