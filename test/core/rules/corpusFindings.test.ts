import assert from 'node:assert/strict';
import { findingLabels, whereIs, type FindingLabel } from '../../bench/labels';
import { wholeCorpus } from '../../support/corpus';
import { analysisOf } from '../../support/findings';

/** Of those that somebody read, so many must be true, and useful. */
const TRUE = 0.99;
const USEFUL = 0.8;

suite('the errors and warnings of the corpus', () => {
  test('were each read in their document, and none is false', function () {
    const labels = new Map(findingLabels().map((each) => [`${each.path}:${each.where}`, each]));
    const read: FindingLabel[] = [];
    const unread: string[] = [];
    for (const { name, languageId, text } of wholeCorpus(this)) {
      const { document, findings } = analysisOf(languageId, text);
      for (const finding of findings) {
        if (finding.severity !== 'error' && finding.severity !== 'warning') continue;
        const where = `${name}:${whereIs(finding, document)}`;
        const label = labels.get(where);
        if (label) read.push(label);
        else unread.push(`${where} ${finding.message.text}`);
      }
    }
    assert.deepEqual(unread, []);
    const share = (isSo: (label: FindingLabel) => boolean): number => read.filter(isSo).length / read.length;
    assert.ok(share(({ verdict }) => verdict !== 'false') >= TRUE);
    assert.ok(share(({ verdict }) => verdict === 'useful' || verdict === 'summary') >= USEFUL);
  });
});
