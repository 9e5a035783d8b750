import assert from 'node:assert/strict';
import { migrateAttack } from '../../../../src/core/edits/attack/migrateAttack';
import { applyEdits } from '../../../../src/core/text/edit';
import { wholeCorpus } from '../../../support/corpus';
import { analysisOf } from '../../../support/findings';
import { withLineEnds } from '../../../support/marked';
import { repeatsIn, wrongPairsIn } from '../../../support/readBack';

function migrated(
  languageId: string,
  text: string,
): { readonly text: string; readonly left: readonly string[] } {
  const { edits, decisions } = migrateAttack(analysisOf(languageId, text));
  const { lines } = analysisOf(languageId, text).document;
  return {
    text: applyEdits(text, edits),
    left: decisions.map(({ kind, span }) => `${kind}@${String(lines.lineAt(span.start) + 1)}`),
  };
}

type Case = readonly [name: string, language: string, from: string, to: string, left?: readonly string[]];

const CASES: readonly Case[] = [
  [
    'changes the tags of a rule: its technique and its tactic',
    'yaml',
    'tags:\n  - attack.defense-evasion\n  - attack.t1562.001\n',
    'tags:\n  - attack.defense-impairment\n  - attack.t1685\n',
  ],
  [
    'tags both tactics if techniques of a rule went two ways',
    'yaml',
    'tags:\n  - attack.defense-evasion\n  - attack.t1562.001\n  - attack.t1070\n',
    'tags:\n  - attack.stealth\n  - attack.defense-impairment\n  - attack.t1685\n  - attack.t1070\n',
  ],
  [
    'changes the tactic of a technique that kept its ID and has others',
    'yaml',
    'tags:\n  - attack.defense_evasion\n  - attack.persistence\n  - attack.t1556\n',
    'tags:\n  - attack.defense_impairment\n  - attack.persistence\n  - attack.t1556\n',
  ],
  [
    'leaves a tactic that no technique of the rule has anymore',
    'yaml',
    'tags:\n  - attack.defense-evasion\n  - attack.privilege-escalation\n  - attack.t1548.002\n',
    'tags:\n  - attack.defense-evasion\n  - attack.privilege-escalation\n  - attack.t1548.002\n',
    ['tactic@2'],
  ],
  [
    'leaves a tactic of two names that nothing tells apart',
    'yaml',
    'tags:\n  - attack.defense-evasion\n',
    'tags:\n  - attack.defense-evasion\n',
    ['tactic@2'],
  ],
  [
    'puts the second tactic into a flow sequence, in its spelling',
    'yaml',
    'attack: {tactics: ["TA0005"], techniques: [T1562.001, T1070]}\n',
    'attack: {tactics: ["TA0005", "TA0112"], techniques: [T1685, T1070]}\n',
  ],
  [
    'makes one tag of two that become the same',
    'yaml',
    'tags: [attack.defense_evasion, attack.t1562, attack.t1562.001]\n',
    'tags: [attack.defense_impairment, attack.t1685]\n',
  ],
  [
    'changes the ID, name and link of a technique and a tactic in TOML',
    'toml',
    [
      '[[rule.threat]]',
      'framework = "MITRE ATT&CK"',
      '[[rule.threat.technique]]',
      'id = "T1562"',
      'name = "Impair Defenses"',
      'reference = "https://attack.mitre.org/techniques/T1562/"',
      '[rule.threat.tactic]',
      'id = "TA0005"',
      'name = "Defense Evasion"',
      'reference = "https://attack.mitre.org/tactics/TA0005/"',
      '',
    ].join('\n'),
    [
      '[[rule.threat]]',
      'framework = "MITRE ATT&CK"',
      '[[rule.threat.technique]]',
      'id = "T1685"',
      'name = "Disable or Modify Tools"',
      'reference = "https://attack.mitre.org/techniques/T1685/"',
      '[rule.threat.tactic]',
      'id = "TA0112"',
      'name = "Defense Impairment"',
      'reference = "https://attack.mitre.org/tactics/TA0112/"',
      '',
    ].join('\n'),
  ],
  [
    'takes a sub-technique out whose successor is no sub-technique',
    'yaml',
    'technique:\n  - id: T1562\n    subtechnique:\n      - id: T1562.001\n        name: Disable or Modify Tools\n  - id: T1059\n',
    'technique:\n  - id: T1685\n  - id: T1059\n',
  ],
  [
    'takes it out of a list of which others stay',
    'yaml',
    'technique: T1562\nsub_techniques:\n  - T1562.001\n  - T1562.008\n',
    'technique: T1685\nsub_techniques:\n  - T1685.002\n',
  ],
  [
    'changes a technique to the one that its sub-technique belongs to now',
    'yaml',
    'technique:\n  - id: T1562\n    subtechnique:\n      - id: T1562.007\n',
    'technique:\n  - id: T1686\n    subtechnique:\n      - id: T1686.001\n',
  ],
  [
    'changes tables of TOML: technique, sub-technique, names and addresses',
    'toml',
    [
      '[[threat.technique]]',
      'id = "T1562"',
      'name = "Impair Defenses"',
      'reference = "https://attack.mitre.org/techniques/T1562/"',
      '',
      '[[threat.technique.subtechnique]]',
      'id = "T1562.001"',
      'name = "Disable or Modify Tools"',
      'reference = "https://attack.mitre.org/techniques/T1562/001/"',
      '',
      '[threat.tactic]',
      'id = "TA0005"',
      'name = "Defense Evasion"',
      '',
    ].join('\n'),
    [
      '[[threat.technique]]',
      'id = "T1685"',
      'name = "Disable or Modify Tools"',
      'reference = "https://attack.mitre.org/techniques/T1685/"',
      '',
      '[threat.tactic]',
      'id = "TA0112"',
      'name = "Defense Impairment"',
      '',
    ].join('\n'),
  ],
  [
    'leaves a technique whose sub-techniques went to several',
    'yaml',
    'technique:\n  - id: T1562\n    subtechnique:\n      - id: T1562.001\n      - id: T1562.007\n',
    'technique:\n  - id: T1562\n    subtechnique:\n      - id: T1562.001\n      - id: T1562.007\n',
    ['tactic@2', 'tactic@4', 'tactic@5'],
  ],
  [
    'leaves two techniques that would become one',
    'yaml',
    'technique:\n  - id: T1562\n    subtechnique:\n      - id: T1562.001\n  - id: T1070\n    subtechnique:\n      - id: T1070.001\n',
    'technique:\n  - id: T1562\n    subtechnique:\n      - id: T1562.001\n  - id: T1070\n    subtechnique:\n      - id: T1070.001\n',
    ['tactic@2', 'tactic@4', 'tactic@7'],
  ],
  [
    'changes a technique and its sub-technique that stay together',
    'yaml',
    'technique:\n  - id: T1562\n    subtechnique:\n      - id: T1562.008\n',
    'technique:\n  - id: T1685\n    subtechnique:\n      - id: T1685.002\n',
  ],
  [
    'changes a Navigator layer, and what it declares',
    'json',
    '{"versions": {"attack": "16"}, "techniques": [{"techniqueID": "T1562.001", "tactic": "defense-evasion"}, {"techniqueID": "T1070", "tactic": "defense-evasion"}]}',
    '{"versions": {"attack": "19"}, "techniques": [{"techniqueID": "T1685", "tactic": "defense-impairment"}, {"techniqueID": "T1070", "tactic": "stealth"}]}',
  ],
  [
    'changes a table with names and links, and what its heading declares',
    'markdown',
    [
      '# Report (ATT&CK v16.1)',
      '',
      '| Tactic | Technique |',
      '| --- | --- |',
      '| TA0005 - Defense Evasion | [T1562.001: Disable or Modify Tools](https://attack.mitre.org/techniques/T1562/001/) |',
      '| Defense Evasion | T1070.001-Indicator Removal |',
      '| Defense Evasion | T1070.001-Indicator Removal on Host |',
      '',
    ].join('\n'),
    [
      '# Report (ATT&CK v19.1)',
      '',
      '| Tactic | Technique |',
      '| --- | --- |',
      '| TA0112 - Defense Impairment | [T1685: Disable or Modify Tools](https://attack.mitre.org/techniques/T1685/) |',
      '| Defense Impairment | T1685.005-Disable or Modify Tools |',
      '| Defense Impairment | T1685.005-Indicator Removal on Host |',
      '',
    ].join('\n'),
    ['declaration@1'],
  ],
  [
    'leaves a link to an earlier release, a deprecated technique and a table of what changed',
    'markdown',
    [
      'ATT&CK [T1562](https://attack.mitre.org/versions/v8/techniques/T1562/), T1064.',
      '',
      '| Old | New |',
      '| --- | --- |',
      '| T1562.001 | T1685 |',
      '',
    ].join('\n'),
    [
      'ATT&CK [T1562](https://attack.mitre.org/versions/v8/techniques/T1562/), T1064.',
      '',
      '| Old | New |',
      '| --- | --- |',
      '| T1562.001 | T1685 |',
      '',
    ].join('\n'),
    ['pinned@1', 'deprecated@1'],
  ],
  [
    'leaves keys that would be the same with other values',
    'yaml',
    'attack:\n  T1562.001: 3\n  T1685: 5\n',
    'attack:\n  T1562.001: 3\n  T1685: 5\n',
    ['repeat@2'],
  ],
  [
    'changes the name that a technique had before',
    'yaml',
    'attack: [T1557.001] # T1557.001: LLMNR/NBT-NS Poisoning and SMB Relay\n',
    'attack: [T1557.001] # T1557.001: Name Resolution Poisoning and SMB Relay\n',
  ],
  [
    'leaves what a comment silences',
    'yaml',
    '# control-lens-disable revoked-technique\nattack: [T1562.001]\n',
    '# control-lens-disable revoked-technique\nattack: [T1562.001]\n',
  ],
];

suite('the migration to ATT&CK 19', () => {
  for (const [name, language, from, to, left = []] of CASES)
    test(name, () => {
      for (const end of ['\n', '\r\n']) {
        const there = migrated(language, withLineEnds(from, end));
        assert.equal(there.text, withLineEnds(to, end));
        assert.deepEqual(there.left, left);
        assert.equal(migrated(language, there.text).text, there.text);
      }
    });

  test('counts decisions by the lines before, whatever was changed above them', () => {
    const text =
      'tags:\n  - attack.defense-evasion\n  - attack.t1562.001\n  - attack.t1070\n  - attack.t1064\n';
    const { left } = migrated('yaml', text);
    assert.deepEqual(left, ['deprecated@5']);
  });

  test('ignores which rules are on', () => {
    const off = analysisOf('yaml', 'attack: [T1562.001]\n', {
      rules: { ...analysisOf('yaml', '').settings.rules, 'revoked-technique': 'off' },
    });
    assert.equal(migrateAttack(off).edits.length, 1);
  });

  test('leaves no document of the corpus with an error, a repetition or a wrong tactic that it had not, and none to change again', function () {
    this.timeout(180_000);
    let changed = 0;
    for (const { name, languageId, text } of wholeCorpus(this)) {
      const after = migrated(languageId, text).text;
      if (after === text) continue;
      changed++;
      assert.equal(migrated(languageId, after).text, after, name);
      const repeats = repeatsIn(languageId, after);
      if (repeats.length > 0) assert.deepEqual(newIn(repeats, repeatsIn(languageId, text)), [], name);
      assert.deepEqual(newIn(wrongPairsIn(after), wrongPairsIn(text)), [], name);
      assert.ok(mismatchesIn(languageId, after) <= mismatchesIn(languageId, text), name);
    }
    assert.ok(changed > 0);
  });
});

function newIn(after: readonly string[], before: readonly string[]): string[] {
  return after.filter((each) => !before.includes(each));
}

function mismatchesIn(languageId: string, text: string): number {
  return analysisOf(languageId, text).findings.filter(({ rule }) => rule === 'tactic-mismatch').length;
}
