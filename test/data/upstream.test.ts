import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { MappingRecord } from '../../src/core/knowledge/records';
import { committedAttack, committedCcm, textOf } from './support/committed';
import { contentOf, folderWith, importing } from './support/folders';

const UPSTREAM = process.env['UPSTREAM_DIR'] ?? path.resolve('../shared/upstream');
const MAPPING = 'mappings/csa_ccm-4.1_attack-17.1-enterprise.json';
const EDITIONS = 'ccm/ccm-editions.tsv';

interface Row {
  readonly capability_id: string;
  readonly mapping_type: string;
  readonly attack_object_id: string | null;
}

const read = (name: string) => fs.readFileSync(path.join(UPSTREAM, name), 'utf8');

/** Key of each control, by its id in the mapping file, straight from the table. */
function keysByMappingId(): Map<string | undefined, string> {
  const lines = read(EDITIONS).trim().split('\n').slice(1);
  const rows = lines.map((line) => line.split('\t'));
  return new Map(rows.map(([newest, older, mapped]) => [mapped, newest ? `${newest}@4.1` : `${older}@4.0`]));
}

suite('the publishers\u2019 files, where they are at hand', function () {
  this.timeout(60_000);

  suiteSetup(function () {
    if (!fs.existsSync(path.join(UPSTREAM, MAPPING))) this.skip();
  });

  test('agree with the data in every row of the mapping file', () => {
    const keys = keysByMappingId();
    const { mapping_objects: rows }: { mapping_objects: Row[] } = JSON.parse(read(MAPPING));
    assert.equal(rows.length, 940);
    const line = ({ control, type, technique }: MappingRecord) => `${control} ${type} ${technique ?? null}`;
    const published = rows.map(
      (row) => `${keys.get(row.capability_id)} ${row.mapping_type} ${row.attack_object_id}`,
    );
    const held = committedCcm().mappings.map(line);
    assert.deepEqual(held.toSorted(), [...new Set(published)].sort());
    assert.equal(held.length, new Set(held).size);
  });

  test('have no technique that the data lacks', () => {
    const held = new Map(committedAttack().objects.map((record) => [record.id, record]));
    const names = fs.readdirSync(path.join(UPSTREAM, 'attack')).filter((name) => name.endsWith('.json'));
    assert.equal(names.length, 5);
    for (const name of names) {
      const { objects }: { objects: Record<string, string>[] } = JSON.parse(read(`attack/${name}`));
      const version = /\d+\.\d+/.exec(name)?.[0] ?? '';
      for (const object of objects.filter(({ type }) => type === 'attack-pattern')) {
        const id = /"external_id":"(T[\d.]+)"/.exec(JSON.stringify(object['external_references']))?.[1] ?? '';
        const known = held.get(id)?.history.filter((change) => Number(change.version) <= Number(version));
        assert.equal(
          known?.findLast((change) => change.name !== undefined)?.name,
          object['name'],
          `${name} ${id}`,
        );
      }
    }
  });

  test('give the bytes that are committed', () => {
    const to = folderWith({});
    const { code, complaint } = importing('--from', UPSTREAM, '--to', to);
    assert.deepEqual([code, complaint], [0, '']);
    const built = contentOf(to);
    assert.deepEqual(Object.keys(built), [
      ...['attack.json', 'ccm.json', 'nist-800-53.json', 'sources.json'],
    ]);
    for (const [name, text] of Object.entries(built)) assert.ok(text === textOf(name), `${name} differs`);
  });
});
