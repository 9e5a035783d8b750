import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/edits/fixes';
import { applyEdits } from '../../../src/core/text/edit';
import { analysisOf, assertFindings } from '../../support/findings';

const OFF = { rules: { 'no-mapped-control': 'off', 'revoked-technique': 'off' } } as const;

type Case = readonly [name: string, language: string, marked: string];

const CASES: readonly Case[] = [
  ['reports a pair', 'yaml', 'attack:\n  - TA0001:⟦T1110⇒tactic-mismatch⟧\n'],
  ['accepts a pair that is true', 'yaml', 'attack:\n  - TA0006:T1110\n'],
  ['reports a pair that was true once', 'yaml', 'attack:\n  - TA0005:⟦T1556⇒tactic-mismatch⟧\n'],
  [
    'reports sibling keys',
    'yaml',
    '- tactic: impact\n  technique:\n    attack_id: ⟦T1110⇒tactic-mismatch⟧\n- tactic: credential-access\n  technique:\n    attack_id: T1110\n',
  ],
  [
    'reports a technique none of whose tactics is tagged',
    'yaml',
    'tags:\n  - attack.impact\n  - attack.execution\n  - attack.⟦t1110⇒tactic-mismatch⟧\n  - attack.t1059\n',
  ],
  [
    'leaves a table whose columns list several techniques and several tactics',
    'markdown',
    '| ATT&CK techniques | Tactics |\n|---|---|\n| T1110, T1041 | TA0006, TA0010 |\n| T1110 | TA0003 |\n',
  ],
  [
    'reports a row of a table of pairs',
    'markdown',
    '| ATT&CK technique | Tactic |\n|---|---|\n| T1110 | TA0006 |\n| ⟦T1110⇒tactic-mismatch⟧ | TA0003 |\n',
  ],
  [
    'reads each document of a YAML file on its own',
    'yaml',
    'tactic: impact\ntechnique: T1486\n---\ntactic: credential-access\ntechnique: T1110\n---\ntactic: impact\ntechnique: ⟦T1110⇒tactic-mismatch⟧\n',
  ],
  [
    'reports a misspelled tactic in a field, and takes it for the one that is meant',
    'yaml',
    'mitre: x\ntactic: ⟦persistense⇒unknown-id⟧\ntechnique: T1547\n---\nmood: persistense\n',
  ],
  [
    'reads a tactic table of TOML with the techniques next to it',
    'toml',
    '[[rule.threat]]\nframework = "MITRE ATT&CK"\n[[rule.threat.technique]]\nid = "⟦T1110⇒tactic-mismatch⟧"\n[rule.threat.tactic]\nid = "TA0001"\nname = "Initial Access"\n',
  ],
  ['leaves a list without tactics', 'yaml', 'tags:\n  - attack.t1110\n  - attack.t1059\n'],
  [
    'leaves techniques of a text below a key of tactics',
    'yaml',
    'tactic: impact\ndescription: Unlike T1110, this is loud.\n',
  ],
  ['reports the earlier name of a tactic', 'yaml', 'tactics:\n  - ⟦Defense Evasion⇒outdated-name⟧\n'],
  ['leaves the name of a tactic in a log', 'yaml', 'Tests:\n  - Log:\n      tactic: Defense Evasion\n'],
  ['reports defensive evasion', 'yaml', '- tactic: ⟦defensive-evasion⇒outdated-name⟧\n  attack_id: T1036\n'],
  ['reports a slip in a tag', 'yaml', 'tags:\n  - attack.⟦defense_evesion⇒unknown-id⟧\n'],
  ['leaves a tag that is the name of a technique', 'yaml', 'tags:\n  - attack.account_manipulation\n'],
  [
    'reports the name of another technique',
    'yaml',
    'attack:\n  - ⟦T1021.005⇒name-mismatch⟧ # Remote Services: SSH\n',
  ],
  [
    'reports it for an ID that was revoked',
    'markdown',
    '- [⟦T1086⇒name-mismatch⟧: Process Injection](https://attack.mitre.org/techniques/T1086/)\n',
  ],
  [
    'reports it for an ID of another domain that was revoked',
    'markdown',
    '- ATT&CK T1078, T1110\n- [⟦T1434⇒name-mismatch⟧: Internal Spearphishing](https://attack.mitre.org/techniques/T1434/)\n',
  ],
  ["accepts a technique's own name", 'yaml', 'attack:\n  - T1021.005 # Remote Services: VNC\n'],
  ['accepts the name of the parent', 'markdown', 'ATT&CK T1021.005 - Remote Services\n'],
  ['accepts a word more or less', 'markdown', 'ATT&CK T1078.004: Cloud Account\n'],
  ['leaves a name that goes on in a sentence', 'markdown', 'ATT&CK T1021.005 and SSH are alike.\n'],
];

suite('a revoked technique that a document leads to its successor', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['is left alone in a table', 'markdown', '| ATT&CK | Now |\n|---|---|\n| T1562.001 | T1685 |\n'],
    ['is left alone in a column of old IDs', 'markdown', '| Old ATT&CK ID |\n|---|\n| T1562.001 |\n'],
    [
      'is left alone as a key with the successor below it',
      'yaml',
      'attack:\n  T1547.011:\n    id: T1647\n    name: Plist File Modification\n  ⟦T1562⇒revoked-technique⟧:\n    id: T1070\n',
    ],
    [
      'is left alone beside a link to the successor',
      'markdown',
      'ATT&CK ([T1086](https://attack.mitre.org/techniques/T1086/) / [T1059.001](https://attack.mitre.org/techniques/T1059/001/))\n',
    ],
    [
      'is left alone in a link to the release that had it',
      'markdown',
      'ATT&CK [T1086](https://attack.mitre.org/versions/v6/techniques/T1086/), [⟦T1086⇒revoked-technique⟧](https://attack.mitre.org/techniques/T1086/)\n',
    ],
    ['is left alone where a comment calls it old', 'yaml', 'attack:\n  - T1562.001   # an old one\n'],
    [
      'is reported where a comment calls something else old',
      'yaml',
      'attack:\n  - ⟦T1562.001⇒revoked-technique⟧ # on old hosts\n',
    ],
    ['is left alone in a mapping', 'yaml', 'attack:\n  T1562.001: T1685\n'],
    ['is reported in a list of both', 'yaml', 'attack: [⟦T1562.001⇒revoked-technique⟧, T1685]\n'],
  ];
  for (const [name, language, marked] of cases)
    test(name, () => {
      const { rules } = analysisOf(language, '').settings;
      assertFindings(language, marked, { rules: { ...rules, 'no-mapped-control': 'off' } });
    });
});

suite('the rules on tactics and names', () => {
  for (const [name, language, marked] of CASES)
    test(name, () => {
      const { rules } = analysisOf(language, '').settings;
      assertFindings(language, marked, { rules: { ...rules, ...OFF.rules } });
    });

  const fixes: readonly (readonly [string, string, string])[] = [
    [
      'tags:\n  - attack.defense-evasion\n  - attack.t1685\n',
      'Replace with TA0112 Defense Impairment',
      'tags:\n  - attack.defense-impairment\n  - attack.t1685\n',
    ],
    ['tactics: [DefenseEvasion]\n', 'Replace with TA0005 Stealth', 'tactics: [Stealth]\n'],
    ['tags:\n  - attack.defense_evesion\n', 'Replace with TA0005 Stealth', 'tags:\n  - attack.stealth\n'],
    [
      'attack:\n  - T1021.005 # Remote Services: SSH\n',
      'Replace with T1021.004 SSH',
      'attack:\n  - T1021.004 # Remote Services: SSH\n',
    ],
    ['attack:\n  - T1021.005 # SSH\n', 'Change the name to VNC', 'attack:\n  - T1021.005 # VNC\n'],
  ];
  for (const [text, title, fixed] of fixes)
    test(`have the fix "${title}" for ${JSON.stringify(text)}`, () => {
      const analysis = analysisOf('yaml', text);
      const offered = analysis.findings.flatMap((finding) => fixesFor(analysis, finding));
      const fix = offered.find((each) => each.title.text === title);
      assert.equal(fix && applyEdits(text, fix.edits), fixed);
    });
});

suite('the tactic that took over an outdated name', () => {
  const meant = (language: string, text: string): readonly string[] =>
    analysisOf(language, text)
      .findings.filter(({ rule }) => rule === 'outdated-name')
      .map(({ replacements = [] }) => replacements.join(' or '));
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['a list with a technique', 'yaml', 'tags: [mitre_defense_evasion, T1222.002]\n', 'TA0112'],
    ['a list with another', 'yaml', 'tags: [mitre_defense_evasion, T1564.001]\n', 'TA0005'],
    [
      'techniques of both',
      'yaml',
      'tags: [mitre_defense_evasion, T1222.002, T1564.001]\n',
      'TA0005 or TA0112',
    ],
    ['techniques of another tactic', 'yaml', 'tags: [mitre_defense_evasion, T1110]\n', 'TA0005 or TA0112'],
    [
      'its own list before the file',
      'yaml',
      '- tags: [mitre_defense_evasion, T1564.001]\n- tags: [mitre_defense_evasion, T1222.002]\n',
      'TA0005, TA0112',
    ],
    [
      'a comment on a pair',
      'yaml',
      'attack:\n  - TA0005:T1562.008 # Defense Evasion: Impair Defenses\n',
      'TA0112',
    ],
    [
      'another key of the file',
      'yaml',
      'tags:\n  - Defense Evasion\nreports:\n  attack:\n    - TA0005:T1562\n',
      'TA0112',
    ],
    [
      'a row',
      'markdown',
      '| ATT&CK tactic | Technique |\n|---|---|\n| Defense Evasion | T1027 |\n| Defense Evasion | T1562.001 |\n',
      'TA0005, TA0112',
    ],
  ];
  for (const [name, language, text, expected] of cases)
    test(`is told by ${name}`, () => assert.equal(meant(language, text).join(', '), expected));

  test('is reported once for each answer in an inventory of techniques', () => {
    const row = (id: string): string => `| Defense Evasion | ${id} |\n`;
    const rows = `${row('T1027')}${row('T1562.001')}`.repeat(100);
    const analysis = analysisOf('markdown', `| ATT&CK tactic | Technique |\n|---|---|\n${rows}`);
    const found = analysis.findings.filter(({ rule }) => rule === 'outdated-name');
    assert.deepEqual(
      found
        .filter(({ severity }) => severity !== 'hint')
        .map((each) => [each.message.text, each.related?.length]),
      [
        ['ATT&CK 19.1 renamed Defense Evasion. Use Stealth (TA0005). This also affects 99 other places.', 99],
        [
          'ATT&CK 19.1 renamed Defense Evasion. Use Defense Impairment (TA0112). This also affects 99 other places.',
          99,
        ],
      ],
    );
    assert.equal(found.length, 200);
  });

  test('and a wrong one are reported once in an inventory of techniques', () => {
    const rows = '| T1110 | TA0003 |\n'.repeat(200);
    const { findings } = analysisOf('markdown', `| ATT&CK technique | Tactic |\n|---|---|\n${rows}`);
    const found = findings.filter(({ rule }) => rule === 'tactic-mismatch');
    assert.equal(found.length, 200);
    assert.equal(found.filter(({ severity }) => severity === 'information').length, 1);
  });
});
