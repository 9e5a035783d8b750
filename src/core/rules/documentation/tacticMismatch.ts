import type { RuleDocumentation } from './documentation';

export const tacticMismatch: RuleDocumentation = {
  why: `
A technique in a row, a column, a list or below a key of a tactic should be one of that tactic. The rule reports it only if
no bundled ATT&CK release has the technique there.`,
  reported: [
    {
      language: 'markdown',
      text: '## Lateral movement\n\n- T1485 Data Destruction',
      message: "T1485 Data Destruction isn't a technique of Lateral Movement. It belongs to Impact.",
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: '## Lateral movement\n\n- T1021.007 Cloud Services',
      because: 'T1021.007 is a technique of Lateral Movement.',
    },
    {
      language: 'markdown',
      text: '## Lateral movement\n\nUnlike ATT&CK T1485, this leaves data intact.',
      because: 'The technique is mentioned in a sentence, not listed.',
    },
  ],
  fix: `
Move the technique, or name the one that you mean.`,
  silence: 'disable-line',
  settings: [],
};
