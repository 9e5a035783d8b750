/**
 * Fits the weights of the clues over the labels of the corpus, with cross-validation, and prints how sure "certain" is.
 *   node out/fit.js          fitted weights beside those of the table, then the calibration
 * A sum is read as log odds in halves: 6 is 20 to 1. Weights are kept near those of the table unless the labels ask for
 * others, since many clues have few labels.
 */
import { CERTAIN, CLUES, LIKELY } from '../../src/core/recognition/scoring';
import { corpusLabels, recognizeLabeled, type Labeled } from './labels';

const FOLDS = 5;
const ROUNDS = 400;
const RATE = 0.05;
/** How much a weight is held where it is. */
const HOLD = 0.02;
const SCALE = 0.5;

interface Sample {
  readonly clues: readonly string[];
  readonly isReference: boolean;
}

type Weights = ReadonlyMap<string, number>;

const labeled = recognizeLabeled(corpusLabels()).filter(
  ({ found, label }) => found && label.verdict !== 'unsure',
);
const samples = labeled.map(sampleOf);
const table: Weights = new Map(CLUES.map(({ id, weight }) => [id, weight]));

printWeights(fit(samples));
printFolds();
printCalibration();

function sampleOf({ label, found }: Labeled): Sample {
  return {
    clues: found?.evidence.map(({ clue }) => clue) ?? [],
    isReference: label.verdict === 'reference' && found?.id === label.id,
  };
}

function sumOf({ clues }: Sample, weights: Weights): number {
  return clues.reduce((sum, clue) => sum + (weights.get(clue) ?? 0), 0);
}

/** The odds of a sum, where the bar of "likely" is even. */
function probability(sum: number): number {
  return 1 / (1 + Math.exp(-SCALE * (sum - LIKELY)));
}

/** Logistic regression by gradient, held near the weights of the table. */
function fit(training: readonly Sample[]): Weights {
  const weights = new Map(table);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = new Map<string, number>();
    for (const sample of training) {
      const error = Number(sample.isReference) - probability(sumOf(sample, weights));
      for (const clue of sample.clues) slopes.set(clue, (slopes.get(clue) ?? 0) + error);
    }
    for (const [clue, slope] of slopes) {
      const weight = weights.get(clue) ?? 0;
      weights.set(clue, weight + RATE * slope - HOLD * (weight - (table.get(clue) ?? 0)));
    }
  }
  return weights;
}

function printWeights(fitted: Weights): void {
  console.log('table  fitted  labels');
  for (const { id, weight } of CLUES) {
    const count = samples.filter(({ clues }) => clues.includes(id)).length;
    const value = (fitted.get(id) ?? weight).toFixed(1);
    console.log(`${String(weight).padStart(5)}${value.padStart(8)}${String(count).padStart(8)}  ${id}`);
  }
}

/** Each fold is judged by weights that have not seen it. */
function printFolds(): void {
  const wrong = Array.from({ length: FOLDS }, (_, fold) => {
    const own = samples.filter((_sample, index) => index % FOLDS === fold);
    const weights = fit(samples.filter((_sample, index) => index % FOLDS !== fold));
    return own.filter((sample) => sumOf(sample, weights) >= CERTAIN !== sample.isReference).length;
  });
  const byTable = samples.filter((sample) => sumOf(sample, table) >= CERTAIN !== sample.isReference).length;
  console.log(
    `\nwrong of ${samples.length}: ${byTable} by the table, ${wrong.reduce((a, b) => a + b)} by fitted weights (${wrong.join(', ')})`,
  );
}

function printCalibration(): void {
  console.log('\n      sum  labels  references');
  const bands: readonly (readonly [from: number, to: number, name: string])[] = [
    [-Infinity, LIKELY, 'doubtful'],
    [LIKELY, CERTAIN, 'likely'],
    [CERTAIN, 9, 'certain'],
    [9, 12, 'certain'],
    [12, Infinity, 'certain'],
  ];
  for (const [from, to, name] of bands) {
    const own = samples.filter((sample) => sumOf(sample, table) >= from && sumOf(sample, table) < to);
    const share = own.filter(({ isReference }) => isReference).length;
    console.log(
      `${`${from}..${to}`.padStart(12)}${String(own.length).padStart(7)}${String(share).padStart(7)}  ${name}`,
    );
  }
}
