import assert from 'node:assert/strict';
import { readRelease } from '../../../src/core/publisher/attack/release';
import type { Fields } from '../../../src/core/publisher/values/fields';
import { messageOf, valueOf } from '../support/results';
import {
  bundle,
  deprecated,
  matrix,
  mitigates,
  mitigation,
  phases,
  release,
  revoked,
  stix,
  tactic,
  technique,
} from '../support/stix';

const FILE = 'enterprise-attack-18.1.json';

function observation(id: string, objects: readonly Fields[]) {
  return release('18.1', objects).observations.find((each) => each.id === id);
}

suite('the release of an ATT&CK bundle', () => {
  test('comes from the file name if there is no collection (STIX 2.0)', () => {
    const { domain, version } = valueOf(readRelease('ics-attack-9.0.json', bundle([technique('T0801')])));
    assert.deepEqual([domain, version], ['ics', '9.0']);
  });

  test('comes from the collection before the file name (STIX 2.1)', () => {
    const collection = {
      type: 'x-mitre-collection',
      id: 'x-mitre-collection--1',
      spec_version: '2.1',
      name: 'Mobile ATT&CK',
      x_mitre_version: '18.1',
      modified: '2025-10-28T12:00:00.000Z',
    };
    const objects = [
      collection,
      technique('T1001', { spec_version: '2.1', modified: '2025-11-30T00:00:00.000Z' }),
    ];
    const read = valueOf(
      readRelease('enterprise-attack-1.0.json', { type: 'bundle', id: 'bundle--2', objects }),
    );
    assert.deepEqual([read.domain, read.version, read.date], ['mobile', '18.1', '2025-10-28']);
  });

  test('has the newest date of its objects, or none', () => {
    const dated = (id: string, modified: unknown) => technique(id, { modified });
    const objects = [
      dated('T1001', '2025-05-02T19:13:42Z'),
      dated('T1002', '2024-12-31T00:00:00Z'),
      dated('T1003', 7),
    ];
    assert.equal(release('18.1', objects).date, '2025-05-02');
    assert.equal(release('18.1', [technique('T1001')]).date, '');
  });

  test('has the date of its objects if the collection has none', () => {
    const collection = { type: 'x-mitre-collection', name: 'Enterprise ATT&CK', x_mitre_version: '19.1' };
    const objects = [collection, technique('T1001', { modified: '2026-04-28T00:00:00Z' })];
    assert.equal(release('19.1', objects).date, '2026-04-28');
  });

  test('is required of a bundle', () => {
    assert.match(messageOf(readRelease('latest.json', bundle([technique('T1001')]))), /which release it is/);
    assert.match(
      messageOf(readRelease('attack-18.1.json', bundle([technique('T1001')]))),
      /which release it is/,
    );
  });

  test('is refused without a technique', () => {
    assert.match(messageOf(readRelease(FILE, bundle([]))), /no technique/);
    assert.match(messageOf(readRelease(FILE, { type: 'bundle' })), /no technique/);
  });
});

suite('the objects of an ATT&CK bundle', () => {
  test('have the kind of their type and ID', () => {
    const objects = [
      tactic('TA0001', 'first'),
      technique('T1001'),
      technique('T1001.001'),
      mitigation('M1001'),
      stix('intrusion-set', 'G0001'),
      stix('malware', 'S0001'),
      stix('tool', 'S0002'),
      stix('campaign', 'C0001'),
      stix('x-mitre-data-source', 'DS0001'),
      stix('x-mitre-data-component', 'DC0001'),
      stix('x-mitre-detection-strategy', 'DET0001'),
      stix('x-mitre-analytic', 'AN0001'),
      stix('x-mitre-asset', 'A0001'),
    ];
    const kinds = release('18.1', objects).observations.map(({ id, kind }) => `${id} ${kind}`);
    assert.deepEqual(kinds, [
      'TA0001 tactic',
      'T1001 technique',
      'T1001.001 sub-technique',
      'M1001 mitigation',
      'G0001 group',
      'S0001 software',
      'S0002 software',
      'C0001 campaign',
      'DS0001 data-source',
      'DC0001 data-component',
      'DET0001 detection-strategy',
    ]);
  });

  test('have their ID under an old source name too', () => {
    const reference = { source_name: 'mitre-mobile-attack', external_id: 'T1431' };
    assert.ok(observation('T1431', [technique('T1431', { external_references: [reference] })]));
  });

  test('take absent and null flags for false, and revoked before deprecated', () => {
    const flags = (more: Fields) => observation('T1001', [technique('T1001', more)])?.status;
    assert.equal(flags({}), 'current');
    assert.equal(flags({ revoked: null, x_mitre_deprecated: null }), 'current');
    assert.equal(flags({ revoked: false, x_mitre_deprecated: true }), 'deprecated');
    assert.equal(flags({ revoked: true, x_mitre_deprecated: true }), 'revoked');
  });

  test('keep a technique whose ID a legacy mitigation has', () => {
    const objects = [
      mitigation('T1174', { name: 'Old', ...deprecated }),
      technique('T1174'),
      mitigation('T1180'),
    ];
    const { observations } = release('18.1', objects);
    assert.deepEqual(
      observations.map(({ id, name }) => [id, name]),
      [['T1174', 'Name of T1174']],
    );
  });

  test('have trimmed names with single spaces', () => {
    assert.equal(observation('T1001', [technique('T1001', { name: '  A \t name\n' })])?.name, 'A name');
  });

  test('have sorted platforms without None', () => {
    const platforms = (list: unknown) =>
      observation('T1001', [technique('T1001', { x_mitre_platforms: list })])?.platforms;
    assert.deepEqual(platforms(['Windows', 'Linux', 'macOS', 'Linux']), ['Linux', 'Windows', 'macOS']);
    assert.deepEqual(platforms(['None']), []);
    assert.deepEqual(platforms(null), []);
  });

  test('are current before retired ones of the same ID, and never two', () => {
    const old = technique('T1001', { id: 'attack-pattern--old', name: 'Old', ...deprecated });
    assert.equal(observation('T1001', [old, technique('T1001')])?.name, 'Name of T1001');
    const twin = technique('T1001', { id: 'attack-pattern--twin' });
    assert.match(
      messageOf(readRelease(FILE, bundle([technique('T1001'), twin]))),
      /T1001 stands twice.*twin/,
    );
  });
});

suite('the tactics of an ATT&CK bundle', () => {
  const tactics = [tactic('TA0001', 'first'), tactic('TA0002', 'second'), tactic('TA0003', 'third')];

  test('have the order of the matrix, else of the objects', () => {
    const order = (...more: readonly Fields[]) =>
      release('18.1', [technique('T1001'), ...tactics, ...more]).tactics;
    assert.deepEqual(order(matrix('M', ['TA0003', 'TA0001', 'TA0002'])), ['TA0003', 'TA0001', 'TA0002']);
    assert.deepEqual(order(), ['TA0001', 'TA0002', 'TA0003']);
  });

  test('come from the matrix in use first, without retired ones', () => {
    const retired = tactic('TA0038', 'effects', deprecated);
    const used = technique('T1449', phases('mitre-attack', 'effects', 'second'));
    const objects = [
      matrix('A', ['TA0038'], deprecated),
      matrix('B', ['TA0003', 'TA0002', 'TA0001']),
      retired,
      ...tactics,
      used,
    ];
    const read = release('18.1', objects);
    assert.deepEqual(read.tactics, ['TA0003', 'TA0002', 'TA0001']);
    const found = read.observations.find(({ id }) => id === 'T1449');
    assert.deepEqual(found?.tactics, ['TA0002', 'TA0038']);
  });

  test('are listed for a technique in the order of the matrix, without other kill chains', () => {
    const { kill_chain_phases: own } = phases('mitre-attack', 'first', 'third');
    const { kill_chain_phases: foreign } = phases('mitre-mobile-attack', 'second');
    const both = technique('T1001', { kill_chain_phases: [own, foreign].flat() });
    const objects = [...tactics, both, matrix('M', ['TA0003', 'TA0002', 'TA0001'])];
    assert.deepEqual(observation('T1001', objects)?.tactics, ['TA0003', 'TA0001']);
  });

  test('include every phase, or name the technique whose phase is unknown', () => {
    const objects = [...tactics, technique('T1001', phases('mitre-attack', 'fourth'))];
    assert.match(messageOf(readRelease(FILE, bundle(objects))), /T1001: no tactic .* "fourth"/);
  });
});

suite('the mitigations of an ATT&CK bundle', () => {
  test('are the current ones, sorted, each once', () => {
    const objects = [
      technique('T1001'),
      mitigation('M1002'),
      mitigation('M1001'),
      mitigation('M1003', deprecated),
      mitigation('T1001', deprecated),
      mitigates('M1002', 'T1001'),
      mitigates('M1001', 'T1001'),
      mitigates('M1001', 'T1001', { id: 'relationship--again' }),
      mitigates('M1003', 'T1001'),
      mitigates('T1001', 'T1001'),
      mitigates('M1999', 'T1001'),
    ];
    assert.deepEqual(observation('T1001', objects)?.mitigations, ['M1001', 'M1002']);
  });

  test('leave out relations that were revoked or deprecated', () => {
    const objects = [
      technique('T1001'),
      mitigation('M1001'),
      mitigation('M1002'),
      mitigates('M1001', 'T1001', revoked),
      mitigates('M1002', 'T1001', deprecated),
    ];
    assert.deepEqual(observation('T1001', objects)?.mitigations, []);
  });
});

suite('a hostile ATT&CK bundle', () => {
  const refused = (...objects: readonly unknown[]) =>
    messageOf(readRelease(FILE, { type: 'bundle', objects: [technique('T1000'), ...objects] }));
  const named = (name: unknown) => refused(technique('T1001', { name }));

  test('is refused with the object that has a wrong type', () => {
    assert.match(refused('text'), /item 2: is not an object/);
    assert.match(
      refused(technique('T1001', { revoked: 'false' })),
      /T1001: revoked: is neither true nor false/,
    );
    assert.match(
      refused(technique('T1001', { x_mitre_platforms: 'Linux' })),
      /x_mitre_platforms: is not a list/,
    );
    assert.match(refused(technique('T1001', { external_references: [7] })), /external_references: item 1/);
    assert.match(refused(mitigates('M1001', 'T1001', { source_ref: 3 })), /source_ref: is not a text/);
    assert.match(messageOf(readRelease(FILE, { type: 'bundle', objects: {} })), /objects: is not a list/);
  });

  test('is refused for malformed IDs', () => {
    for (const id of ['__proto__', 'constructor', 'T99', 'T1001.1', 'M1001', 'T1001 ', '']) {
      assert.match(refused(technique(id, { id: 'attack-pattern--x' })), /no ATT&CK id/, id);
    }
  });

  test('is refused if anything but a mitigation has the ID of a technique', () => {
    assert.match(refused(stix('malware', 'T1174')), /this malware has no ATT&CK id/);
  });

  test("is refused for names that can't be printed", () => {
    assert.match(named('bell\u0007'), /name: has control characters/);
    assert.match(named('turned \u202e round'), /name: has control characters/);
    assert.match(named('\ud800'), /name: has control characters/);
    assert.match(named('x'.repeat(401)), /name: is longer than 400/);
    assert.match(named('   '), /name: is empty/);
    assert.match(named({ toString: 1 }), /name: is not a text/);
  });

  test('is refused with a readable message for an ID that is an object', () => {
    assert.match(
      refused({ type: 'attack-pattern', id: { toString: 1 } }),
      /^\(object\): this attack-pattern/,
    );
  });
});
