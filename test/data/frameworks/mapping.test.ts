import assert from 'node:assert/strict';
import { CCM } from '../../../src/data/frameworks/ccm';
import { joinMapping } from '../../../src/data/frameworks/join';
import { frameworkOf, readMapping } from '../../../src/core/publisher/mapping/mapping';
import type { Fields } from '../../../src/core/publisher/values/fields';
import type { Ids } from '../support/ccm';
import { editions, mapping, mappingJson, row } from '../support/ccm';
import { messageOf, valueOf } from '../support/results';

suite('the mapping file', () => {
  const sourceOf = (metadata: Fields) => readMapping('m.json', mappingJson([row('IAM-01')], metadata), CCM);

  test('belongs to the framework in its metadata', () => {
    assert.equal(frameworkOf(mappingJson([])), 'csa_ccm');
    assert.equal(frameworkOf({ metadata: {}, mapping_objects: [] }), undefined);
    assert.equal(frameworkOf({ title: 'a schema' }), undefined);
    assert.equal(frameworkOf(null), undefined);
  });

  test('has its dates as ISO dates', () => {
    const { source } = valueOf(sourceOf({}));
    assert.deepEqual([source.created, source.updated], ['2025-07-29', '2026-01-27']);
    assert.match(messageOf(sourceOf({ last_update: '13/01/2026' })), /metadata: last_update: is not a date/);
    assert.match(messageOf(sourceOf({ creation_date: null })), /creation_date: is not a date/);
  });

  test('is refused for metadata of a wrong shape', () => {
    assert.match(
      messageOf(sourceOf({ attack_version: 'seventeen' })),
      /attack_version: is not a version number/,
    );
    assert.match(messageOf(sourceOf({ technology_domain: '__proto__' })), /technology_domain: is no domain/);
    assert.match(messageOf(sourceOf({ capability_groups: ['IAM'] })), /capability_groups: is not an object/);
    assert.match(
      messageOf(sourceOf({ capability_groups: { IAM: 7 } })),
      /capability_groups: "IAM": is not a text/,
    );
  });

  test('may name domains like inherited properties', () => {
    const groups: unknown = JSON.parse('{"__proto__": "A", "constructor": "B"}');
    assert.equal(valueOf(sourceOf({ capability_groups: groups })).groups.get('__proto__'), 'A');
    assert.equal(valueOf(sourceOf({ capability_groups: {} })).groups.get('constructor'), undefined);
  });
});

suite('the rows of the mapping file', () => {
  const refused = (more: Fields) =>
    messageOf(readMapping('m.json', mappingJson([row('IAM-01', 'T1078', more)]), CCM));

  test('are skipped and counted without a capability or a type', () => {
    const rows = [
      row('IAM-01', 'T1078'),
      row('IAM-01', 'T1079', { capability_id: null }),
      row('IAM-01', 'T1079', { capability_id: ' ' }),
      row('IAM-01', 'T1079', { mapping_type: null }),
    ];
    const { rows: kept, skipped } = mapping(...rows);
    assert.deepEqual([kept.length, skipped], [1, 3]);
  });

  test('are required', () => {
    const empty = mappingJson([row('IAM-01', 'T1079', { capability_id: null })]);
    assert.match(messageOf(readMapping('m.json', empty, CCM)), /holds no mapping/);
  });

  test('are refused with their number if they are malformed', () => {
    assert.match(
      refused({ capability_id: '__proto__' }),
      /row 1: capability_id "__proto__" is no id of CSA CCM/,
    );
    assert.match(refused({ capability_id: { toString: 1 } }), /row 1: capability_id \(object\) is no id/);
    assert.match(refused({ mapping_type: 'no word' }), /row 1: mapping_type "no word"/);
    assert.match(
      refused({ attack_object_id: null }),
      /row 1: IAM-01: attack_object_id \(object\) is no technique/,
    );
    assert.match(refused({ attack_object_id: 'TA0001' }), /"TA0001" is no technique/);
    assert.match(refused({ capability_description: 'x'.repeat(999) }), /capability_description: is longer/);
  });
});

suite('joining mappings to controls', () => {
  const join = (rows: readonly Fields[], ...ids: readonly Ids[]) =>
    joinMapping(mapping(...rows), editions(...ids));

  test('uses the IDs of the mapping file, not of an edition', () => {
    const renumbered: readonly Ids[] = [
      ['IAM-12', 'IAM-13', 'IAM-13'],
      ['IAM-13', 'IAM-14', 'IAM-14'],
    ];
    assert.deepEqual(valueOf(join([row('IAM-13', 'T1078')], ...renumbered)), [
      { control: 'IAM-12@4.1', type: 'mitigates', technique: 'T1078' },
    ]);
  });

  test('keeps both rows of a control that is mapped and not mappable', () => {
    const rows = [row('HRS-03', 'T1078'), row('HRS-03')];
    assert.deepEqual(valueOf(join(rows, ['HRS-03', 'HRS-03', 'HRS-03'])), [
      { control: 'HRS-03@4.1', type: 'non_mappable' },
      { control: 'HRS-03@4.1', type: 'mitigates', technique: 'T1078' },
    ]);
  });

  test('keeps a repeated row once, and sorts rows', () => {
    const rows = [
      row('UEM-05', 'T1562'),
      row('UEM-05', 'T1001'),
      row('IAM-01', 'T1078.004'),
      row('UEM-05', 'T1562'),
      row('IAM-01', 'T1078'),
      row('IAM-01', 'T1078', { mapping_type: 'detects' }),
    ];
    const joined = valueOf(join(rows, ['UEM-05', 'UEM-05', 'UEM-05'], ['IAM-01', 'IAM-01', 'IAM-01']));
    assert.deepEqual(
      joined.map(({ control, type, technique }) => `${control} ${type} ${technique}`),
      [
        'IAM-01@4.1 detects T1078',
        'IAM-01@4.1 mitigates T1078',
        'IAM-01@4.1 mitigates T1078.004',
        'UEM-05@4.1 mitigates T1001',
        'UEM-05@4.1 mitigates T1562',
      ],
    );
  });

  test('gives a control without a row no mapping', () => {
    const joined = valueOf(join([row('IAM-01')], ['IAM-01', 'IAM-01', 'IAM-01'], ['CCC-02', 'CCC-02', '']));
    assert.deepEqual(joined, [{ control: 'IAM-01@4.1', type: 'non_mappable' }]);
  });

  test('names an ID that the table lacks for the mapping file', () => {
    const message = messageOf(join([row('IAM-16', 'T1078')], ['IAM-16', 'IAM-16', '']));
    assert.match(message, /^mapping.json: IAM-16: /);
  });

  test('fails if the table gives a title to another ID, since the numbering changed', () => {
    const titled = row('IAM-13', 'T1078', { capability_description: 'Strong  Something' });
    const message = messageOf(join([titled], ['IAM-13', 'IAM-13', 'IAM-13']));
    assert.match(message, /IAM-13: is "Strong Something" here, but "Title of IAM-13"/);
  });

  test('ignores doubled spaces in a title', () => {
    const titled = row('IAM-13', 'T1078', { capability_description: ' Title  of IAM-13' });
    assert.equal(valueOf(join([titled], ['IAM-13', 'IAM-13', 'IAM-13'])).length, 1);
  });
});
