import assert from 'node:assert/strict';
import { realKnowledge } from '../../support/knowledge';
import { hrefsOf, linesOf, page, section } from './support';

const { summaries } = realKnowledge();

suite('the page of a control', () => {
  test('has its editions, and what its ID means in another', () => {
    const lines = linesOf(page('IAM-14'));
    assert.equal(lines[0], '# IAM-14 Strong Authentication');
    assert.equal(lines[1], summaries.of('IAM-13@4.1'));
    assert.deepEqual(section(lines, 'Editions'), [
      'Edition | ID | Title',
      'CCM 4.1 | IAM-13 | Strong Authentication',
      'CCM 4.0 | IAM-14 | Strong Authentication',
      'the mapping file | IAM-14 | Strong Authentication',
      'IAM-14 is another control elsewhere: IAM-14 Credentials Management (CCM 4.1)',
    ]);
  });

  test('is that of the edition in its address', () => {
    assert.equal(linesOf(page('IAM-14@4.1'))[0], '# IAM-14 Credentials Management');
    assert.ok(hrefsOf(page('IAM-14')).includes('./IAM-14%404.1.md'));
  });

  test('has the techniques by tactic, each with how the control works there', () => {
    const under = section(linesOf(page('IAM-14')), 'Lateral Movement (');
    assert.equal(under[0], summaries.why('IAM-13@4.1', 'TA0008'));
    assert.ok(under.includes(`T1021.007 Cloud Services | ${summaries.of('T1021.007')} | mitigates`));
  });

  test('says that it has no mapping, and why', () => {
    assert.deepEqual(section(linesOf(page('GRC-03')), 'Mapped techniques').slice(0, 1), [
      'No mapping. The publisher considers this control outside the scope of ATT&CK.',
    ]);
    assert.match(linesOf(page('CCC-02')).join('\n'), /The mapping file doesn't assess this control\./);
  });

  test('of an enhancement tells the mappings of its base control, and no sentence of it', () => {
    const lines = linesOf(page('AC-2(1)'));
    assert.ok(lines.some((line) => line.startsWith('Enhancement of: AC-2 Account Management')));
    assert.ok(!lines.includes(summaries.of('AC-2@5') ?? ''));
  });

  test('says what an ID of another edition is, with links to it', () => {
    const blocks = page('IVS-03@4.1');
    assert.ok(hrefsOf(blocks).includes('./IVS-03.md'));
    assert.equal(linesOf(page('IAM-99'))[0], '# IAM-99');
  });

  test('of a framework that is left out says so', () => {
    const knowledge = realKnowledge().only(['ccm']);
    assert.match(linesOf(page('AC-2', { knowledge })).join('\n'), /a framework that isn't enabled/);
  });
});

suite('the places on a page', () => {
  const place = (path: string, line: number) => ({ path, line, href: `/${path}#L${line}` });

  test('are a row a document with its lines, and a link to the first', () => {
    const placesOf = () => [place('a.md', 9), place('b.yaml', 2), place('a.md', 3), place('a.md', 3)];
    const blocks = page('T1021.007', { placesOf });
    assert.deepEqual(section(linesOf(blocks), 'In this workspace').slice(0, 3), [
      'Document | Lines',
      'a.md | 3, 9',
      'b.yaml | 2',
    ]);
    assert.ok(hrefsOf(blocks).includes('/a.md#L9'));
  });

  test('are asked for by what the ID means, whatever it is called', () => {
    const asked: string[] = [];
    page('IAM-13@4.1', { placesOf: (subject) => (asked.push(subject), []) });
    assert.deepEqual(asked, ['ccm:IAM-13@4.1']);
  });

  test('are left out without a workspace, and none is said if there is none', () => {
    assert.deepEqual(section(linesOf(page('T1021.007')), 'In this workspace'), []);
    const lines = linesOf(page('T1021.007', { placesOf: () => [] }));
    assert.ok(lines.includes('No document that was read names it.'));
  });
});
