import { CCM as CCM_DESCRIPTOR } from '../../core/frameworks/ccm';
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
  ...CCM_DESCRIPTOR.mapping,
  sisters: new Map([['aicm', 'AI Controls Matrix (AICM)']]),
  licence: 'Facts of reference (ids and titles)',
  licenceUrl: 'https://cloudsecurityalliance.org/research/cloud-controls-matrix',
};
