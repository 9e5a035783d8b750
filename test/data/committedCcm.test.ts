import assert from 'node:assert/strict';
import { DATA_FORMAT } from '../../src/core/knowledge/records';
import { committedAttack, committedCcm, committedSources, stateAt, textOf } from './support/committed';

suite('data/ccm.json', () => {
  const file = committedCcm();
  const mitigates = file.mappings.filter(({ type }) => type === 'mitigates');
  const byEdition = (edition: string, id: string) => file.controls.find(({ ids }) => ids[edition] === id);

  test('has its editions with their counts of controls', () => {
    assert.equal(file.format, DATA_FORMAT);
    assert.deepEqual(
      file.editions.map(({ id, count }) => [id, count]),
      [
        ['4.1', 207],
        ['4.0', 197],
        ['mapping', 204],
      ],
    );
    assert.equal(file.controls.length, 208);
    assert.equal(file.domains.length, 17);
  });

  test('has the published counts of mappings', () => {
    assert.equal(mitigates.length, 790);
    assert.equal(file.mappings.length - mitigates.length, 148);
    assert.equal(new Set(file.mappings.map(({ control }) => control)).size, 204);
    assert.equal(new Set(mitigates.map(({ control }) => control)).size, 57);
    assert.equal(new Set(mitigates.map(({ technique }) => technique)).size, 213);
  });

  test('has mappings only of its controls and of techniques of that ATT&CK version', () => {
    const keys = new Set(file.controls.map(({ key }) => key));
    const attack = new Map(committedAttack().objects.map((record) => [record.id, record]));
    for (const { control, type, technique } of file.mappings) {
      assert.ok(keys.has(control), control);
      assert.equal(technique === undefined, type === 'non_mappable', control);
      if (technique === undefined) continue;
      const state = stateAt(attack.get(technique)?.history ?? [], file.mapping.attackVersion);
      assert.equal(state?.status, 'current', technique);
    }
  });

  test('has the controls without a row, and the one with rows of both types', () => {
    const mapped = new Set(file.mappings.map(({ control }) => control));
    const without = file.controls.filter(({ key }) => !mapped.has(key)).map(({ key }) => key);
    assert.deepEqual(without, ['CCC-02@4.1', 'IAM-12@4.0', 'IPY-04@4.1', 'SEF-09@4.1']);
    const types = (control: string) =>
      new Set(file.mappings.filter((row) => row.control === control).map(({ type }) => type));
    const both = file.controls.filter(({ key }) => types(key).size > 1).map(({ key }) => key);
    assert.deepEqual(both, ['HRS-03@4.1']);
  });

  test("numbers the mapping file's controls differently from 4.1", () => {
    assert.equal(byEdition('mapping', 'IAM-14')?.key, 'IAM-13@4.1');
    assert.equal(byEdition('4.0', 'IAM-14')?.key, 'IAM-13@4.1');
    assert.equal(byEdition('mapping', 'SEF-09')?.key, 'SEF-10@4.1');
    assert.equal(byEdition('mapping', 'TVM-08')?.key, 'TVM-03@4.1');
    const techniques = mitigates
      .filter(({ technique }) => technique === 'T1021.007')
      .map(({ control }) => control);
    const ids = techniques.map((key) => file.controls.find((control) => control.key === key)?.ids['mapping']);
    assert.deepEqual(ids, ['IAM-09', 'IAM-10', 'IAM-11', 'IAM-14', 'IAM-16', 'IPY-02', 'IPY-03']);
  });

  test('has 58 controls with another ID in 4.1 than in 4.0, and seven IDs with another control', () => {
    const both = file.controls.filter(({ ids }) => ids['4.1'] && ids['4.0']);
    assert.equal(both.filter(({ ids }) => ids['4.1'] !== ids['4.0']).length, 58);
    const ids = new Set(file.controls.map(({ ids: all }) => all['mapping'] ?? ''));
    const other = [...ids].filter((id) => id && byEdition('4.1', id) !== byEdition('mapping', id)).sort();
    assert.deepEqual(other, ['IAM-13', 'IAM-14', 'IAM-15', 'IAM-16', 'SEF-09', 'TVM-03', 'TVM-08']);
  });

  test('has a clean title of a control in each of its editions, and a named domain', () => {
    const codes = new Set(file.domains.map(({ code }) => code));
    for (const { key, domain, ids, titles } of file.controls) {
      assert.deepEqual(Object.keys(ids), Object.keys(titles), key);
      assert.ok(
        Object.values(titles).every((title) => title === title.replaceAll(/\s+/g, ' ').trim()),
        key,
      );
      assert.ok(codes.has(domain), key);
    }
    assert.deepEqual(
      file.domains.filter(({ codes: other }) => other),
      [{ code: 'I&S', name: 'Infrastructure Security', codes: { '4.0': 'IVS' } }],
    );
  });

  test('has the IDs of 3.0.1 and of AICM', () => {
    assert.equal(file.legacy.length, 43);
    assert.deepEqual(
      file.legacy.find(({ id }) => id === 'EKM-02'),
      { id: 'EKM-02', edition: '3.0.1', successors: ['LOG-10', 'LOG-11'], toEdition: '4.0' },
    );
    assert.ok(file.legacy.every(({ successors }) => successors.every((id) => byEdition('4.0', id))));
    assert.ok(file.legacy.some(({ id }) => id === 'DCS-01'));
    assert.deepEqual(
      file.sisters.map(({ key, version, ids }) => [key, version, ids.length]),
      [['aicm', '1.1.0', 247]],
    );
  });

  test('lists records sorted, one on a line', () => {
    const order = (row: (typeof file.mappings)[number]) => `${row.control}\t${row.technique ?? ''}`;
    const sorted = [
      file.controls.map(({ key }) => key),
      file.mappings.map(order),
      file.legacy.map(({ id }) => id),
    ];
    for (const keys of sorted) assert.deepEqual(keys, [...keys].sort());
    const lines = textOf('ccm.json').split('\n');
    assert.equal(lines.filter((line) => line.startsWith('{"control":')).length, file.mappings.length);
    assert.equal(lines.at(-1), '');
  });
});

suite('data/sources.json', () => {
  test('names eleven inputs, each with its publisher, license and checksum', () => {
    const { format, sources } = committedSources();
    assert.equal(format, DATA_FORMAT);
    assert.equal(sources.length, 11);
    for (const source of sources) {
      assert.match(source.sha256, /^[0-9a-f]{64}$/);
      assert.match(source.licenceUrl, /^https:\/\//);
      assert.match(source.date, /^(?:\d{4}-\d{2}-\d{2})?$/);
      assert.ok(source.title && source.publisher && source.version && source.licence, source.file);
      assert.match(source.file, /^[^/\\]+$/);
    }
  });
});

function isStrategy(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'detection-strategy'
  );
}

suite('the committed data', () => {
  test('holds no text longer than a name', () => {
    const texts: string[] = [];
    const collect = (_key: string, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    };
    /** MITRE names strategies in up to 124 characters. */
    const others = (_key: string, value: unknown) => (isStrategy(value) ? null : value);
    for (const name of ['attack.json', 'ccm.json', 'sources.json'])
      JSON.parse(JSON.stringify(JSON.parse(textOf(name), others)), collect);
    assert.ok(Math.max(...texts.map((text) => text.length)) <= 100);
  });
});
