import type { FrameworkDescriptor } from './descriptor';

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
      ...['AAC', 'DSI', 'EKM', 'GRM', 'MOS'], // 3.0.1 alone has them
    ],
    width: 2,
    hasEnhancements: false,
    hasQuestions: true,
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
  // The publisher's announcements
  publishedOn: { '4.1': '2026-01', '4.0': '2021-01', mapping: '2026-01' },
  settings: { editions: ['4.1', '4.0', 'mapping'] },
  words: { short: 'CCM', edition: (edition) => `CCM ${edition}`, version: (version) => version },
  spelling: {
    beforeId: '(?:csa[ _-]?)?ccm',
    titles: ['CCM', 'Cloud Controls Matrix'],
    keys: ['ccm', 'csa_ccm'],
    declaration: { key: 'ccm_version', comment: (edition) => `control-lens-edition CCM ${edition}` },
  },
  siteId: (id) => id,
  mapping: {
    explorerId: 'csa_ccm',
    mappingPublisher: 'Center for Threat-Informed Defense',
    newestFile: 'csa_ccm/attack-17.1/csa_ccm-4.1/enterprise/csa_ccm-4.1_attack-17.1-enterprise.json',
    controlId: /^([A-Z][A-Z&][A-Z])-\d{2}$/,
  },
};
