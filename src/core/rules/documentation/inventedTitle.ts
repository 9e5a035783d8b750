import type { RuleDocumentation } from './documentation';

export const inventedTitle: RuleDocumentation = {
  why: `
A title that the publisher never gave to this ID sends its readers to another control than the author meant. Generated texts
are full of such titles. The rule looks at pairs only: a heading or list item that begins with the ID, a table with a column
of names, a line \`Control Name:\` below \`Control ID:\`, and \`id:\` with \`name:\` or \`title:\` in YAML. It reports a title of
two to ten words that shares no word with a title of that ID in any bundled edition or release, other than words of its whole
domain, such as Data in DSP. Sentences, instructions, answers such as Fully Met, and titles in other languages are ignored. If the
title is exactly that of another control, [title-mismatch](docs/rules/title-mismatch.md) reports it.`,
  reported: [
    {
      language: 'markdown',
      text: '### CCM 4.1 DSP-06: Data Encryption in Transit',
      message: "CCM 4.1 calls DSP-06 'Data Ownership and Stewardship', not 'Data Encryption in Transit'.",
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: '### CCM 4.1 DSP-06: Stewards of Data',
      because: 'It shares a word with the title of DSP-06, apart from its form.',
    },
    {
      language: 'markdown',
      text: '- CCM 4.1 DSP-06: Encrypt all traffic between sites.',
      because: 'This is a sentence, not a title.',
    },
  ],
  fix: `
Look up the control. There is a quick fix for the title and, if the title is that of another control or technique, one for the
ID.`,
  silence: 'disable-line',
  settings: ['controlLens.ccm.edition'],
};
