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
  ['leaves a list without tactics', 'yaml', 'tags:\n  - attack.t1110\n  - attack.t1059\n'],
  [
    'leaves techniques of a text below a key of tactics',
    'yaml',
    'tactic: impact\ndescription: Unlike T1110, this is loud.\n',
  ],
  ['reports the earlier name of a tactic', 'yaml', 'tactics:\n  - ⟦Defense Evasion⇒outdated-name⟧\n'],
  ['leaves the name of a tactic in a log', 'yaml', 'Tests:\n  - Log:\n      tactic: Defense Evasion\n'],
  ['reports a slip in a tag', 'yaml', 'tags:\n  - attack.⟦defense_evesion⇒unknown-id⟧\n'],
  ['leaves a tag that is the name of a technique', 'yaml', 'tags:\n  - attack.account_manipulation\n'],
  [
    'reports the name of another technique',
    'yaml',
    'attack:\n  - ⟦T1021.005⇒name-mismatch⟧ # Remote Services: SSH\n',
  ],
  ["accepts a technique's own name", 'yaml', 'attack:\n  - T1021.005 # Remote Services: VNC\n'],
  ['accepts the name of the parent', 'markdown', 'ATT&CK T1021.005 - Remote Services\n'],
  ['accepts a word more or less', 'markdown', 'ATT&CK T1078.004: Cloud Account\n'],
  ['leaves a name that goes on in a sentence', 'markdown', 'ATT&CK T1021.005 and SSH are alike.\n'],
];

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
