import assert from 'node:assert/strict';
import { idToRename, renamableAt, renameEdits } from '../../../src/core/edits/rename';
import { applyEdits } from '../../../src/core/text/edit';
import { analysisOf } from '../../support/findings';

/** What a document becomes if what is at `¦` is renamed; the message if it can't be. */
function renamed(languageId: string, marked: string, newName: string): string {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const analysis = analysisOf(languageId, text);
  const reference = renamableAt(analysis, offset);
  if (!reference) return 'nothing';
  const to = idToRename(analysis, reference, newName);
  return to.ok ? applyEdits(text, renameEdits(analysis, reference.id, to.value)) : to.failure.message;
}

suite('renaming', () => {
  const cases: readonly (readonly [
    name: string,
    language: string,
    marked: string,
    newName: string,
    to: string,
  ])[] = [
    [
      'a tactic by its name, in the spelling of each place',
      'yaml',
      'tags:\n  - attack.exe¦cution\ntactics: [Execution]\n',
      'lateral movement',
      'tags:\n  - attack.lateral-movement\ntactics: [Lateral Movement]\n',
    ],
    [
      'a tactic by its ID, and its name with it',
      'markdown',
      '| ATT&CK tactic |\n|---|\n| TA00¦02 - Execution |\n',
      'TA0008',
      '| ATT&CK tactic |\n|---|\n| TA0008 - Lateral Movement |\n',
    ],
    [
      'a technique with its name and the address of its link',
      'markdown',
      'ATT&CK [T15¦62.001 Disable or Modify Tools](https://attack.mitre.org/techniques/T1562/001/), T1562.001\n',
      't1685',
      'ATT&CK [T1685 Disable or Modify Tools](https://attack.mitre.org/techniques/T1685/), T1685\n',
    ],
    ['to a name', 'markdown', 'ATT&CK T1¦078\n', 'Brute Force', 'ATT&CK T1110\n'],
    [
      'not to what is unknown',
      'markdown',
      'ATT&CK T1¦078\n',
      'T9999',
      '"T9999" isn\'t a technique of ATT&CK 19.1, by its ID or its name.',
    ],
    [
      'not to another kind',
      'markdown',
      'ATT&CK T1¦078\n',
      'TA0008',
      '"TA0008" isn\'t a technique of ATT&CK 19.1, by its ID or its name.',
    ],
    ['no control', 'markdown', 'CCM IAM-1¦4\n', 'IAM-13', 'nothing'],
    ['no word', 'markdown', 'ATT&CK T1078 and wo¦rds\n', 'T1110', 'nothing'],
  ];
  for (const [name, language, marked, newName, to] of cases)
    test(name, () => assert.equal(renamed(language, marked, newName), to));
});
