import assert from 'node:assert/strict';
import { parseIdentifier } from '../../../src/core/identifiers/grammar';

suite('parseIdentifier', () => {
  const read: readonly [written: string, id: string][] = [
    ['T1021.007', 'T1021.007'],
    [' t1021.007 ', 'T1021.007'],
    ['T1021/007', 'T1021.007'],
    ['T1021/007/', 'T1021.007'],
    ['T1543_004', 'T1543.004'],
    ['T1562.01', 'T1562.001'],
    ['T1059-003', 'T1059.003'],
    ['T1021%2E007', 'T1021.007'],
    ['T1021%2f007', 'T1021.007'],
    ['TA0008', 'TA0008'],
    ['m1018', 'M1018'],
    ['iam-14', 'IAM-14'],
    ['IAM-5', 'IAM-05'],
    ['IAM_14', 'IAM-14'],
    ['IAM\u201314', 'IAM-14'],
    ['CCM IAM-14', 'IAM-14'],
    ['CCM-IAM-14', 'IAM-14'],
    ['csa-ccm-iam-14', 'IAM-14'],
    ['csa_ccm:IAM-14', 'IAM-14'],
    ['A&A-01', 'A&A-01'],
    ['A&amp;A-01', 'A&A-01'],
    ['A%26A-01', 'A&A-01'],
    ['A_A-01', 'A&A-01'],
    ['i&s-09', 'I&S-09'],
  ];
  for (const [written, id] of read)
    test(`"${written}" is ${id}`, () => assert.equal(parseIdentifier(written), id));

  const none = ['', 'IAM', 'T102', 'T10215', 'X1021', 'M1018.001', 'TA0008.001', 'T1021.0071', 'IAM-123'];
  for (const written of [...none, 'XYZ-14', 'T1021 T1022', 'PORT1021', '__proto__', 'AML.T0051', 'A&S-01'])
    test(`"${written}" is no id`, () => assert.equal(parseIdentifier(written), undefined));
});
