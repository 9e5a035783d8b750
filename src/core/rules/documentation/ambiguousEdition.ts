import type { RuleDocumentation } from './documentation';

export const ambiguousEdition: RuleDocumentation = {
  why: `
Without an edition, a reader can't know which of two controls the document means. The rule reports once per document, at
the first such ID.`,
  reported: [
    {
      language: 'markdown',
      text: 'Every action is traced to a person (CCM IAM-13).',
      message:
        "IAM-13 means Uniquely Identifiable Users (CCM 4.0) or Strong Authentication (CCM 4.1). The document doesn't say which edition it follows.",
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'Every action is traced to a person (CCM 4.0 IAM-13).',
      because: 'The text declares the edition.',
    },
    {
      language: 'yaml',
      text: 'ccm_version: 4.1\ncontrols: [IAM-13]',
      because: 'A key declares the edition for the whole file.',
    },
  ],
  fix: `
[Declare the edition](docs/editions.md). The quick fix does so in the front matter or, if there is none, in a comment
(\`control-lens-edition CCM 4.1\`).`,
  silence: 'disable',
  settings: ['controlLens.ccm.edition'],
};
