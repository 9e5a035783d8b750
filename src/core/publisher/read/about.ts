import type { MappingSource, SourceRecord } from '../../knowledge/records';
import { DOMAIN_NAMES } from '../attack/domain';
import type { Heading } from '../attack/heading';

/** Where a file comes from, and under which terms it may be used. */
export type About = Omit<SourceRecord, 'file' | 'sha256'>;

export function aboutRelease({ domain, version, date }: Heading): About {
  return {
    title: `MITRE ATT&CK ${DOMAIN_NAMES[domain]} ${version}`,
    publisher: 'The MITRE Corporation',
    version,
    date,
    licence: 'MITRE ATT&CK Terms of Use',
    licenceUrl: 'https://attack.mitre.org/resources/legal-and-branding/terms-of-use/',
  };
}

/** @param framework its name for readers */
export function aboutMapping(framework: string, publisher: string, source: MappingSource): About {
  const { frameworkVersion, attackVersion, attackDomain, updated } = source;
  const subject = `${framework} ${frameworkVersion} to ATT&CK ${DOMAIN_NAMES[attackDomain]} ${attackVersion}`;
  return {
    title: `Mappings Explorer: ${subject}`,
    publisher,
    version: frameworkVersion,
    date: updated,
    licence: 'Apache-2.0',
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
  };
}
