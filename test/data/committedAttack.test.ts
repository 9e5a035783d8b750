import assert from 'node:assert/strict';
import { ATTACK_STATUSES, DATA_FORMAT } from '../../src/core/knowledge/records';
import { committedAttack, countAt, stateAt, textOf } from './support/committed';

suite('data/attack.json', () => {
  const file = committedAttack();
  const byId = new Map(file.objects.map((record) => [record.id, record]));
  const at = (id: string, version: string) => stateAt(byId.get(id)?.history ?? [], version);
  const successorsAt = (id: string, version: string) => at(id, version)?.successors;

  test('has every release with its number of tactics', () => {
    assert.equal(file.format, DATA_FORMAT);
    assert.deepEqual(
      file.releases.map(({ domain, version, tactics }) => `${domain} ${version}: ${tactics.length}`),
      [
        'enterprise 17.1: 14',
        'enterprise 18.1: 14',
        'enterprise 19.1: 15',
        'mobile 18.1: 12',
        'ics 18.1: 12',
      ],
    );
  });

  test('has the published counts of enterprise techniques by status', () => {
    const count = (version: string) => countAt(file, 'enterprise', version, 'technique', 'sub-technique');
    assert.deepEqual(count('17.1'), { current: 679, revoked: 132, deprecated: 12 });
    assert.deepEqual(count('18.1'), { current: 691, revoked: 132, deprecated: 12 });
    assert.deepEqual(count('19.1'), { current: 697, revoked: 149, deprecated: 12 });
  });

  test('has the published counts of the other domains and kinds', () => {
    const techniques = ['technique', 'sub-technique'] as const;
    assert.deepEqual(countAt(file, 'mobile', '18.1', ...techniques), {
      current: 124,
      revoked: 53,
      deprecated: 13,
    });
    assert.deepEqual(countAt(file, 'ics', '18.1', ...techniques), { current: 83, deprecated: 12 });
    assert.equal(countAt(file, 'enterprise', '18.1', 'mitigation')['current'], 44);
    assert.equal(countAt(file, 'ics', '18.1', 'mitigation')['current'], 52);
    assert.equal(countAt(file, 'enterprise', '18.1', 'campaign')['current'], 52);
    assert.equal(countAt(file, 'enterprise', '18.1', 'data-source')['deprecated'], 38);
    assert.equal(countAt(file, 'enterprise', '18.1', 'data-component')['current'], 106);
    assert.equal(countAt(file, 'enterprise', '18.1', 'detection-strategy')['current'], 691);
    assert.equal(file.objects.length, 3523);
  });

  test('has a record for every ID that a record names', () => {
    for (const { id, history } of file.objects) {
      for (const { successors = [], tactics = [], mitigations = [] } of history) {
        for (const other of [...successors, ...tactics, ...mitigations])
          assert.ok(byId.has(other), `${id}: ${other}`);
      }
    }
  });

  test('has histories that begin complete and then name changes, oldest first', () => {
    for (const { id, history } of file.objects) {
      const [first, ...later] = history;
      assert.ok(first?.name !== undefined && ATTACK_STATUSES.some((status) => status === first.status), id);
      assert.ok(
        later.every((change) => Object.keys(change).length > 1),
        id,
      );
      const versions = history.map(({ version }) => Number(version));
      assert.deepEqual(
        versions,
        [...new Set(versions)].sort((a, b) => a - b),
        id,
      );
    }
  });

  test('has the parent of every sub-technique, even without the relation', () => {
    const subs = file.objects.filter(({ kind }) => kind === 'sub-technique').map(({ id }) => id);
    assert.ok(subs.every((id) => byId.get(id.slice(0, 5))?.kind === 'technique'));
    assert.ok(subs.includes('T1053.001') && subs.includes('T1547.011'));
  });

  test('has the changes of 19.1', () => {
    assert.equal(at('TA0005', '18.1')?.name, 'Defense Evasion');
    assert.equal(at('TA0005', '19.1')?.name, 'Stealth');
    assert.equal(at('TA0112', '18.1'), undefined);
    assert.deepEqual(at('T1112', '19.1')?.tactics, ['TA0003', 'TA0112']);
    const retired = file.objects.filter(({ id }) =>
      /^(?:T1562(?:\..*)?|T1656|T1672|T1070\.00[12])$/.test(id),
    );
    assert.equal(retired.length, 17);
    assert.ok(
      retired.every(({ id }) => at(id, '18.1')?.status === 'current' && at(id, '19.1')?.status === 'revoked'),
    );
    assert.ok(retired.every(({ id }) => /^T16(?:8[4-9]|90)/.test(successorsAt(id, '19.1')?.[0] ?? '')));
  });

  test('ends chains of successors where the newest release does', () => {
    assert.deepEqual(successorsAt('T1086', '17.1'), ['T1059.001']);
    assert.deepEqual(successorsAt('T1150', '17.1'), ['T1647']);
    assert.deepEqual(successorsAt('T1089', '18.1'), ['T1562.001']);
    assert.deepEqual(successorsAt('T1089', '19.1'), ['T1685']);
    assert.deepEqual(successorsAt('T1431', '18.1'), ['T1476']);
  });

  test('has no revoked successor, unless it names none', () => {
    for (const { id, history } of file.objects) {
      for (const end of successorsAt(id, '19.1') ?? [])
        assert.notEqual(at(end, '19.1')?.status, 'revoked', `${id}: ${end}`);
      if (stateAt(history, '19.1')?.status === 'current')
        assert.equal(successorsAt(id, '19.1'), undefined, id);
    }
  });

  test('has what MITRE says to use instead of six deprecated techniques', () => {
    const advised = file.objects.filter(
      ({ id }) => at(id, '19.1')?.status === 'deprecated' && successorsAt(id, '19.1') !== undefined,
    );
    assert.deepEqual(Object.fromEntries(advised.map(({ id }) => [id, successorsAt(id, '19.1')])), {
      T1034: ['T1574.007', 'T1574.008', 'T1574.009'],
      T1043: ['T1571'],
      T1061: ['T1021'],
      T1064: ['T1059'],
      T1108: ['T1133', 'T1136', 'T1505.003'],
      T1175: ['T1021.003', 'T1559.001'],
    });
  });

  test('marks its six inferred successors, and a chain through one', () => {
    const marked = file.objects.filter(({ id }) => at(id, '19.1')?.inferred).map(({ id }) => id);
    assert.deepEqual(marked, [
      'T1148',
      'T1562.003',
      'T1562.009',
      'T1562.011',
      'T1562.012',
      'T1562.013',
      'T1672',
    ]);
  });

  test('has no gaps from the reduced release', () => {
    assert.deepEqual(at('T1562', '19.1')?.tactics, ['TA0005']);
    assert.equal(at('T1562', '19.1')?.platforms?.length, 9);
    const emptied = file.objects.filter(({ history }) =>
      history.slice(1).some(({ tactics, platforms }) => tactics?.length === 0 || platforms?.length === 0),
    );
    assert.deepEqual(emptied, []);
  });

  test('has the technique for an ID that a legacy mitigation shares', () => {
    assert.equal(byId.get('T1174')?.kind, 'technique');
    assert.equal(at('T1174', '17.1')?.name, 'Password Filter DLL');
    assert.ok(file.objects.every(({ id, kind }) => kind !== 'mitigation' || id.startsWith('M')));
  });

  test('has one record for a shared object, and another for S0017 of ICS', () => {
    assert.deepEqual(byId.get('M1013')?.domains, ['enterprise', 'mobile']);
    assert.deepEqual(byId.get('G0007')?.domains, ['enterprise', 'mobile']);
    assert.deepEqual(byId.get('S0017')?.domains, ['enterprise']);
    assert.equal(at('S0017', '18.1')?.name, 'BISCUIT');
  });

  test('lists IDs sorted, once, one on a line', () => {
    const ids = file.objects.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    const lines = textOf('attack.json').split('\n');
    assert.equal(lines.filter((line) => line.startsWith('{"id":')).length, ids.length);
    assert.ok(lines.every((line) => line.length < 2000));
    assert.equal(lines.at(-1), '');
  });
});
