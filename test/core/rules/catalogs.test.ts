import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/edits/fixes';
import { hoverAt } from '../../../src/core/hover/hover';
import { unmappedIn } from '../../support/catalogs';
import { analysisOf, findingsIn } from '../../support/findings';
import { realKnowledge } from '../../support/knowledge';

const { ccm } = realKnowledge();
const all = ccm.idsIn('4.1');
const half = Math.ceil(all.length / 2);

/** A table of controls of an edition, each with a technique beside it. */
function matrix(edition: string, ids: readonly string[], note = ''): string {
  const rows = ids.map((id) => `| ${id} | T1078 | ${note} |`);
  return [`| CCM ${edition} | Technique | Note |`, '| --- | --- | --- |', ...rows, ''].join('\n');
}

function noMapping(text: string, catalogs: 'summary' | 'each' = 'summary'): string[] {
  return findingsIn('markdown', text, { catalogs })
    .filter(({ rule }) => rule === 'no-mapping')
    .map(({ reference, message }) => `${reference.id}: ${message.text}`);
}

suite('a catalog of controls', () => {
  test('reports once, on the first, that controls have no mapping', () => {
    const unmapped = unmappedIn('4.1', all);
    assert.deepEqual(noMapping(matrix('4.1', all)), [
      `${unmapped[0]}: No mapping for ${unmapped[0]} and ${unmapped.length - 1} other controls (reported once: this document lists 207 of the 207 controls of CCM 4.1).`,
    ]);
    assert.equal(noMapping(matrix('4.1', all), 'each').length, unmapped.length);
  });

  test('lists at least half of an edition, each control counted once', () => {
    const most = all.slice(0, half - 1);
    assert.equal(noMapping(matrix('4.1', all.slice(0, half))).length, 1);
    assert.equal(
      noMapping(matrix('4.1', [...most, ...most, ...most])).length,
      3 * unmappedIn('4.1', most).length,
    );
  });

  test('is of one edition, and reports each control of another', () => {
    const found = noMapping(`${matrix('4.1', all)}\nCCM 4.0 GRC-03 and CCM 4.0 GRC-04\n`);
    assert.deepEqual(
      found.map((each) => each.slice(0, 6)),
      ['A&A-01', 'GRC-03', 'GRC-04'],
    );
  });

  test('of two editions is reported once for each edition', () => {
    const found = noMapping(`${matrix('4.0', ccm.idsIn('4.0'))}\n${matrix('4.1', all)}`);
    assert.deepEqual(
      found.map((each) => /of the [^)]*/.exec(each)?.[0]),
      ['of the 197 controls of CCM 4.0', 'of the 207 controls of CCM 4.1'],
    );
  });

  test('is suppressed by a comment at the top, and counts without what a comment suppresses', () => {
    const text = matrix('4.1', all);
    assert.deepEqual(noMapping(`<!-- control-lens-disable no-mapping -->\n\n${text}`), []);
    const [first = '', second = ''] = unmappedIn('4.1', all);
    const silenced = text.replace(
      `| ${first} | T1078 |`,
      `| ${first} | T1078 <!-- control-lens-disable-line --> |`,
    );
    assert.match(noMapping(silenced)[0] ?? '', new RegExp(`^${second}: No mapping for ${second} and`));
  });

  test('with one control that has no mapping reports that control', () => {
    const mapped = all.filter((id) => !unmappedIn('4.1', [id]).includes(id));
    assert.deepEqual(noMapping(matrix('4.1', [...mapped, 'GRC-03'])), noMapping('CCM 4.1 GRC-03'));
  });

  test('has a fix that suppresses the rule in the document, and hovers that still say why', () => {
    const analysis = analysisOf('markdown', matrix('4.1', all));
    const finding = analysis.findings.find(({ rule }) => rule === 'no-mapping');
    assert.ok(finding);
    assert.deepEqual(
      fixesFor(analysis, finding).map(({ title }) => title.text),
      ['Silence no-mapping in this document'],
    );
    assert.match(JSON.stringify(hoverAt(analysis, finding.span.start)?.blocks), /No mapping\./);
  });
});
