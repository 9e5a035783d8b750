import type { RuleDocumentation } from './documentation';

export const aicmId: RuleDocumentation = {
  why: `
The AI Controls Matrix (AICM) uses the domain codes of CCM and continues their numbering. Its IDs look like CCM controls, but
CCM doesn't have them, and the bundled mapping doesn't either.`,
  reported: [
    {
      language: 'markdown',
      text: 'Models are inventoried (CCM GRC-12).',
      message:
        'GRC-12 is a control of the AI Controls Matrix (AICM) 1.1.0, not of CSA CCM. The bundled data has no mapping for it.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'Models are inventoried (AICM GRC-12).',
      because: 'The text names AICM.',
    },
  ],
  fix: `
If you mean AICM, name it before the ID or in its column. If you mean CCM, correct the ID.`,
  silence: 'disable-line',
  settings: [],
};
