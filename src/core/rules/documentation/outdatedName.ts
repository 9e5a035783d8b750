import type { RuleDocumentation } from './documentation';

export const outdatedName: RuleDocumentation = {
  why: `
ATT&CK renames tactics and techniques. ATT&CK 19 split Defense Evasion into Stealth (TA0005) and Defense Impairment (TA0112).
Readers who look up the earlier name don't find it, and tools that filter by it find nothing.`,
  reported: [
    {
      language: 'markdown',
      text: '| Tactic | Technique |\n| --- | --- |\n| Defense Evasion | T1685 |',
      message: 'ATT&CK 19.1 renamed Defense Evasion. Use Defense Impairment (TA0112).',
    },
    {
      language: 'markdown',
      text: '| Tactic | Technique |\n| --- | --- |\n| Defense Evasion | T1036 |',
      message: 'ATT&CK 19.1 renamed Defense Evasion. Use Stealth (TA0005).',
    },
  ],
  notReported: [
    {
      language: 'yaml',
      text: 'tags:\n  - attack.stealth\n  - attack.t1036',
      because: 'Stealth is the name of TA0005 since ATT&CK 19.1.',
    },
    {
      language: 'markdown',
      text: 'ATT&CK T1036 is a way of defense evasion.',
      because: 'In a sentence, these are words like any others.',
    },
  ],
  fix: `
Use the quick fix. The techniques that are tagged or listed with the tactic decide which of today's tactics it offers.`,
  silence: 'disable-line',
  settings: [],
};
