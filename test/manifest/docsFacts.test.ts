import assert from 'node:assert/strict';
import { MAPPING_EDITION } from '../../src/core/knowledge/framework';
import { realKnowledge } from '../support/knowledge';
import { projectText } from '../support/manifest';

suite('the documentation of the data', () => {
  const ccm = realKnowledge().framework('ccm');

  test('says how much the mapping covers', () => {
    const [, controls, all, techniques] =
      /The mapping of CCM covers (\d+) of the (\d+) controls of its file and (\d+) techniques/.exec(
        projectText('docs/data-and-terms.md'),
      ) ?? [];
    const own = ccm.idsIn(MAPPING_EDITION).flatMap((id) => ccm.byId(MAPPING_EDITION, id) ?? []);
    const rows = own.flatMap((control) => ccm.techniquesOf(control));
    const mapped = own.filter((control) => ccm.assess(control) === 'mapped');
    assert.deepEqual([controls, all, techniques].map(Number), [
      mapped.length,
      own.length,
      new Set(rows.map(({ technique }) => technique)).size,
    ]);
  });

  test('says which IDs mean another control in the published edition', () => {
    const rows = [...projectText('docs/editions.md').matchAll(/^\| (\w+-\d+) \| (.*?) \| (.*?) \|$/gm)];
    const told = rows.map(([, id = '', inFile, published]) => [id, inFile, published]);
    const newest = ccm.published[0]?.id ?? '';
    const ids = ccm.idsIn(MAPPING_EDITION).filter((id) => {
      const other = ccm.byId(newest, id);
      return other ? other.key !== ccm.byId(MAPPING_EDITION, id)?.key : told.some(([each]) => each === id);
    });
    const expected = ids.map((id) => {
      const [inFile, published] = [ccm.byId(MAPPING_EDITION, id), ccm.byId(newest, id)];
      return [
        id,
        inFile && ccm.title(inFile, MAPPING_EDITION),
        published ? ccm.title(published, newest) : '(none)',
      ];
    });
    assert.deepEqual(new Set(told.map(String)), new Set(expected.map(String)));
  });
});
