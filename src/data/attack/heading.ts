import type { AttackDomain } from '../../core/knowledge/records';
import type { Fields } from '../values/fields';
import type { Result } from '../values/result';
import { succeed, wrong } from '../values/result';
import { asVersion } from '../values/version';
import { domainIn } from './domain';

/** Which release a bundle is. */
export interface Heading {
  readonly domain: AttackDomain;
  readonly version: string;
  /** ISO 8601, or empty where the bundle tells none. */
  readonly date: string;
}

const FILE_NAME = /(enterprise|mobile|ics)-attack-(\d+(?:\.\d+)*)(?![\d])/i;

/** MITRE's STIX 2.1 bundles say in a collection object what they are; of the others only the file name tells. */
export function readHeading(file: string, objects: readonly Fields[]): Result<Heading> {
  const collection = objects.find((object) => object['type'] === 'x-mitre-collection');
  const named = FILE_NAME.exec(file);
  const domain = domainIn(String(collection?.['name'] ?? '')) ?? domainIn(named?.[1] ?? '');
  if (!domain) return wrong('neither a collection object nor the file name tells the domain of this bundle');
  const version = asVersion(collection?.['x_mitre_version'] ?? named?.[2]);
  if (!version.ok)
    return wrong('neither a collection object nor the file name tells the version of this bundle');
  return succeed({ domain, version: version.value, date: newest(collection ? [collection] : objects) });
}

function newest(objects: readonly Fields[]): string {
  let latest = '';
  for (const { modified } of objects) {
    if (typeof modified === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(modified) && modified > latest)
      latest = modified;
  }
  return latest.slice(0, 'yyyy-mm-dd'.length);
}
