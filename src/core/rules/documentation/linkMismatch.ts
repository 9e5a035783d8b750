import type { RuleDocumentation } from './documentation';

export const linkMismatch: RuleDocumentation = {
  why: `
Readers who follow the link end up on the page of another ID than the one they read.`,
  reported: [
    {
      language: 'markdown',
      text: '[T1021.007](https://attack.mitre.org/techniques/T1021/001/)',
      message: 'The link text names T1021.007, but the address names T1021.001.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: '[T1021.007](https://attack.mitre.org/techniques/T1021/007/)',
      because: 'Text and address name the same technique.',
    },
  ],
  fix: `
Correct whichever is wrong. The quick fix corrects the address.`,
  silence: 'disable-line',
  settings: [],
};
