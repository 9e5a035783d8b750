import assert from 'node:assert/strict';
import { attackChanges, releasePairs } from '../../../src/core/changes/attackChanges';
import { changesMarkdown, changesText } from '../../../src/core/changes/render';
import { canonicalId } from '../../../src/core/identifiers/grammar';
import { realKnowledge } from '../../support/knowledge';

const { attack } = realKnowledge();
const place = (id: string, path: string, line: number) => ({ id: canonicalId(id), path, line });
const CITED = [
  place('T1562.001', 'b.yml', 4),
  place('T1562.001', 'b.yml', 4),
  place('T1562.001', 'a.yml', 2),
  place('T1556', 'a.yml', 3),
  place('T1211', 'a.yml', 5),
  place('TA0005', 'a.yml', 6),
  place('T1110', 'c.yml', 0),
  place('T1685', 'c.yml', 1),
  place('T9999', 'c.yml', 2),
];

suite('what changed between two releases', () => {
  test('has the IDs that were revoked, renamed or moved, and where they are cited', () => {
    const { changes, cited, documents } = attackChanges(attack, CITED, '17.1', '19.1');
    assert.deepEqual(
      changes.map(({ id, name, kinds, messages }) => [
        id,
        name,
        kinds.join(),
        messages.map(({ text }) => text).join(),
      ]),
      [
        ['T1211', 'Exploitation for Defense Evasion', 'renamed', 'Renamed to Exploitation for Stealth.'],
        [
          'T1556',
          'Modify Authentication Process',
          'moved',
          'Moved from Persistence, Defense Evasion and Credential Access to Persistence, Defense Impairment and Credential Access.',
        ],
        [
          'T1562.001',
          'Disable or Modify Tools',
          'revoked',
          'Revoked in 19.1. Use T1685 Disable or Modify Tools.',
        ],
        ['TA0005', 'Defense Evasion', 'renamed', 'Renamed to Stealth.'],
      ],
    );
    assert.deepEqual(changes[2]?.places, [
      { path: 'a.yml', line: 2 },
      { path: 'b.yml', line: 4 },
    ]);
    assert.deepEqual([cited, documents], [7, 2]);
  });

  test('is nothing between two releases that agree', () => {
    assert.deepEqual(attackChanges(attack, CITED, '17.1', '18.1').changes, []);
  });

  test('can be asked between each two bundled releases, the farthest apart first', () => {
    assert.deepEqual(releasePairs(attack), [
      ['17.1', '19.1'],
      ['18.1', '19.1'],
      ['17.1', '18.1'],
    ]);
  });

  test('is a text, with lines from one', () => {
    const text = changesText(attackChanges(attack, CITED, '17.1', '19.1'), (each) => each.toUpperCase());
    assert.match(text, /^ATT&CK 17\.1 to 19\.1: 4 of 7 IDs cited changed, in 2 documents\.\n/);
    assert.match(
      text,
      /\nT1562\.001 Disable or Modify Tools\n {2}Revoked in 19\.1\..*\n {2}A\.YML:3\n {2}B\.YML:5\n/,
    );
  });

  test('is a document whose own IDs are not read', () => {
    const text = changesMarkdown(attackChanges(attack, [place('T1562.001', 'a|b.yml', 2)], '17.1', '19.1'));
    assert.match(text, /^# ATT&CK 17\.1 to 19\.1\n\n<!-- control-lens-report -->/);
    assert.match(text, /\| T1562\.001 \| Disable or Modify Tools \|.*\| a\\\|b\.yml:3 \|/);
  });
});
