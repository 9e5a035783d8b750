import type { SourceRecord } from '../../core/knowledge/records';
import { aboutMapping, aboutRelease, type About } from '../../core/publisher/read/about';
import type { FrameworkSpec } from '../frameworks/spec';
import type { Imported } from './found';

/** Where an input comes from and under which terms it may be used. */
export function sourceOf(file: string, sha256: string, found: Imported): SourceRecord {
  return { file, ...about(found), sha256 };
}

function about(found: Imported): About {
  switch (found.kind) {
    case 'release':
      return aboutRelease(found.release);
    case 'mapping':
      return aboutMapping(found.spec.record.name, found.spec.mappingPublisher, found.mapping.source);
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
