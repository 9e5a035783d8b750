import type { RuleDocumentation } from './documentation';

export const newerId: RuleDocumentation = {
  why: `
The ATT&CK release that the document is checked against doesn't have this ID. Either a newer bundled release has it, or its
number is just past the last one known, so that a release newer than the bundled data may have it.`,
  reported: [
    {
      language: 'markdown',
      text: 'ATT&CK T1695 is new to us.',
      message: "T1695 isn't in ATT&CK 19.1. It may come from a newer release.",
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'ATT&CK T1685 is new to us.',
      because: 'ATT&CK 19.1 has T1685.',
    },
  ],
  fix: `
Check the ID at MITRE. If \`controlLens.attack.version\` names an older release, choose a newer one.`,
  silence: 'disable-line',
  settings: ['controlLens.attack.version'],
};
