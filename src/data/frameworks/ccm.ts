import type { FrameworkSpec } from './spec';

export const CCM: FrameworkSpec = {
  record: {
    key: 'ccm',
    name: 'CSA CCM',
    fullName: 'Cloud Controls Matrix',
    publisher: 'Cloud Security Alliance',
  },
  file: 'ccm.json',
  shortName: 'CCM',
  explorerId: 'csa_ccm',
  mappingPublisher: 'Center for Threat-Informed Defense',
  controlId: /^([A-Z][A-Z&][A-Z])-\d{2}$/,
  sisters: new Map([['aicm', 'AI Controls Matrix (AICM)']]),
  licence: 'Facts of reference (ids and titles)',
  licenceUrl: 'https://cloudsecurityalliance.org/research/cloud-controls-matrix',
};
