import assert from 'node:assert/strict';
import { buildFrameworkFile } from '../../../src/data/frameworks/file';
import { readMapping } from '../../../src/core/publisher/mapping/mapping';
import { NIST_800_53 } from '../../../src/data/frameworks/nist80053';
import { nistMappingJson, nistRow } from '../support/nist';
import { messageOf, valueOf } from '../support/results';

function built(...rows: Parameters<typeof nistRow>[]) {
  const json = nistMappingJson(rows.map((row) => nistRow(...row)));
  const mapping = readMapping('nist.json', json, NIST_800_53);
  if (!mapping.ok) return mapping;
  return buildFrameworkFile(NIST_800_53, {
    mappings: [mapping.value],
    tables: [],
    crosswalks: [],
    sisters: [],
    earlier: [],
  });
}

suite('the importer on NIST SP 800-53', () => {
  test('AC-02 of the mapping file is AC-2, sorted by number', () => {
    const { mappings } = valueOf(built(['AC-10', 'T1078'], ['AC-02', 'T1078'], ['AC-02', 'T1003']));
    assert.deepEqual(
      mappings.map(({ control, technique }) => `${control} ${technique ?? ''}`),
      ['AC-2@5 T1003', 'AC-2@5 T1078', 'AC-10@5 T1078'],
    );
  });

  test('a row without a control says that its technique is not mappable', () => {
    assert.deepEqual(valueOf(built(['AC-02', 'T1078'], [null, 'T1583'])).unmappable, ['T1583']);
  });

  test('a control that the catalog does not have is refused', () => {
    assert.match(messageOf(built(['AC-99', 'T1078'])), /AC-99/);
  });
});
