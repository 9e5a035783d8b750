import type { RuleDocumentation } from './documentation';

export const nameMismatch: RuleDocumentation = {
  why: `
If an ID and the name next to it belong to two techniques, one of them is wrong. Tools read the ID, people read the name.`,
  reported: [
    {
      language: 'yaml',
      text: 'attack:\n  - T1021.005 # Remote Services: SSH',
      message: 'T1021.005 is VNC. Remote Services: SSH is the name of T1021.004.',
    },
  ],
  notReported: [
    {
      language: 'yaml',
      text: 'attack:\n  - T1021.004 # Remote Services: SSH',
      because: 'SSH is the name of T1021.004.',
    },
    {
      language: 'yaml',
      text: 'attack:\n  - T1021.004 # Remote Services',
      because: 'Remote Services is the name of its parent.',
    },
  ],
  fix: `
Decide which of the two is meant. Quick fixes change the ID or the name.`,
  silence: 'disable-line',
  settings: [],
};
