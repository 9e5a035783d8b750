import type { AttackDomain, MappingSource } from '../../knowledge/records';
import type { Result } from '../../text/result';
import { success } from '../../text/result';
import { domainIn } from '../attack/domain';
import { isoDate } from '../values/dates';
import type { Fields } from '../values/fields';
import { asFields, asText, fieldsAt, isFields, quote, textAt } from '../values/fields';
import { sortedSet } from '../values/order';
import { mapAll, together, within, wrong } from '../values/results';
import { asVersion } from '../values/version';
import type { MappingRow } from './row';
import { readRow, unmappableIn } from './row';
import type { MappingSpec } from './spec';

/** A mapping file of the Mappings Explorer. */
export interface MappingFile {
  readonly file: string;
  readonly source: MappingSource;
  /** Names of the groups of capabilities, by their codes. */
  readonly groups: ReadonlyMap<string, string>;
  readonly rows: readonly MappingRow[];
  /** Techniques that the file holds not to be mappable, whatever the control; sorted. */
  readonly unmappable: readonly string[];
  /** Number of rows that state nothing: they name no capability or no type of mapping. */
  readonly skipped: number;
}

/** The framework that a mapping file is about; undefined where the JSON is no mapping file. */
export function frameworkOf(json: unknown): string | undefined {
  if (!isFields(json) || !isFields(json['metadata']) || !Array.isArray(json['mapping_objects']))
    return undefined;
  const framework = json['metadata']['mapping_framework'];
  return typeof framework === 'string' ? framework : undefined;
}

export function readMapping(file: string, json: Fields, spec: MappingSpec): Result<MappingFile> {
  const metadata = within('metadata', asFields(json['metadata']));
  if (!metadata.ok) return metadata;
  const read = together({
    source: within('metadata', readSource(metadata.value, spec)),
    groups: within('metadata', readGroups(metadata.value)),
    rows: readRows(json, spec),
  });
  if (!read.ok) return read;
  const rows = read.value.rows.filter((row) => row !== undefined);
  if (rows.length === 0) return wrong('holds no mapping');
  const unmappable = unmappableRows(json);
  const skipped = read.value.rows.length - rows.length - unmappable.length;
  return success({ ...read.value, file, rows, unmappable: sortedSet(unmappable), skipped });
}

function unmappableRows(json: Fields): string[] {
  const objects = fieldsAt(json, 'mapping_objects');
  return objects.ok ? objects.value.flatMap((row) => unmappableIn(row) ?? []) : [];
}

function readRows(json: Fields, spec: MappingSpec): Result<(MappingRow | undefined)[]> {
  const objects = fieldsAt(json, 'mapping_objects');
  if (!objects.ok) return objects;
  return mapAll(objects.value, (row, index) => within(`row ${index + 1}`, readRow(row, spec)));
}

/** What a mapping file says of itself. */
export function readSource(
  metadata: Fields,
  spec: Pick<MappingSpec, 'explorerId' | 'siteId' | 'mappingPublisher'>,
): Result<MappingSource> {
  return together({
    frameworkVersion: textAt(metadata, 'mapping_framework_version'),
    attackVersion: within('attack_version', asVersion(metadata['attack_version'])),
    attackDomain: within('technology_domain', asDomain(metadata['technology_domain'])),
    created: within('creation_date', isoDate(metadata['creation_date'])),
    updated: within('last_update', isoDate(metadata['last_update'])),
    explorerId: success(spec.siteId ?? spec.explorerId),
    publisher: success(spec.mappingPublisher),
  });
}

function asDomain(value: unknown): Result<AttackDomain> {
  const domain = typeof value === 'string' ? domainIn(value) : undefined;
  return domain ? success(domain) : wrong('is no domain of ATT&CK');
}

function readGroups(metadata: Fields): Result<ReadonlyMap<string, string>> {
  const groups = within('capability_groups', asFields(metadata['capability_groups']));
  if (!groups.ok) return groups;
  const named = mapAll(Object.entries(groups.value), ([code, name]): Result<readonly [string, string]> => {
    const text = within(`capability_groups: ${quote(code)}`, asText(name));
    return text.ok ? success([code, text.value]) : text;
  });
  return named.ok ? success(new Map(named.value)) : named;
}
