import type { AttackDomain } from '../../knowledge/records';
import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Fields } from '../values/fields';
import { asText } from '../values/fields';
import { wrong } from '../values/results';
import { asVersion } from '../values/version';
import { domainIn } from './domain';

/** Which release a bundle is. */
export interface Heading {
  readonly domain: AttackDomain;
  readonly version: string;
  /** ISO 8601, or empty where the bundle tells none. */
  readonly date: string;
}

const FILE_NAME = /(enterprise|mobile|ics)-attack-(\d+(?:\.\d+)*)/i;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T/;

/** MITRE's STIX 2.1 bundles say in a collection object what they are; of the others only the file name tells. */
export function readHeading(file: string, objects: readonly Fields[]): Result<Heading> {
  const collection = objects.find((object) => object['type'] === 'x-mitre-collection');
  const [, domainPart, versionPart] = FILE_NAME.exec(file) ?? [];
  const name = asText(collection?.['name']);
  const domain = (name.ok ? domainIn(name.value) : undefined) ?? domainIn(domainPart ?? '');
  const version = asVersion(collection?.['x_mitre_version'] ?? versionPart);
  if (!domain || !version.ok) {
    return wrong("doesn't say which release it is. Name the file like enterprise-attack-18.1.json");
  }
  return success({
    domain,
    version: version.value,
    date: newestDate(collection ? [collection] : []) || newestDate(objects),
  });
}

function newestDate(objects: readonly Fields[]): string {
  let latest = '';
  for (const { modified } of objects) {
    if (typeof modified === 'string' && TIMESTAMP.test(modified) && modified > latest) latest = modified;
  }
  return latest.slice(0, 'yyyy-mm-dd'.length);
}
