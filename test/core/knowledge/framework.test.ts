import assert from 'node:assert/strict';
import { CCM } from '../../../src/core/frameworks/ccm';
import { realKnowledge } from '../../support/knowledge';

const ccm = realKnowledge().framework('ccm');

/** What an id means, edition by edition. */
function titlesOf(id: string): Record<string, string> {
  return Object.fromEntries(
    ccm.readings(id).map(({ edition, control }) => [edition, ccm.title(control, edition)]),
  );
}

suite('CCM', () => {
  test('has its editions, newest first, without the numbering of the mapping file', () => {
    assert.deepEqual(
      ccm.editions.map(({ id, label }) => [id, label]),
      [
        ['4.1', 'CCM 4.1'],
        ['4.0', 'CCM 4.0'],
        ['mapping', 'the mapping file'],
      ],
    );
    assert.deepEqual(
      ccm.published.map(({ id }) => id),
      ['4.1', '4.0'],
    );
    assert.equal(ccm.label('4.0'), 'CCM 4.0');
    assert.equal(ccm.label('3.0.1'), 'CCM 3.0.1');
    for (const { id, count } of ccm.editions) assert.equal(ccm.idsIn(id).length, count, id);
  });

  const readings: readonly [id: string, titles: Record<string, string>][] = [
    [
      'IAM-13',
      {
        '4.1': 'Strong Authentication',
        '4.0': 'Uniquely Identifiable Users',
        mapping: 'Uniquely Identifiable Users',
      },
    ],
    [
      'IAM-14',
      { '4.1': 'Credentials Management', '4.0': 'Strong Authentication', mapping: 'Strong Authentication' },
    ],
    ['IAM-16', { '4.0': 'Authorization Mechanisms', mapping: 'Authorization Mechanisms' }],
    ['SEF-09', { '4.1': 'Incident Records Management', mapping: 'Points of Contact Maintenance' }],
    [
      'TVM-03',
      {
        '4.1': 'Vulnerability Identification',
        '4.0': 'Vulnerability Remediation Schedule',
        mapping: 'Vulnerability Remediation Schedule',
      },
    ],
    ['IVS-09', { '4.0': 'Network Defense' }],
    ['I&S-09', { '4.1': 'Network Defense', mapping: 'Network Defense' }],
    ['CCC-02', { '4.1': 'Quality Testing', '4.0': 'Quality Testing' }],
    ['IAM-99', {}],
    ['__proto__', {}],
  ];
  for (const [id, titles] of readings)
    test(`gives ${id} the meaning ${Object.values(titles).join(', ') || 'nothing'}`, () => {
      assert.deepEqual(titlesOf(id), titles);
      assert.equal(ccm.has(id), Object.keys(titles).length > 0);
    });

  test('has one control for IAM-13 of 4.1 and IAM-14 of 4.0', () => {
    const control = ccm.byId('4.1', 'IAM-13');
    assert.ok(control);
    assert.equal(ccm.byId('4.0', 'IAM-14'), control);
    assert.equal(ccm.byId('mapping', 'IAM-14'), control);
    assert.equal(ccm.control(control.key), control);
    assert.deepEqual(
      ['4.1', '4.0', 'mapping'].map((edition) => ccm.id(control, edition)),
      ['IAM-13', 'IAM-14', 'IAM-14'],
    );
  });

  test('numbers IVS-09 of 4.0 as I&S-09 in 4.1', () => {
    assert.equal(ccm.byId('4.0', 'IVS-09'), ccm.byId('4.1', 'I&S-09'));
    assert.ok(ccm.byId('4.0', 'IVS-09'));
  });

  test('takes the newest edition that has a control if the one asked for lacks it', () => {
    const onlyOld = ccm.byId('4.0', 'IAM-12');
    assert.ok(onlyOld);
    assert.equal(ccm.id(onlyOld, '4.1'), 'IAM-12');
    assert.equal(ccm.title(onlyOld, '4.1'), 'Safeguard Logs Integrity');
    const renamed = ccm.byId('4.0', 'IAM-13');
    assert.ok(renamed);
    assert.equal(ccm.title(renamed), 'Unique Identities');
    assert.equal(ccm.id(renamed, '3.0.1'), 'IAM-12');
  });

  test('has successors in 4.0 for IDs of 3.0.1', () => {
    assert.deepEqual(ccm.legacy('IVS-09'), {
      id: 'IVS-09',
      edition: '3.0.1',
      successors: ['IVS-06'],
      toEdition: '4.0',
    });
    assert.equal(ccm.legacy('EKM-01'), undefined);
  });

  test('leaves GRC-12 and MDS-01 to AICM, and keeps its own IDs', () => {
    assert.equal(ccm.sisterOf('GRC-12')?.key, 'aicm');
    assert.equal(ccm.sisterOf('MDS-01')?.key, 'aicm');
    for (const id of ['IAM-13', 'IVS-09', 'IAM-99', 'EKM-01']) assert.equal(ccm.sisterOf(id), undefined, id);
  });

  test('finds a domain by the code of any edition', () => {
    assert.equal(ccm.domain('IAM')?.name, 'Identity and Access Management');
    assert.equal(ccm.domain('I&S'), ccm.domain('IVS'));
    assert.equal(ccm.domain('MDS'), undefined);
  });

  test('has the codes of the grammar in its data', () => {
    const ids = [...ccm.controls].flatMap((control) => Object.values(control.ids));
    const legacy = ['AAC', 'DSI', 'EKM', 'GRM', 'MOS']; // 3.0.1 only; the crosswalk is partial
    const sisters = ccm.sisters.flatMap((sister) => sister.ids);
    const codes = [...ids, ...sisters].map((id) => id.slice(0, -3));
    assert.deepEqual([...new Set([...codes, ...legacy])].sort(), [...CCM.ids.codes].sort());
    for (const { code } of ccm.domains) assert.ok(CCM.ids.codes.includes(code), code);
  });
});
