import type { FrameworkDescriptor } from './descriptor';

/** NIST Special Publication 800-53, Security and Privacy Controls. Source of the codes: Revision 5. */
export const NIST_800_53: FrameworkDescriptor = {
  key: 'nist-800-53',
  dataFile: 'nist-800-53.json',
  ids: {
    example: 'AC-2(1)',
    codes: [
      ...['AC', 'AT', 'AU', 'CA', 'CM', 'CP', 'IA', 'IR', 'MA', 'MP', 'PE', 'PL', 'PM', 'PS', 'PT'],
      ...['RA', 'SA', 'SC', 'SI', 'SR'],
    ],
    width: 1,
    hasEnhancements: true,
    hasQuestions: false,
  },
  names: {
    anywhere: ['800 53', 'nist 800 53', 'nist sp 800 53', 'sp 800 53', 'fedramp', 'stateramp', 'govramp'],
    asLabel: ['nist'],
    publisher: ['nist'],
    lookAlikes: [],
  },
  mustBeNamed: true,
  editionOf: (version) => (/^(?:rev(?:ision)?\.? ?|r)?5(?:\.\d+)*$/i.test(version) ? '5' : undefined),
  words: {
    short: 'NIST SP 800-53',
    edition: (edition) => `NIST SP 800-53 Rev. ${edition}`,
    version: (version) => version.replace(/^rev/, 'Rev. '),
  },
  spelling: {
    beforeId: '(?:nist[ _-]?)?(?:sp[ _-]?)?800[ _-]?53(?:[ _-]?r(?:ev)?[ ._-]{0,2}[45])?',
    titles: ['NIST SP 800-53', 'NIST 800-53', 'SP 800-53', 'FedRAMP'],
    keys: ['nist_800_53', 'nist'],
  },
  siteId: (id) => id.replace(/-(\d)$/, '-0$1'),
  mapping: {
    explorerId: 'nist_800_53',
    siteId: 'nist',
    mappingPublisher: 'Center for Threat-Informed Defense',
    newestFile:
      'nist_800_53/attack-16.1/nist_800_53-rev5/enterprise/nist_800_53-rev5_attack-16.1-enterprise.json',
    controlId: /^([A-Z]{2})-\d{1,2}$/,
    idOf: (written) => written.replace('-0', '-'),
  },
};
