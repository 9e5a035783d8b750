import type { RuleDocumentation } from './documentation';

export const noMappedControl: RuleDocumentation = {
  why: `
It can be useful to know that no control can be cited for a technique. As this is true of most techniques, it is only a
hint, and the command line leaves it out unless you pass \`--hints\`.`,
  reported: [
    {
      language: 'markdown',
      text: 'ATT&CK T1003 is watched for on every server.',
      message: 'No control of CSA CCM 4.1 is mapped to T1003 OS Credential Dumping.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'ATT&CK T1021.007 is watched for on every server.',
      because: 'Controls are mapped to T1021.007.',
    },
  ],
  fix: `
Nothing is wrong with the text. See whether controls are mapped to the parent technique, or look at ATT&CK's own mitigations; the
hover shows both.`,
  silence: 'disable-line',
  settings: [],
};
