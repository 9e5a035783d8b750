import assert from 'node:assert/strict';
import type { FrameworkFile } from '../../src/core/knowledge/records';
import { committedAttack, textOf } from './support/committed';

suite('data/nist-800-53.json', () => {
  const file = JSON.parse(textOf('nist-800-53.json')) as FrameworkFile;
  const idsOf = (code: string) => file.controls.filter(({ domain }) => domain === code);

  test('has the 20 families and 300 controls of Rev. 5 with its patch releases', () => {
    assert.equal(file.domains.length, 20);
    assert.equal(file.controls.length, 300);
    assert.deepEqual(file.editions, [{ id: '5', label: 'NIST SP 800-53 Rev. 5', count: 300 }]);
    const counts = ['AC', 'AU', 'IA', 'PM', 'PT', 'SA', 'SC', 'SI', 'SR'].map((code) => idsOf(code).length);
    assert.deepEqual(counts, [23, 15, 13, 32, 8, 17, 47, 22, 12]);
  });

  test('has the 24 numbers that were withdrawn, and where they went', () => {
    assert.equal(file.legacy.length, 24);
    assert.ok(file.legacy.every(({ isWithdrawn }) => isWithdrawn === true));
    const into = Object.fromEntries(file.legacy.map(({ id, successors }) => [id, successors]));
    assert.deepEqual(into['AC-13'], ['AC-2', 'AU-6']);
    assert.deepEqual(into['SC-19'], []);
    const known = new Set(file.controls.map(({ ids }) => ids['5']));
    for (const id of file.legacy.flatMap(({ successors }) => successors))
      assert.ok(known.has(id.replace(/\(\d+\)$/, '')), id);
  });

  test('has every distinct row of the mapping, of a control and a technique that are known', () => {
    assert.equal(file.mappings.length, 5264);
    assert.equal(new Set(file.mappings.map(({ control }) => control)).size, 109);
    assert.equal(file.unmappable?.length, 96);
    const keys = new Set(file.controls.map(({ key }) => key));
    const attack = new Map(committedAttack().objects.map((record) => [record.id, record]));
    for (const { control, technique = '' } of file.mappings) {
      assert.ok(keys.has(control), control);
      assert.ok(attack.has(technique), technique);
    }
  });

  test('no title stands twice within a family', () => {
    const titles = file.controls.map(({ domain, titles: of }) => `${domain} ${of['5'] ?? ''}`);
    assert.equal(new Set(titles).size, titles.length);
  });
});

suite('data/ccm.json: the earlier edition', () => {
  test('has the 133 ids of CCM 3.0.1, every one of the crosswalk among them', () => {
    const file = JSON.parse(textOf('ccm.json')) as FrameworkFile;
    const [earlier] = file.earlier ?? [];
    assert.equal(earlier?.edition, '3.0.1');
    assert.equal(earlier.ids.length, 133);
    for (const { id } of file.legacy) assert.ok(earlier.ids.includes(id), id);
  });
});
