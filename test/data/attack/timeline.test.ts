import assert from 'node:assert/strict';
import { buildTimeline } from '../../../src/core/publisher/attack/timeline';
import {
  deprecated,
  group,
  historyOf,
  matrix,
  mitigates,
  mitigation,
  phases,
  recordOf,
  release,
  revoked,
  revokedBy,
  stix,
  tactic,
  technique,
} from '../support/stix';

const current = (name: string) => ({ name, status: 'current' });

suite('the history of an ATT&CK object', () => {
  test('begins complete, and then names what differs', () => {
    const tactics = [tactic('TA0001', 'first'), tactic('TA0002', 'second')];
    const before = technique('T1001', {
      name: 'Old name',
      x_mitre_platforms: ['Linux'],
      ...phases('mitre-attack', 'first'),
    });
    const after = technique('T1001', {
      name: 'New name',
      x_mitre_platforms: ['Windows', 'Linux'],
      ...phases('mitre-attack', 'first'),
    });
    const measures = [mitigation('M1001'), mitigates('M1001', 'T1001')];
    const history = historyOf(
      'T1001',
      release('17.1', [before, ...tactics, ...measures]),
      release('18.1', [after, ...tactics, ...measures]),
    );
    assert.deepEqual(history, [
      {
        version: '17.1',
        ...current('Old name'),
        tactics: ['TA0001'],
        platforms: ['Linux'],
        mitigations: ['M1001'],
      },
      { version: '18.1', name: 'New name', platforms: ['Linux', 'Windows'] },
    ]);
  });

  test('has no entry if nothing differs but the order', () => {
    const objects = (order: readonly string[]) => [
      tactic('TA0001', 'first'),
      tactic('TA0002', 'second'),
      matrix('M', order),
      technique('T1001', phases('mitre-attack', 'first', 'second')),
    ];
    const releases = [
      release('17.1', objects(['TA0001', 'TA0002'])),
      release('18.1', objects(['TA0002', 'TA0001'])),
    ];
    assert.equal(historyOf('T1001', ...releases)?.length, 1);
  });

  test('orders versions by number, whatever the order of the files', () => {
    const named = (version: string) => release(version, [technique('T1001', { name: version })]);
    const history = historyOf('T1001', named('18.1'), named('9.0'), named('17.1'));
    assert.deepEqual(
      history?.map(({ name }) => name),
      ['9.0', '17.1', '18.1'],
    );
  });

  test("doesn't change by absence from a later release", () => {
    const history = historyOf(
      'T1002',
      release('18.1', [technique('T1001'), technique('T1002', deprecated)]),
      release('19.1', [technique('T1001')]),
    );
    assert.deepEqual(history, [{ version: '18.1', name: 'Name of T1002', status: 'deprecated' }]);
  });

  test('has what the description of a deprecated technique says to use, and keeps it in a release without words', () => {
    const link = (id: string) => `[Name](https://attack.mitre.org/techniques/${id})`;
    const description = `See ${link('T1009')}. Please use ${link('T1002/003')} and/or ${link('T1001')}.**\n\n${link('T1008')}`;
    const others = ['T1001', 'T1002.003', 'T1008', 'T1009'].map((id) => technique(id));
    const history = historyOf(
      'T1034',
      release('17.1', [technique('T1034', { ...deprecated, description }), ...others]),
      release('19.1', [technique('T1034', deprecated), ...others]),
    );
    assert.deepEqual(history?.[0]?.successors, ['T1001', 'T1002.003']);
    assert.equal(history?.length, 1);
  });

  test('takes no advice from the description of a current technique', () => {
    const description = 'Please use https://attack.mitre.org/techniques/T1001 instead';
    const history = historyOf(
      'T1034',
      release('17.1', [technique('T1034', { description }), technique('T1001')]),
    );
    assert.equal(history?.[0]?.successors, undefined);
  });

  test('says that a list became empty, on a current object', () => {
    const history = historyOf(
      'T1001',
      release('17.1', [technique('T1001', { x_mitre_platforms: ['Linux'] })]),
      release('18.1', [technique('T1001')]),
    );
    assert.deepEqual(history?.[1], { version: '18.1', platforms: [] });
  });

  test('resolves tactics by release, since a short name may change its meaning', () => {
    const objects = (tacticId: string) => [
      tactic(tacticId, 'stealth'),
      technique('T1001', phases('mitre-attack', 'stealth')),
    ];
    const history = historyOf(
      'T1001',
      release('18.1', objects('TA0005')),
      release('19.1', objects('TA0112')),
    );
    assert.deepEqual(
      history?.map(({ tactics }) => tactics),
      [['TA0005'], ['TA0112']],
    );
  });

  test('ignores what a reduced release strips from retired objects', () => {
    const whole = technique('T1562', { x_mitre_platforms: ['Linux'], ...phases('mitre-attack', 'first') });
    const before = [whole, tactic('TA0001', 'first'), mitigation('M1001'), mitigates('M1001', 'T1562')];
    const after = [technique('T1562', revoked), technique('T1685'), revokedBy('T1562', 'T1685')];
    assert.deepEqual(historyOf('T1562', release('18.1', before), release('19.1', after))?.slice(1), [
      { version: '19.1', status: 'revoked', successors: ['T1685'] },
    ]);
  });
});

suite('the successors in the history', () => {
  const gone = (id: string) => technique(id, revoked);
  const successorsOf = (id: string, ...objects: Parameters<typeof release>[1]) =>
    historyOf(id, release('18.1', objects))?.[0]?.successors;

  test('are the end of a chain', () => {
    const chain = [gone('T1150'), gone('T1547.011'), technique('T1647')];
    const steps = [revokedBy('T1150', 'T1547.011'), revokedBy('T1547.011', 'T1647')];
    assert.deepEqual(successorsOf('T1150', ...chain, ...steps), ['T1647']);
  });

  test('are the ends of several chains, sorted, each once', () => {
    const objects = [gone('T1001'), gone('T1002'), technique('T1004'), technique('T1003')];
    const steps = [
      revokedBy('T1001', 'T1004'),
      revokedBy('T1001', 'T1002'),
      revokedBy('T1002', 'T1004'),
      revokedBy('T1002', 'T1003'),
    ];
    assert.deepEqual(successorsOf('T1001', ...objects, ...steps), ['T1003', 'T1004']);
  });

  test('are none for a loop', () => {
    const loop = [gone('T1001'), gone('T1002'), revokedBy('T1001', 'T1002'), revokedBy('T1002', 'T1001')];
    assert.equal(successorsOf('T1001', ...loop), undefined);
    assert.equal(successorsOf('T1001', gone('T1001'), revokedBy('T1001', 'T1001')), undefined);
  });

  test('are none for a loop of inferred steps', () => {
    const step = revokedBy('T1001', 'T1001', { x_provenance: 'successor inferred from the name' });
    assert.equal(historyOf('T1001', release('18.1', [gone('T1001'), step]))?.[0]?.inferred, undefined);
  });

  test('begin with the version that has them', () => {
    const history = historyOf(
      'T1001',
      release('18.1', [gone('T1001'), revokedBy('T1001', 'T1002')]),
      release('19.1', [technique('T1002')]),
    );
    assert.deepEqual(
      history?.map(({ successors }) => successors),
      [undefined, ['T1002']],
    );
  });

  test('may be deprecated, or revoked without a successor', () => {
    const end = technique('T1476', deprecated);
    assert.deepEqual(successorsOf('T1431', gone('T1431'), end, revokedBy('T1431', 'T1476')), ['T1476']);
    assert.deepEqual(successorsOf('T1431', gone('T1431'), gone('T1454'), revokedBy('T1431', 'T1454')), [
      'T1454',
    ]);
  });

  test('are none for a revoked object without a relation', () => {
    assert.deepEqual(historyOf('T1454', release('18.1', [gone('T1454')])), [
      { version: '18.1', name: 'Name of T1454', status: 'revoked' },
    ]);
  });

  test('ignore steps to unknown objects and from objects in use', () => {
    assert.equal(successorsOf('T1001', gone('T1001'), revokedBy('T1001', 'T1999')), undefined);
    assert.equal(
      successorsOf('T1001', technique('T1001'), technique('T1002'), revokedBy('T1001', 'T1002')),
      undefined,
    );
  });

  test('ignore relations that were revoked', () => {
    const objects = [gone('T1001'), technique('T1002'), revokedBy('T1001', 'T1002', revoked)];
    assert.equal(successorsOf('T1001', ...objects), undefined);
  });

  test('move on if a later release revokes them, even if it lacks the first object', () => {
    const history = historyOf(
      'T1089',
      release('18.1', [gone('T1089'), technique('T1562.001'), revokedBy('T1089', 'T1562.001')]),
      release('19.1', [gone('T1562.001'), technique('T1685'), revokedBy('T1562.001', 'T1685')]),
    );
    assert.deepEqual(history?.slice(1), [{ version: '19.1', successors: ['T1685'] }]);
  });

  test('resolve a relation of an earlier release there', () => {
    const carried = { x_provenance: 'carried over from 18.1' };
    const history = historyOf(
      'T1089',
      release('18.1', [gone('T1089'), technique('T1562.001'), revokedBy('T1089', 'T1562.001')]),
      release('19.1', [technique('T1685'), revokedBy('T1089', 'T1562.001', carried)]),
    );
    assert.equal(history?.length, 1);
  });

  test('are inferred if one step is', () => {
    const inferred = { x_provenance: 'successor inferred from the name' };
    const objects = [
      gone('T1148'),
      gone('T1562.003'),
      gone('T1070'),
      technique('T1690'),
      revokedBy('T1148', 'T1562.003'),
      revokedBy('T1562.003', 'T1690', inferred),
      revokedBy('T1070', 'T1690', { x_provenance: 'published successor' }),
    ];
    const read = release('19.1', objects);
    assert.equal(historyOf('T1148', read)?.[0]?.inferred, true);
    assert.equal(historyOf('T1562.003', read)?.[0]?.inferred, true);
    assert.equal(historyOf('T1070', read)?.[0]?.inferred, undefined);
  });
});

suite('an ATT&CK object of several domains', () => {
  const any = technique('T1001');

  test('is one record', () => {
    const enterprise = release('18.1', [any, group('G0007')]);
    const mobile = release('18.1', [any, group('G0007')], 'mobile');
    const ics = release('18.1', [any, group('G0007', { x_mitre_domains: ['ics-attack'] })], 'ics');
    const record = recordOf('G0007', ics, mobile, enterprise);
    assert.deepEqual(record?.domains, ['enterprise', 'mobile', 'ics']);
    assert.equal(record?.history.length, 1);
  });

  test('has the domains that it says, in an earlier release too', () => {
    const early = release('17.1', [
      any,
      group('G0007', { x_mitre_domains: ['ics-attack', 'enterprise-attack'] }),
    ]);
    const late = release('18.1', [any, group('G0007')]);
    assert.deepEqual(recordOf('G0007', early, late)?.domains, ['enterprise', 'ics']);
  });

  test('follows enterprise if the domains disagree', () => {
    const named = (name: string) => [any, mitigation('M1013', { name })];
    const releases = [release('18.1', named('of ICS'), 'ics'), release('18.1', named('of enterprise'))];
    assert.equal(historyOf('M1013', ...releases)?.[0]?.name, 'of enterprise');
  });

  test('is current before retired, and takes no domain from another thing', () => {
    const ics = stix('malware', 'S0017', { id: 'malware--other', name: 'Another', ...deprecated });
    const mobile = release('18.1', [any, stix('malware', 'S0017', { name: 'This' })], 'mobile');
    const record = recordOf('S0017', mobile, release('18.1', [any, ics], 'ics'), release('18.1', [any, ics]));
    assert.equal(record?.history[0]?.name, 'This');
    assert.deepEqual(record?.domains, ['mobile']);
  });
});

suite('the records of ATT&CK', () => {
  test('are sorted by ID in code units', () => {
    const objects = [
      tactic('TA0001', 'x'),
      mitigation('M1001'),
      ...['T1059', 'T1059.001', 'T0800'].map((id) => technique(id)),
    ];
    assert.deepEqual(
      buildTimeline([release('18.1', objects)]).map(({ id }) => id),
      ['M1001', 'T0800', 'T1059', 'T1059.001', 'TA0001'],
    );
  });
});
