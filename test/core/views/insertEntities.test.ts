import assert from 'node:assert/strict';
import { insertionsOf, markdownLinkOf } from '../../../src/core/views/insertEntities';
import type { Entity } from '../../../src/core/views/node';
import { canonicalId } from '../../../src/core/identifiers/grammar';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { analysisOf } from '../../support/findings';
import { realKnowledge } from '../../support/knowledge';

const STRONG_AUTHENTICATION: Entity = { id: canonicalId('IAM-13'), edition: '4.1' };
const REMOTE_SERVICES: Entity = { id: canonicalId('T1021'), edition: undefined };

function inserted(text: string, entities: readonly Entity[], languageId = 'markdown', format = 'id'): string {
  const completion = { enabled: true, format: format as 'id' | 'id and title' | 'link' };
  const analysis = analysisOf(languageId, text.replace('¦', ''), { ...DEFAULT_SETTINGS, completion });
  const at = text.indexOf('¦');
  return insertionsOf(analysis, [{ start: at, end: at }], entities)
    .map(({ newText }) => newText)
    .join();
}

suite('inserting from a tree', () => {
  const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['the edition of the document', 'ccm_version: 4.0\ncontrols: [¦]\n', 'IAM-14'],
    ['the nearest edition', '| CCM 4.0 | CCM 4.1 |\n| --- | --- |\n| | ¦ |\n', 'IAM-13'],
    ['the other column', '| CCM 4.0 | CCM 4.1 |\n| --- | --- |\n| ¦ | |\n', 'IAM-14'],
    ['the numbering of the mapping file where nothing is declared', 'Here: ¦\n', 'IAM-14'],
  ];
  for (const [name, text, expected] of cases)
    test(`numbers a control in ${name}`, () => {
      const languageId = text.startsWith('ccm_version') ? 'yaml' : 'markdown';
      assert.equal(inserted(text, [STRONG_AUTHENTICATION], languageId), expected);
    });

  test('separates several as the setting says', () => {
    const entities = [REMOTE_SERVICES, STRONG_AUTHENTICATION];
    assert.equal(inserted('CCM 4.1: ¦', entities), 'T1021, IAM-13');
    assert.equal(
      inserted('CCM 4.1: ¦', entities, 'markdown', 'id and title'),
      'T1021 Remote Services, IAM-13 Strong Authentication',
    );
  });

  test('keeps an unknown ID as it is', () => {
    assert.equal(inserted('¦', [{ id: canonicalId('IAM-99'), edition: '4.1' }]), 'IAM-99');
    assert.equal(inserted('¦', [{ id: canonicalId('T9999'), edition: undefined }]), 'T9999');
  });

  test('writes links to the publisher', () => {
    const linkOf = (entity: Entity): string => markdownLinkOf(realKnowledge(), entity);
    assert.equal(linkOf(REMOTE_SERVICES), '[T1021](https://attack.mitre.org/techniques/T1021/)');
    assert.match(linkOf(STRONG_AUTHENTICATION), /^\[IAM-13\]\(https:\/\/.*\/IAM-14\/\)$/);
    assert.equal(linkOf({ id: canonicalId('IAM-99'), edition: '4.1' }), 'IAM-99');
  });
});
