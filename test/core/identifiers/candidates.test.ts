import assert from 'node:assert/strict';
import { scanCandidates } from '../../../src/core/identifiers/candidates';
import { unmark } from '../../support/marked';

/** `id`, with `!` where the spelling is a slip and ` +tail` where something belongs to it. */
function scanned(text: string): string[] {
  return scanCandidates(text).map(
    ({ id, malformed, tail }) => `${id}${malformed ? '!' : ''}${tail ? ` +${tail}` : ''}`,
  );
}

function check(marked: string): void {
  const { text, marks } = unmark(marked);
  assert.deepEqual(
    scanCandidates(text).map(({ span }) => span),
    marks.map(({ span }) => span),
  );
  assert.deepEqual(
    scanned(text),
    marks.map(({ expected }) => expected),
  );
}

suite('candidates', () => {
  const spellings = [
    '⟦T1021.007⟧',
    '⟦t1021.007⇒T1021.007⟧',
    '⟦T1021/007⇒T1021.007⟧',
    '⟦T1543_004⇒T1543.004⟧',
    '⟦T1021%2E007⇒T1021.007⟧, ⟦T1021%2f007⇒T1021.007⟧',
    '⟦T1562.01⇒T1562.001!⟧ and ⟦T1562.1⇒T1562.001!⟧',
    '⟦T1059-003⇒T1059.003!⟧',
    'attack.⟦t1021.007⇒T1021.007⟧',
    '[⟦T1021.007⟧](https://attack.mitre.org/techniques/⟦T1021/007⇒T1021.007⟧/)',
    'mitre-⟦T1021.007⟧, mitre-attack:⟦t1021.007⇒T1021.007⟧',
    '⟦T1562.001⟧.',
    '⟦TA0008⟧ ⟦ta0008⇒TA0008⟧ ⟦M1018⟧ ⟦G0016⟧ ⟦S0154⟧ ⟦C0024⟧',
    '⟦IAM-14⟧ ⟦iam-14⇒IAM-14⟧ ⟦Iam-14⇒IAM-14⟧',
    'CCM-⟦IAM-14⟧, csa-ccm-⟦iam-14⇒IAM-14⟧, csa_ccm: ⟦IAM-14⟧',
    '⟦A&A-01⟧ ⟦A&amp;A-01⇒A&A-01⟧ ⟦A%26A-01⇒A&A-01⟧ ⟦A_A-01⇒A&A-01⟧ ⟦a&a-01⇒A&A-01⟧',
    '⟦I&S-09⟧ ⟦i&amp;s-09⇒I&S-09⟧',
    '⟦IAM-5⇒IAM-05!⟧',
    '⟦IAM\u201114⇒IAM-14⟧ ⟦IAM\u201314⇒IAM-14⟧ ⟦IAM_14⇒IAM-14⟧',
    '⟦IAM-14.1⇒IAM-14 +.1⟧ ⟦IAM-14.12⇒IAM-14 +.12⟧',
    '⟦AIS-05-M1⇒AIS-05 +-M1⟧',
    '⟦IAM-14⟧.2024.1 ⟦IAM-14⟧.123',
    '⟦IAM-01⟧-⟦IAM-05⟧, ⟦IAM-12⟧/⟦SEF-02⟧, ⟦DSI-01⟧-07, ⟦T1059⟧/⟦T1105⟧',
    '⟦T1059⟧-based',
    '😀⟦T1021⟧😀',
    '⟦T1021⟧',
  ];
  for (const marked of spellings) test(marked, () => check(marked));

  const none = [
    ...[
      'PORT1021',
      'XT1021',
      '2T1021',
      '9T1021',
      '0IAM-14',
      'éT1021',
      'T1021é',
      'T1021abc',
      'T10215',
      'T102',
      'T 1021',
    ],
    ...[
      'GMT2024',
      'XA0008',
      'PA0008',
      'CTL-IAM-001',
      'IAM-12130',
      'IAM-123',
      'XIAM-14',
      'éIAM-14',
      'IAM-14a',
    ],
    ...['IAM14', 'IAM - 14', 'XYZ-14', 'A&S-01', 'S&A-01', 'A--A-01', 'CCC.Core.TH02', 'A&A-', '-01'],
  ];
  for (const text of none) test(`${text} holds none`, () => check(text));

  test('a sub-technique number that is none leaves the technique', () => {
    assert.deepEqual(scanned('T1021.0071'), ['T1021']);
    assert.deepEqual(scanned('T1021.x'), ['T1021']);
  });
});
