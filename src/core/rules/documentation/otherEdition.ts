import type { RuleDocumentation } from './documentation';

export const otherEdition: RuleDocumentation = {
  why: `
Editions of CCM number some controls differently, so a reader with the other edition doesn't find this ID. The rule also
reports IDs of CCM 3.0.1; for those, Control Lens knows some of the successors and no titles.`,
  reported: [
    {
      language: 'markdown',
      text: 'Networks are defended (CCM 4.1 IVS-09).',
      message: 'IVS-09 is a CCM 4.0 ID (Network Defense). In CCM 4.1, this control is I&S-09.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'Networks are defended (CCM 4.0 IVS-09).',
      because: 'The text declares the edition that has the ID.',
    },
  ],
  fix: `
Use the quick fix, or [declare the edition](docs/editions.md) that the document follows. To change a whole document, use
[Migrate to Another CCM Edition](docs/writing.md#migrate-to-another-ccm-edition).`,
  silence: 'disable-line',
  settings: ['controlLens.ccm.edition'],
};
