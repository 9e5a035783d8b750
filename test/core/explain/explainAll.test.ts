import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { explain } from '../../../src/core/explain/explain';
import { ccmFile, projectFolder, ccmKnowledge } from '../../support/knowledge';

const knowledge = ccmKnowledge();
const upstreamFolder = process.env['UPSTREAM_DIR'] ?? path.join(projectFolder, '../shared/upstream');
const upstreamFile = path.join(upstreamFolder, 'mappings/csa_ccm-4.1_attack-17.1-enterprise.json');

interface UpstreamRow {
  readonly capability_id: string;
  readonly mapping_type: string;
  readonly attack_object_id: string | null;
}

/** `IAM-14 T1021.007` for every technique that explains of controls tell, in an edition's numbering. */
function pairsOfControls(edition: string): Set<string> {
  const pairs = knowledge
    .framework('ccm')
    .idsIn(edition)
    .flatMap((id) => {
      const explanation = explain(knowledge, id, edition);
      return 'techniques' in explanation ? explanation.techniques.map((each) => `${id} ${each.id}`) : [];
    });
  assert.equal(new Set(pairs).size, pairs.length, 'a technique is told twice');
  return new Set(pairs);
}

/** The same, as explains of techniques tell it. Those that were found by another technique's id are left out. */
function pairsOfTechniques(edition: string): Set<string> {
  const pairs = knowledge.attack.ids('technique', 'sub-technique').flatMap((id) => {
    const explanation = explain(knowledge, id, edition);
    if (!('controls' in explanation)) assert.fail(`${id} is unknown`);
    const own = explanation.controls.filter(({ via }) => via === undefined);
    return own.map((each) => `${each.id} ${id}`);
  });
  assert.equal(new Set(pairs).size, pairs.length, 'a control is told twice');
  return new Set(pairs);
}

const sorted = (pairs: Iterable<string>): string[] => [...pairs].sort();

/** The rows of `data/ccm.json`; a control that the edition lacks has its id of `otherwise`, or is left out. */
function pairsOfFile(edition: string, otherwise?: string): string[] {
  const { controls, mappings } = ccmFile();
  const ids = new Map(controls.map(({ key, ids: of }) => [key, of[edition] ?? (otherwise && of[otherwise])]));
  return mappings.flatMap(({ control, technique }) => {
    const id = ids.get(control);
    return technique && id ? [`${id} ${technique}`] : [];
  });
}

suite('explaining every ID', () => {
  for (const edition of ['mapping', '4.1', '4.0'])
    test(`agrees with data/ccm.json in both directions, in the numbering of ${edition}`, () => {
      assert.ok(pairsOfFile(edition).length > 700);
      assert.deepEqual(sorted(pairsOfControls(edition)), sorted(pairsOfFile(edition)));
      assert.deepEqual(sorted(pairsOfTechniques(edition)), sorted(pairsOfFile(edition, 'mapping')));
    });

  test('gives every control the state of its rows', () => {
    const { controls, mappings } = ccmFile();
    for (const { key, ids } of controls) {
      const rows = mappings.filter(({ control }) => control === key);
      const mapped = rows.some(({ technique }) => technique !== undefined);
      const state = mapped ? 'mapped' : rows.length > 0 ? 'non-mappable' : 'not-assessed';
      for (const [edition, id] of Object.entries(ids)) {
        const explanation = explain(
          knowledge,
          knowledge.framework('ccm').id(knowledge.framework('ccm').control(key) ?? assert.fail(), edition),
          edition,
        );
        assert.equal('state' in explanation && explanation.state, state, `${id} ${edition}`);
      }
    }
  });

  test('agrees with every row of the publisher’s file in both directions', function () {
    if (!fs.existsSync(upstreamFile)) this.skip();
    const { mapping_objects: rows } = JSON.parse(fs.readFileSync(upstreamFile, 'utf8')) as {
      mapping_objects: UpstreamRow[];
    };
    assert.equal(rows.length, 940);
    const mapped = rows.filter(({ mapping_type: type }) => type === 'mitigates');
    const pairs = new Set(mapped.map((row) => `${row.capability_id} ${row.attack_object_id}`));
    assert.deepEqual(sorted(pairsOfControls('mapping')), sorted(pairs));
    assert.deepEqual(sorted(pairsOfTechniques('mapping')), sorted(pairs));
    const mappedIds = new Set(mapped.map((row) => row.capability_id));
    for (const { capability_id: id } of rows) {
      const control = knowledge.framework('ccm').byId('mapping', id) ?? assert.fail(id);
      assert.equal(
        knowledge.framework('ccm').assess(control),
        mappedIds.has(id) ? 'mapped' : 'non-mappable',
        id,
      );
    }
    assert.deepEqual(
      sorted(new Set(rows.map((row) => row.capability_id))),
      sorted(knowledge.framework('ccm').idsIn('mapping')),
    );
  });
});
