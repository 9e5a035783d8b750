import type { RuleDocumentation } from './documentation';

export const olderAttack: RuleDocumentation = {
  why: `
A document that says which ATT&CK version it is written for is right as long as its IDs are those of that version. The rule
reports once how much has changed since, instead of a warning for each ID.`,
  reported: [
    {
      language: 'markdown',
      text: '# Mapping to ATT&CK v17\n\n- ATT&CK T1562.001',
      message: 'This document is written for ATT&CK 17. IDs revoked or deprecated since: T1562.001.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: '# Mapping to ATT&CK v17\n\n- ATT&CK T1110',
      because: 'T1110 is the same today.',
    },
  ],
  fix: `
Update the IDs, then the version that the document declares: the command Migrate Techniques to MITRE Version 19 and
\`control-lens migrate --to attack-19\` do both.`,
  silence: 'disable',
  settings: [],
};
