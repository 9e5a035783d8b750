import type { RuleDocumentation } from './documentation';

export const titleMismatch: RuleDocumentation = {
  why: `
The text next to a control ID is exactly the title of another control, so the ID, the title or the edition is wrong. Short
titles of everyday words, such as Backup, are ignored.`,
  reported: [
    {
      language: 'markdown',
      text: 'CCM 4.0 IAM-13 Strong Authentication',
      message:
        'In CCM 4.0, IAM-13 is Uniquely Identifiable Users. The title next to it belongs to IAM-14, and to IAM-13 in CCM 4.1.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'CCM 4.1 IAM-13 Strong Authentication',
      because: 'In CCM 4.1, this is the title of IAM-13.',
    },
  ],
  fix: `
Change the ID, or mark it as an ID of the other edition. There is a quick fix for each.`,
  silence: 'disable-line',
  settings: ['controlLens.ccm.edition'],
};
