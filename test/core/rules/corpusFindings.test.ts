import assert from 'node:assert/strict';
import { findingLabels, whereIs, type FindingLabel } from '../../bench/labels';
import { wholeCorpus } from '../../support/corpus';
import { analysisOf } from '../../support/findings';

/** Of the errors and warnings, so many must be true, and useful. */
const TRUE = 0.99;
const USEFUL = 0.8;

suite('the findings of the corpus', () => {
  test('were each read in their document, and what was read is still found', function () {
    const labels = new Map(findingLabels().map((each) => [nameOf(each), each]));
    const loud: FindingLabel[] = [];
    const unread: string[] = [];
    const left = new Set(labels.keys());
    const documents = wholeCorpus(this);
    for (const { name, languageId, text } of documents) {
      const { document, findings } = analysisOf(languageId, text);
      for (const finding of findings.filter(({ severity }) => severity !== 'hint')) {
        const where = nameOf({ path: name, where: whereIs(finding, document) });
        const label = labels.get(where);
        if (!label) unread.push(`${where} ${finding.message.text}`);
        else if (finding.severity !== 'information') loud.push(label);
        left.delete(where);
      }
    }
    assert.deepEqual(unread, []);
    const read = new Set(documents.map(({ name }) => name));
    assert.deepEqual(
      [...left].filter((each) => read.has(labels.get(each)?.path ?? '')),
      [],
    );
    const share = (isSo: (label: FindingLabel) => boolean): number => loud.filter(isSo).length / loud.length;
    assert.ok(share(({ verdict }) => verdict !== 'false') >= TRUE);
    assert.ok(share(({ verdict }) => verdict === 'useful' || verdict === 'summary') >= USEFUL);
  });
});

function nameOf({ path, where }: Pick<FindingLabel, 'path' | 'where'>): string {
  return `${path}:${where}`;
}
