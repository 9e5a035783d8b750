import assert from 'node:assert/strict';
import type { CanonicalId } from '../../../src/core/identifiers/grammar';
import { realKnowledge } from '../../support/knowledge';

const { attack } = realKnowledge();
const id = (text: string): CanonicalId => text as CanonicalId;

suite('the ATT&CK timeline', () => {
  test('has the bundled releases', () => {
    assert.deepEqual(attack.versions(), ['17.1', '18.1', '19.1']);
    assert.equal(attack.newest(), '19.1');
    assert.deepEqual([attack.newest('mobile'), attack.newest('ics')], ['18.1', '18.1']);
  });

  test('has T1562.001 as current in 17.1 and 18.1 and revoked in 19.1 in favor of T1685', () => {
    const state = (version?: string) => {
      const facts = attack.at('T1562.001', version);
      return [facts?.status, facts?.statusVersion, facts?.statusOrEarlier, facts?.successors];
    };
    assert.deepEqual(state('17.1'), ['current', '17.1', true, []]);
    assert.deepEqual(state('18.1'), ['current', '17.1', true, []]);
    assert.deepEqual(state('19.1'), ['revoked', '19.1', false, ['T1685']]);
    assert.deepEqual(state(), state('19.1'));
  });

  test('keeps what a later change does not name', () => {
    const facts = attack.at('T1562.001');
    assert.equal(facts?.name, 'Disable or Modify Tools');
    assert.deepEqual(facts.tactics, ['TA0005']);
    assert.ok(facts.mitigations.includes(id('M1018')));
  });

  test('has T1086 as revoked in 17.1 or earlier', () => {
    const facts = attack.at('T1086');
    assert.deepEqual(
      [facts?.status, facts?.statusVersion, facts?.statusOrEarlier, facts?.successors],
      ['revoked', '17.1', true, ['T1059.001']],
    );
  });

  test('has T1108 as deprecated, with what its description says to use', () => {
    const facts = attack.at('T1108');
    assert.deepEqual([facts?.status, facts?.successors], ['deprecated', ['T1133', 'T1136', 'T1505.003']]);
  });

  test('takes what a deprecated technique advises for no succession: their mappings stay apart', () => {
    assert.deepEqual(attack.replacementsOf('T1108'), []);
    assert.deepEqual(attack.replacementsOf('T1086'), ['T1059.001']);
    assert.doesNotMatch(attack.predecessors('T1136').join(), /T1108/);
  });

  test('names the tactics of a revoked technique as the last release that had it did', () => {
    const tacticsOf = (technique: string) => {
      const facts = attack.at(technique);
      return facts?.tactics.map((each) => attack.tacticNameOf(facts, each));
    };
    assert.deepEqual(tacticsOf('T1562.001'), ['Defense Evasion']);
    assert.ok(tacticsOf('T1027')?.includes('Stealth'), 'a current technique is under the tactic of today');
  });

  test('marks a successor that was inferred', () => {
    assert.equal(attack.at('T1562.012')?.inferred, true);
    assert.equal(attack.at('T1562.001')?.inferred, false);
  });

  test('names an ID as a version does', () => {
    assert.equal(attack.name('TA0005', '18.1'), 'Defense Evasion');
    assert.equal(attack.name('TA0005', '19.1'), 'Stealth');
    assert.equal(attack.name('TA0005'), 'Stealth');
  });

  test('names an ID for a version that did not have it yet', () => {
    assert.equal(attack.name('TA0112', '17.1'), 'Defense Impairment');
    assert.equal(attack.name('T9999'), 'T9999');
  });

  test('has no ID before its first release', () => {
    assert.equal(attack.at('T1685', '18.1'), undefined);
    assert.equal(attack.at('T1685', '19.1')?.status, 'current');
    assert.deepEqual(attack.since('T1685'), { version: '19.1', orEarlier: false });
    assert.deepEqual(attack.since('T1021'), { version: '17.1', orEarlier: true });
    assert.equal(attack.since('T9999'), undefined);
  });

  test('answers for a version between two releases by the older, for one before all by the oldest', () => {
    assert.equal(attack.at('T1562.001', '19.0')?.status, 'current');
    assert.equal(attack.at('T1562.001', '20.0')?.status, 'revoked');
    assert.equal(attack.at('T1021', '9.0')?.name, 'Remote Services');
    assert.equal(attack.at('T1685', '9.0'), undefined);
    assert.equal(attack.at('T1603', '17.1')?.statusVersion, '18.1'); // mobile begins there
  });

  test('lists the predecessors of an ID, sorted', () => {
    const predecessors = attack.predecessors('T1685');
    assert.ok(predecessors.includes(id('T1562.001')) && predecessors.includes(id('T1562')));
    assert.deepEqual(predecessors, [...predecessors].sort());
    assert.ok(attack.predecessors('T1059.001').includes(id('T1086')));
    assert.deepEqual(attack.predecessors('T1021.007'), []);
  });

  test('lists sub-techniques, even if upstream lacks the relationship', () => {
    assert.deepEqual(
      attack.subTechniques('T1021'),
      ['1', '2', '3', '4', '5', '6', '7', '8'].map((number) => `T1021.00${number}`),
    );
    assert.ok(attack.subTechniques('T1053').includes(id('T1053.001')));
    assert.ok(attack.subTechniques('T1547').includes(id('T1547.011')));
    assert.deepEqual(attack.subTechniques('T1021.007'), []);
  });

  test('lists the IDs of some kinds only', () => {
    const tactics = attack.ids('tactic');
    assert.ok(tactics.length > 0 && tactics.every((each) => /^TA\d{4}$/.test(each)));
    assert.ok(attack.ids('technique', 'tactic').includes(id('T1021')));
    assert.ok(!attack.ids('technique', 'tactic').includes(id('T1021.007')));
  });

  test('has the domains besides enterprise', () => {
    assert.deepEqual(attack.at('T0801')?.domains, ['ics']);
    assert.deepEqual(attack.at('T1398')?.domains, ['mobile']);
  });
});
