import type { RuleDocumentation } from './documentation';

export const unknownId: RuleDocumentation = {
  why: `
A reader can't look up an ID that doesn't exist. It is usually a typo, or an ID of another framework.`,
  reported: [
    {
      language: 'markdown',
      text: 'Administrators use a second factor (CCM IAM-99).',
      message: 'No edition of CSA CCM has a control IAM-99. Did you mean IAM-09, IAM-01 or IAM-02?',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'Administrators use a second factor (TISAX IAM-99).',
      because: 'The text names another framework right before the ID.',
    },
  ],
  fix: `
Use one of the IDs that the quick fix offers, or look up the right one. If the ID belongs to another framework, name that
framework in the header of its column or before the ID.`,
  silence: 'disable-line',
  settings: ['controlLens.ccm.assume'],
};
