import assert from 'node:assert/strict';
import { itemsFor, targetFor } from '../../../../src/core/edits/insert/item';
import { verify } from '../../../../src/core/edits/insert/verify';
import { analysisOf } from '../../../support/findings';
import { targetIn } from '../../../support/insertion';

const TEXT = 'ATT&CK T1021.007 and CCM IAM-13.\n';

/** How a text reads that is written at the end, and means IAM-10 of an edition. */
function reading(newText: string, edition: string): string {
  const analysis = analysisOf('markdown', TEXT);
  const target = targetIn(analysis, TEXT.indexOf('T1021'));
  const written = itemsFor(analysis, targetFor(analysis, target)).filter(
    (item) => item.idIn(edition) === 'IAM-10',
  );
  const span = { start: TEXT.length, end: TEXT.length };
  return verify(analysis, { edits: [{ span, newText }], edition, written, leftOut: [] }).reading;
}

suite('reading back what is inserted', () => {
  const cases: readonly (readonly [name: string, newText: string, edition: string, reading: string])[] = [
    ['it is what was meant', '\nCCM IAM-10\n', 'mapping', 'certain'],
    ['it may be what was meant', '\nIAM-10\n', 'mapping', 'likely'],
    ['it may be something else', '\nTicket IAM-10\n', 'mapping', 'doubtful'],
    ['it is another control', '\nCCM IAM-11\n', 'mapping', 'wrong'],
    ['it is one more', '\nCCM IAM-10, IAM-11\n', 'mapping', 'wrong'],
    ['it is of another edition', '\nCCM 4.0 IAM-10\n', 'mapping', 'wrong'],
    ['it changes what another id means', '\nCCM 4.1 IAM-10\n', '4.1', 'wrong'],
  ];
  for (const [name, newText, edition, expected] of cases)
    test(`judges that ${name}`, () => assert.equal(reading(newText, edition), expected));
});
