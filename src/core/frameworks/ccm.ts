import type { FrameworkDescriptor } from './descriptor';

/** Codes of the domains that only CCM 3.0.1 has. */
const EARLIEST_ONLY = ['AAC', 'DSI', 'EKM', 'GRM', 'MOS'];

/**
 * The Cloud Controls Matrix of the Cloud Security Alliance. Sources: CCM 3.0.1 to 4.1 and AICM 1.1 for the codes
 * (MDS is AICM's).
 */
export const CCM: FrameworkDescriptor = {
  key: 'ccm',
  dataFile: 'ccm.json',
  ids: {
    example: 'IAM-14',
    codes: [
      ...['A&A', 'AIS', 'BCR', 'CCC', 'CEK', 'DCS', 'DSP', 'GRC', 'HRS', 'I&S', 'IAM', 'IPY', 'IVS', 'LOG'],
      ...['MDS', 'SEF', 'STA', 'TVM', 'UEM'],
      ...EARLIEST_ONLY,
    ],
    width: 2,
    hasEnhancements: false,
    hasQuestions: true,
    earliest: {
      codes: [
        ...['AIS', 'BCR', 'CCC', 'DCS', 'HRS', 'IAM', 'IPY', 'IVS', 'SEF', 'STA', 'TVM'],
        ...EARLIEST_ONLY,
      ],
      ownCodes: EARLIEST_ONLY,
    },
  },
  names: {
    anywhere: ['ccm', 'caiq', 'cloud controls matrix', 'cloud control matrix'],
    asLabel: ['csa', 'csa star', 'cloud security alliance'],
    publisher: ['csa', 'cloud security alliance', 'cloud controls matrix', 'caiq'],
    lookAlikes: ['aicm', 'ai controls matrix', 'ai caiq', 'aicm caiq', 'scf', 'secure controls framework'],
  },
  mustBeNamed: false,
  editionOf: (version) => {
    const [, edition] = /^(4\.[01]|3\.0)(?:\.\d+)?$/.exec(version) ?? [];
    return edition === '3.0' ? '3.0.1' : edition;
  },
};
