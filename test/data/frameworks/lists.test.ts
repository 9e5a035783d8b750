import assert from 'node:assert/strict';
import { CCM } from '../../../src/data/frameworks/ccm';
import { isCrosswalk, legacyRecords, readCrosswalk } from '../../../src/data/frameworks/crosswalk';
import { isIdList, readSister } from '../../../src/data/frameworks/sister';
import { readTable } from '../../../src/data/frameworks/table';
import { editions } from '../support/ccm';
import { messageOf, valueOf } from '../support/results';

const HEADER = 'ccm_3_0_1_id\tccm_4_0_id\n';
const crosswalk = (text: string) => readCrosswalk(readTable(HEADER + text), CCM);

suite('the crosswalk of CCM 3.0.1', () => {
  const table = editions(['', 'DCS-06', ''], ['', 'LOG-10', ''], ['', 'LOG-11', '']);

  test('is recognized by its two columns of IDs of the framework', () => {
    assert.ok(isCrosswalk(readTable(HEADER), CCM));
    assert.ok(!isCrosswalk(readTable('nist_4_id\tnist_5_id'), CCM));
    assert.ok(!isCrosswalk(readTable('ccm_3_0_1_id'), CCM));
  });

  test('gathers successors by ID, sorted, without spaces in IDs', () => {
    const read = valueOf(crosswalk('EKM-02\tLOG-11\nDCS - 01\tDCS-06\nEKM-02\tLOG-10\nEKM-02\tLOG-11\n'));
    assert.deepEqual(valueOf(legacyRecords([read], table)), [
      { id: 'DCS-01', edition: '3.0.1', successors: ['DCS-06'], toEdition: '4.0' },
      { id: 'EKM-02', edition: '3.0.1', successors: ['LOG-10', 'LOG-11'], toEdition: '4.0' },
    ]);
  });

  test('leaves out a control without a predecessor', () => {
    assert.deepEqual(valueOf(crosswalk('No mapping\tLOG-10\n')).steps, []);
  });

  test('is refused for a malformed ID, or one that the edition lacks', () => {
    assert.match(messageOf(crosswalk('__proto__\tLOG-10\n')), /line 2: "__proto__" is no id/);
    assert.match(messageOf(crosswalk('EKM-02\tconstructor\n')), /line 2: "constructor" is no id/);
    assert.match(messageOf(crosswalk('EKM-02\n')), /line 2: has 1 cells, not 2/);
    const stray = valueOf(crosswalk('EKM-02\tLOG-99\n'));
    assert.match(messageOf(legacyRecords([stray], table)), /LOG-99 is no control of edition 4.0/);
  });
});

suite('the list of AICM IDs', () => {
  test('is recognized by holding IDs only', () => {
    assert.ok(isIdList('IAM-01\r\nMDS-01\n\n', CCM));
    assert.ok(!isIdList('IAM-01\nProse about IAM-01\n', CCM));
    assert.ok(!isIdList('', CCM));
  });

  test('belongs to the framework in its file name, sorted, each ID once', () => {
    assert.deepEqual(valueOf(readSister('aicm-1.1.0-ids.txt', 'MDS-01\nIAM-01\nMDS-01\n', CCM)), {
      key: 'aicm',
      name: 'AI Controls Matrix (AICM)',
      version: '1.1.0',
      ids: ['IAM-01', 'MDS-01'],
    });
    assert.match(messageOf(readSister('ids.txt', 'IAM-01', CCM)), /tells no framework and version/);
    assert.match(messageOf(readSister('other-1.0-ids.txt', 'IAM-01', CCM)), /other is not known/);
  });
});
