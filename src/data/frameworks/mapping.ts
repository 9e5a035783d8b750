import type { AttackDomain, MappingSource } from '../../core/knowledge/records';
import { domainIn } from '../attack/domain';
import { isoDate } from '../values/dates';
import type { Fields } from '../values/fields';
import { asFields, asText, fieldsAt, isFields, textAt } from '../values/fields';
import type { Result } from '../values/result';
import { mapAll, succeed, within, wrong } from '../values/result';
import { asVersion } from '../values/version';
import type { MappingRow } from './row';
import { readRow } from './row';
import type { FrameworkSpec } from './spec';

/** A mapping file of the Mappings Explorer. */
export interface MappingFile {
  readonly file: string;
  readonly source: MappingSource;
  /** Names of the groups of capabilities, by their codes. */
  readonly groups: ReadonlyMap<string, string>;
  readonly rows: readonly MappingRow[];
  /** Rows that name no capability or no type of mapping. */
  readonly skipped: number;
}

/** The framework that a mapping file is about; undefined where the JSON is no mapping file. */
export function frameworkOf(json: unknown): string | undefined {
  if (!isFields(json) || !isFields(json['metadata']) || !Array.isArray(json['mapping_objects']))
    return undefined;
  const framework = json['metadata']['mapping_framework'];
  return typeof framework === 'string' ? framework : undefined;
}

export function readMapping(file: string, json: Fields, spec: FrameworkSpec): Result<MappingFile> {
  const metadata = within('metadata', asFields(json['metadata']));
  if (!metadata.ok) return metadata;
  const source = within('metadata', readSource(metadata.value, spec));
  const groups = within('metadata', readGroups(metadata.value));
  const objects = fieldsAt(json, 'mapping_objects');
  if (!source.ok) return source;
  if (!groups.ok) return groups;
  if (!objects.ok) return objects;
  const rows = mapAll(objects.value, (row, index) => within(`row ${index + 1}`, readRow(row, spec)));
  if (!rows.ok) return rows;
  const kept = rows.value.filter((row) => row !== undefined);
  const skipped = rows.value.length - kept.length;
  return succeed({ file, source: source.value, groups: groups.value, rows: kept, skipped });
}

function readSource(metadata: Fields, spec: FrameworkSpec): Result<MappingSource> {
  const frameworkVersion = textAt(metadata, 'mapping_framework_version');
  const attackVersion = within('attack_version', asVersion(metadata['attack_version']));
  const attackDomain = readDomain(metadata['technology_domain']);
  const created = within('creation_date', isoDate(metadata['creation_date']));
  const updated = within('last_update', isoDate(metadata['last_update']));
  if (!frameworkVersion.ok) return frameworkVersion;
  if (!attackVersion.ok) return attackVersion;
  if (!attackDomain.ok) return attackDomain;
  if (!created.ok) return created;
  if (!updated.ok) return updated;
  return succeed({
    frameworkVersion: frameworkVersion.value,
    attackVersion: attackVersion.value,
    attackDomain: attackDomain.value,
    created: created.value,
    updated: updated.value,
    explorerId: spec.explorerId,
    publisher: spec.mappingPublisher,
  });
}

function readDomain(value: unknown): Result<AttackDomain> {
  const domain = typeof value === 'string' ? domainIn(value) : undefined;
  return domain ? succeed(domain) : wrong('technology_domain: is no domain of ATT&CK');
}

function readGroups(metadata: Fields): Result<ReadonlyMap<string, string>> {
  const groups = within('capability_groups', asFields(metadata['capability_groups']));
  if (!groups.ok) return groups;
  const named = mapAll(Object.entries(groups.value), ([code, name]): Result<readonly [string, string]> => {
    const text = within(`capability_groups: ${code}`, asText(name));
    return text.ok ? succeed([code, text.value]) : text;
  });
  return named.ok ? succeed(new Map(named.value)) : named;
}
