import assert from 'node:assert/strict';
import { fixAll, safeFixes } from '../../../src/core/edits/fixAll';
import { fixesFor } from '../../../src/core/edits/fixes';
import { applyEdits } from '../../../src/core/text/edit';
import { analysisOf } from '../../support/findings';
import { repeatsIn, wrongPairsIn } from '../../support/readBack';
import { wholeCorpus } from '../../support/corpus';
import { withLineEnds } from '../../support/marked';

type Case = readonly [name: string, language: string, from: string, to: string];

const CASES: readonly Case[] = [
  [
    'makes one item of two that become the same',
    'yaml',
    'attack:\n  - T1562.001\n  - T1562\n  - T1110\n',
    'attack:\n  - T1685\n  - T1110\n',
  ],
  [
    'takes an item out that becomes one that is there',
    'yaml',
    'attack:\n  - T1685\n  - T1562\n  - T1110\n',
    'attack:\n  - T1685\n  - T1110\n',
  ],
  [
    'leaves items whose comments differ',
    'yaml',
    'attack:\n  - T1562.001 # since May\n  - T1562 # since June\n',
    'attack:\n  - T1562.001 # since May\n  - T1562 # since June\n',
  ],
  [
    'makes one key of two with equal values',
    'yaml',
    'attack:\n  T1562.001: 3\n  T1562: 3\n  T1110: 1\n',
    'attack:\n  T1685: 3\n  T1110: 1\n',
  ],
  [
    'leaves keys whose values differ',
    'yaml',
    'attack:\n  T1562.001: 3\n  T1562: 5\n',
    'attack:\n  T1562.001: 3\n  T1562: 5\n',
  ],
  [
    'makes one element of two in a flow sequence',
    'yaml',
    'attack: [T1110, T1562.001, T1562]\n',
    'attack: [T1110, T1685]\n',
  ],
  [
    'makes one of two equal items of several lines',
    'yaml',
    'attack:\n  - id: T1562.001\n    score: 1\n  - id: T1562\n    score: 1\n  - id: T1110\n',
    'attack:\n  - id: T1685\n    score: 1\n  - id: T1110\n',
  ],
  [
    'keeps items of several lines that differ',
    'yaml',
    'attack:\n  - id: T1562.001\n    score: 1\n  - id: T1562\n    score: 2\n',
    'attack:\n  - id: T1685\n    score: 1\n  - id: T1685\n    score: 2\n',
  ],
  [
    'makes one of two elements of a JSON array on lines of their own',
    'json',
    '{\n  "attack": [\n    "T1562.001",\n    "T1562",\n    "T1110"\n  ]\n}\n',
    '{\n  "attack": [\n    "T1685",\n    "T1110"\n  ]\n}\n',
  ],
  [
    'makes one item of two in Markdown',
    'markdown',
    '# ATT&CK\n\n- T1562.001\n- T1562\n- T1110\n',
    '# ATT&CK\n\n- T1685\n- T1110\n',
  ],
  [
    'makes one of two in a cell',
    'markdown',
    '| ATT&CK |\n| --- |\n| T1562.001, T1562 |\n',
    '| ATT&CK |\n| --- |\n| T1685 |\n',
  ],
  ['changes the tactic of a pair', 'yaml', 'attack:\n  - TA0005:T1562\n', 'attack:\n  - TA0112:T1685\n'],
  [
    'changes the tag of the tactic',
    'yaml',
    'tags:\n  - attack.stealth\n  - attack.t1562.001\n',
    'tags:\n  - attack.defense-impairment\n  - attack.t1685\n',
  ],
  [
    'adds a tag for the tactic if another technique needs the one that is there',
    'yaml',
    'tags:\n  - attack.stealth\n  - attack.t1562.001\n  - attack.t1036\n',
    'tags:\n  - attack.stealth\n  - attack.defense-impairment\n  - attack.t1685\n  - attack.t1036\n',
  ],
  [
    'takes the tag of the tactic out if the new one is there',
    'yaml',
    'tags:\n  - attack.stealth\n  - attack.defense-impairment\n  - attack.t1685.001\n  - attack.t1562.001\n',
    'tags:\n  - attack.stealth\n  - attack.defense-impairment\n  - attack.t1685.001\n  - attack.t1685\n',
  ],
  [
    'changes the tactic in a sibling key, in its spelling',
    'yaml',
    '- tactic: Defense_Evasion\n  technique:\n    attack_id: T1562.001\n',
    '- tactic: Defense_Impairment\n  technique:\n    attack_id: T1685\n',
  ],
  [
    'changes the tactic of the row, its ID and its name',
    'markdown',
    '| Tactic | Technique |\n| --- | --- |\n| TA0005 - Defense Evasion | T1562.001 |\n',
    '| Tactic | Technique |\n| --- | --- |\n| TA0112 - Defense Impairment | T1685 |\n',
  ],
  [
    'leaves the tactic of a pair that stays true',
    'yaml',
    'attack:\n  - TA0002:T1086\n',
    'attack:\n  - TA0002:T1059.001\n',
  ],
  [
    'leaves an ID beside the address of an earlier version',
    'markdown',
    'ATT&CK [T1562](https://attack.mitre.org/versions/v8/techniques/T1562/)\n',
    'ATT&CK [T1562](https://attack.mitre.org/versions/v8/techniques/T1562/)\n',
  ],
  [
    'leads an address of the first years to the page that there is',
    'markdown',
    'ATT&CK [T1050](https://attack.mitre.org/wiki/Technique/T1050), https://attack.mitre.org/beta/techniques/T1562/001/\n',
    'ATT&CK [T1543.003](https://attack.mitre.org/techniques/T1543/003), https://attack.mitre.org/techniques/T1685/\n',
  ],
  [
    'writes a tag that lost its letter as a tag',
    'yaml',
    'tags:\n  - attack.1562.001\n',
    'tags:\n  - attack.t1685\n',
  ],
];

suite('a fix that is safe', () => {
  for (const [name, language, from, to] of CASES)
    test(name, () => {
      for (const end of ['\n', '\r\n'])
        for (const how of [safeFixes, fixAll]) {
          const text = withLineEnds(from, end);
          assert.equal(applyEdits(text, how(analysisOf(language, text)).edits), withLineEnds(to, end));
        }
    });

  test('is offered by hand if it is not safe, and says why', () => {
    const text = 'attack:\n  T1562.001: 3\n  T1685: 5\n';
    const analysis = analysisOf('yaml', text);
    const finding = analysis.findings.find(({ rule }) => rule === 'revoked-technique');
    assert.ok(finding);
    const [fix] = fixesFor(analysis, finding);
    assert.equal(
      fix?.title.text,
      'Replace with T1685 Disable or Modify Tools (check the result: T1685 is already here)',
    );
    assert.equal(fix?.isPreferred, false);
  });

  test('leaves no document of the corpus with a parse error, a repetition or a wrong tactic that it had not before', function () {
    this.timeout(120_000);
    let changed = 0;
    for (const { name, languageId, text } of wholeCorpus(this)) {
      const fixed = new Set(
        [fixAll, safeFixes].map((how) => applyEdits(text, how(analysisOf(languageId, text)).edits)),
      );
      fixed.delete(text);
      changed += fixed.size;
      for (const each of fixed) {
        const repeats = repeatsIn(languageId, each);
        if (repeats.length > 0) assert.deepEqual(newIn(repeats, repeatsIn(languageId, text)), [], name);
        assert.deepEqual(newIn(wrongPairsIn(each), wrongPairsIn(text)), [], name);
        assert.ok(mismatchesIn(languageId, each) <= mismatchesIn(languageId, text), name);
      }
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
