import assert from 'node:assert/strict';
import { citationsOf, isTechniqueReference } from '../../../src/core/analysis/citations';
import { analysisOf } from '../../support/findings';
import { frameworkSettings } from '../../support/frameworkSettings';

/** The edition of a text, and the controls it cites by their ids of 4.1. */
function cited(text: string, settings = {}): { edition: string; ids: string[] } {
  const analysis = analysisOf('markdown', text, settings);
  const { controls, editionOf } = citationsOf(analysis);
  const ccm = analysis.knowledge.framework('ccm');
  const ids = [...controls].map((key) => ccm.id(ccm.control(key) ?? assert.fail(key), '4.1'));
  return { edition: editionOf(ccm), ids: ids.sort() };
}

suite('the controls that a document cites', () => {
  test('count a control once, whatever edition numbers it', () => {
    assert.deepEqual(cited('CCM 4.0 IAM-14 and CCM 4.1 IAM-13').ids, ['IAM-13']);
    assert.deepEqual(cited('CCM 4.1 IVS-09').ids, ['I&S-09']);
  });

  test('include likely references and leave out doubtful ones', () => {
    assert.deepEqual(cited('IAM-10, GRC-03').ids, ['GRC-03', 'IAM-10']);
    assert.deepEqual(cited('ticket IAM-10').ids, []);
  });

  test('include the members of a range', () => {
    assert.deepEqual(cited('CCM 4.1 IAM-01 to IAM-03').ids, ['IAM-01', 'IAM-02', 'IAM-03']);
  });

  test('leave out an ID that is not a control of any edition', () => {
    assert.deepEqual(cited('CCM IAM-99, GRC-12, CCM 3.0.1 EKM-01, T1021.007').ids, []);
  });

  test('take the edition of most references, else the setting, else the mapping file', () => {
    assert.equal(cited('CCM 4.0 IAM-10, IAM-11 and CCM 4.1 IAM-10').edition, '4.0');
    assert.equal(cited('T1021').edition, 'mapping');
    assert.equal(cited('T1021', frameworkSettings({ edition: '4.1' })).edition, '4.1');
    assert.equal(cited('---\nccm_version: 4.1\n---\n\nATT&CK T1021').edition, '4.1');
    assert.equal(cited('# Controls of CCM 4.0\n\nATT&CK T1021').edition, '4.0');
    assert.equal(cited('---\nccm_version: 4.1\n---\n\nCCM 4.0 IAM-10').edition, '4.0');
    assert.equal(cited('CCM 3.0.1 IAM-10', frameworkSettings({ edition: '4.0' })).edition, '4.0');
  });

  test('leave techniques to the technique references, which are certain', () => {
    const { references } = analysisOf(
      'markdown',
      'ATT&CK T1059, T1021.007, TA0008, CCM IAM-10\n\nDrill model T1086',
    );
    assert.deepEqual(
      references.filter(isTechniqueReference).map(({ id }) => id),
      ['T1059', 'T1021.007'],
    );
  });
});
