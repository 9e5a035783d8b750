import { NIST_800_53 as DESCRIPTOR } from '../../core/frameworks/nist80053';
import { NIST_CATALOG } from './nistCatalog';
import type { FrameworkSpec } from './spec';

export const NIST_800_53: FrameworkSpec = {
  record: {
    key: 'nist-800-53',
    name: 'NIST SP 800-53',
    fullName: 'Security and Privacy Controls for Information Systems and Organizations',
    publisher: 'National Institute of Standards and Technology',
  },
  file: 'nist-800-53.json',
  shortName: 'NIST SP 800-53 Rev.',
  ...DESCRIPTOR.mapping,
  catalog: NIST_CATALOG,
  sisters: new Map(),
  licence: 'Public domain in the United States',
  licenceUrl:
    'https://www.nist.gov/open/copyright-fair-use-and-licensing-statements-srd-data-software-and-technical-series-publications',
};
