import type { SourceRecord } from '../../core/knowledge/records';
import { DOMAIN_NAMES } from '../attack/domain';
import type { Release } from '../attack/release';
import type { MappingFile } from '../frameworks/mapping';
import type { FrameworkSpec } from '../frameworks/spec';
import type { Imported } from './found';

type About = Omit<SourceRecord, 'file' | 'sha256'>;

/** Where an input comes from and under which terms it may be used. */
export function sourceOf(file: string, sha256: string, found: Imported): SourceRecord {
  return { file, ...about(found), sha256 };
}

function about(found: Imported): About {
  switch (found.kind) {
    case 'release':
      return aboutRelease(found.release);
    case 'mapping':
      return aboutMapping(found.spec, found.mapping);
    case 'editions':
      return aboutList(found.spec, 'ids and titles by edition', found.table.editions[0] ?? '');
    case 'crosswalk':
      return aboutList(
        found.spec,
        `crosswalk of ids to ${found.crosswalk.toEdition}`,
        found.crosswalk.edition,
      );
    case 'earlier':
      return aboutList(found.spec, `ids of ${found.earlier.edition}`, found.earlier.edition);
    case 'sister':
      break;
  }
  return aboutList(found.spec, `ids of the ${found.sister.name}`, found.sister.version);
}

function aboutRelease({ domain, version, date }: Release): About {
  return {
    title: `MITRE ATT&CK ${DOMAIN_NAMES[domain]} ${version}`,
    publisher: 'The MITRE Corporation',
    version,
    date,
    licence: 'MITRE ATT&CK Terms of Use',
    licenceUrl: 'https://attack.mitre.org/resources/legal-and-branding/terms-of-use/',
  };
}

function aboutMapping({ record, mappingPublisher }: FrameworkSpec, { source }: MappingFile): About {
  const { frameworkVersion, attackVersion, attackDomain, updated } = source;
  const subject = `${record.name} ${frameworkVersion} to ATT&CK ${DOMAIN_NAMES[attackDomain]} ${attackVersion}`;
  return {
    title: `Mappings Explorer: ${subject}`,
    publisher: mappingPublisher,
    version: frameworkVersion,
    date: updated,
    licence: 'Apache-2.0',
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
  };
}

/** The lists are put together from public listings and tell no date. */
function aboutList({ record, licence, licenceUrl }: FrameworkSpec, what: string, version: string): About {
  return {
    title: `${record.name}: ${what}`,
    publisher: record.publisher,
    version,
    date: '',
    licence,
    licenceUrl,
  };
}
