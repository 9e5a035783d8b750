import type { RuleDocumentation } from './documentation';

export const malformedId: RuleDocumentation = {
  why: `
Control Lens understands the ID, but other tools and a search for the usual spelling may not find it. A number
that lost a zero, at its start or at its end, may be one of two; a name next to it decides.`,
  reported: [
    {
      language: 'markdown',
      text: 'ATT&CK T1059-003',
      message: 'T1059-003 should be written T1059.003.',
    },
    {
      language: 'markdown',
      text: 'ATT&CK T1562.01',
      message:
        'T1562.01 lacks a zero: it may be T1562.001 Disable or Modify Tools or T1562.010 Downgrade Attack.',
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
