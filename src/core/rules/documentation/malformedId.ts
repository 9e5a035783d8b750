import type { RuleDocumentation } from './documentation';

export const malformedId: RuleDocumentation = {
  why: `
Control Lens understands the ID, but other tools and a search for the usual spelling may not find it.`,
  reported: [
    {
      language: 'markdown',
      text: 'ATT&CK T1059-003',
      message: 'T1059-003 should be written T1059.003.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'ATT&CK t1059.003',
      because: 'Lowercase letters are fine.',
    },
  ],
  fix: `
Use the quick fix. It is also one of those that can be [applied on save](docs/writing.md#fix-many-at-once).`,
  silence: 'disable-line',
  settings: [],
};
