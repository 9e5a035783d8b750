/**
 * Switches each clue off and prints which labels and corpus rows change.
 *   node out/ablate.js          a line for each clue: changed labels, those right only with it, rows by source
 */
import { PolicyDocument } from '../../src/core/documents/document';
import { DEFAULT_RECOGNITION, findReferences } from '../../src/core/recognition/recognize';
import { CLUES, tableOf } from '../../src/core/recognition/scoring';
import type { Clue } from '../../src/core/recognition/clue';
import { realKnowledge } from '../support/knowledge';
import { corpusFolder, corpusLabels, isRight, recognizeLabeled } from './labels';
import { readTexts } from './texts';

const labels = corpusLabels();
const documents = readTexts(corpusFolder).map(({ name, languageId, text }) => ({
  source: name.split(/[\\/]/)[0] ?? '',
  document: new PolicyDocument(text, languageId),
}));
const before = certainties(CLUES);
const right = rightLabels(CLUES);

console.log('labels  needed  rows  sources');
for (const clue of CLUES) {
  const without = CLUES.filter((each) => each !== clue);
  const now = certainties(without);
  const changed = now.flatMap((own, index) =>
    changesIn(before[index] ?? [], own, documents[index]?.source ?? ''),
  );
  const nowRight = rightLabels(without);
  const differing = right.filter((each, index) => each !== nowRight[index]).length;
  const needed = right.filter((each, index) => each && !nowRight[index]).length;
  const sources = [...new Set(changed)].join(', ');
  const columns = [differing, needed, changed.length].map((count) => String(count).padStart(6)).join('');
  console.log(`${columns}  ${clue.family} ${clue.id}  ${sources}`);
}

/** By document: the certainty of each candidate. */
function certainties(clues: readonly Clue[]): string[][] {
  const options = { ...DEFAULT_RECOGNITION, clues: tableOf(clues) };
  return documents.map(({ document }) =>
    findReferences(document, realKnowledge(), options)
      .filter(({ implied }) => !implied)
      .map(({ certainty }) => certainty),
  );
}

/** The source, once for each row that changed. */
function changesIn(old: readonly string[], now: readonly string[], source: string): string[] {
  return now.flatMap((certainty, index) => (certainty === old[index] ? [] : [source]));
}

function rightLabels(clues: readonly Clue[]): boolean[] {
  return recognizeLabeled(labels, clues).map(isRight);
}
