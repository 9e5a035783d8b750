import assert from 'node:assert/strict';
import type { IdentifierKind } from '../../../src/core/identifiers/grammar';
import { isOutdated } from '../../../src/core/search/entry';
import { search, MAX_FOUND, type Found } from '../../../src/core/search/search';
import { realKnowledge } from '../../support/knowledge';

const KINDS: readonly IdentifierKind[] = ['control', 'technique', 'sub-technique', 'tactic', 'mitigation'];

function find(typed: string, edition = 'mapping', attackVersion?: string): Found {
  return search(realKnowledge(), typed, {
    editionOf: ({ key }) => (key === 'ccm' ? edition : undefined),
    attackVersion,
    kinds: KINDS,
  });
}

/** The first few ids that are found. */
function first(typed: string, count: number, edition?: string): string[] {
  return find(typed, edition)
    .entries.slice(0, count)
    .map(({ id }) => id);
}

suite('searching for ids', () => {
  const best: readonly (readonly [typed: string, ...ids: string[]])[] = [
    ['strong auth', 'IAM-14'],
    ['auth strong', 'IAM-14'],
    ['STRONG  Authentication', 'IAM-14'],
    ['valid accounts', 'T1078'],
    ['T1021.007', 'T1021.007'],
    ['1021.7', 'T1021.007'],
    ['t1021/7', 'T1021.007'],
    ['1021', 'T1021', 'M1021'],
    ['iam14', 'IAM-14'],
    ['IAM-14', 'IAM-14'],
    ['iam 14', 'IAM-14'],
    ['iam1', 'IAM-01', 'IAM-10', 'IAM-11'],
    ['iam-', 'IAM-01', 'IAM-02'],
    ['a&a-1', 'A&A-01'],
    ['aa02', 'A&A-02'],
    ['ta0008', 'TA0008'],
    ['lateral movement', 'TA0008'],
    ['remote services cloud', 'T1021.007'],
    ['pre-compromise', 'M1056'],
  ];
  for (const [typed, ...ids] of best) {
    test(`"${typed}" finds ${ids.join(', ')} first`, () => assert.deepEqual(first(typed, ids.length), ids));
  }

  test('finds a control under the ID of the edition', () => {
    assert.deepEqual(first('strong auth', 1, '4.1'), ['IAM-13']);
    assert.deepEqual(first('strong auth', 1, '4.0'), ['IAM-14']);
    assert.deepEqual(first('strong auth', 1, 'nothing such'), []);
  });

  test('puts a name that is the query before one that begins with it', () => {
    const names = find('valid accounts').entries.map(({ fullName }) => fullName);
    assert.equal(names[0], 'Valid Accounts');
    assert.ok(names.includes('Valid Accounts: Cloud Accounts'));
  });

  test('puts enterprise before mobile and ICS', () => {
    const same = find('screen capture').entries.filter(({ name }) => name === 'Screen Capture');
    assert.deepEqual(same.map(({ id }) => id).slice(0, 1), ['T1113']);
    assert.ok(same.length > 1);
  });

  test('puts what is revoked or deprecated last, unless its ID is typed', () => {
    const { entries } = find('powershell');
    const outdated = entries.map(isOutdated);
    assert.ok(outdated.includes(true));
    assert.equal(outdated.lastIndexOf(false), outdated.indexOf(true) - 1);
    assert.deepEqual(first('T1086', 1), ['T1086']);
  });

  test('uses the names and statuses of an older release', () => {
    const ids = (version: string): number => find('t1685', 'mapping', version).entries.length;
    assert.equal(ids('17.1'), 0);
    assert.ok(ids('19.1') > 0);
  });

  test('finds everything, to the limit, for an empty query', () => {
    const { entries, isCut } = find('');
    assert.equal(entries.length, MAX_FOUND);
    assert.ok(isCut);
    assert.equal(entries[0]?.id, 'A&A-01');
  });

  test('finds nothing for words that no name has', () => {
    for (const typed of ['zzz', 'strong zzz', 'T9999', 'IAM-99', '1021.999', '.', '-', '***'])
      assert.deepEqual(first(typed, 9).slice(0, typed.match(/\w/) ? 9 : 0), []);
  });

  /** Work that grows with the square of the query would outlast the time that mocha gives a test. */
  test('answers a hostile query of 200,000 characters', () => {
    for (const piece of ['a ', 'a', '-', '((', '1.', '\u0000'])
      assert.ok(find(piece.repeat(200_000 / piece.length)).entries.length <= MAX_FOUND, piece);
  });

  test('shares the entries of one index between two searches', () => {
    const [once, again] = [find('strong auth'), find('strong')].map(({ entries }) =>
      entries.find(({ id }) => id === 'IAM-14'),
    );
    assert.ok(once);
    assert.equal(once, again);
  });
});
