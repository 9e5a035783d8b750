import type { FrameworkFile, SisterRecord } from '../../core/knowledge/records';
import { DATA_FORMAT } from '../../core/knowledge/records';
import { byText } from '../values/order';
import type { Result } from '../values/result';
import { fail, succeed } from '../values/result';
import { controlRecords, domainRecords, editionRecords } from './controls';
import type { Crosswalk } from './crosswalk';
import { legacyRecords } from './crosswalk';
import type { EditionTable } from './editions';
import { joinMapping } from './join';
import type { MappingFile } from './mapping';
import type { FrameworkSpec } from './spec';

/** What was found of one framework. */
export interface FrameworkParts {
  readonly mappings: readonly MappingFile[];
  readonly tables: readonly EditionTable[];
  readonly crosswalks: readonly Crosswalk[];
  readonly sisters: readonly SisterRecord[];
}

/** `data/ccm.json`, or the like for another framework. */
export function buildFrameworkFile(spec: FrameworkSpec, parts: FrameworkParts): Result<FrameworkFile> {
  const mapping = theOnly(parts.mappings, `mapping file of ${spec.record.name}`);
  const table = theOnly(parts.tables, `table of the editions of ${spec.record.name}`);
  if (!mapping.ok) return mapping;
  if (!table.ok) return table;
  const controls = controlRecords(table.value, spec);
  const domains = domainRecords(controls, table.value, mapping.value.groups, spec);
  const mappings = joinMapping(mapping.value, table.value);
  const legacy = legacyRecords(parts.crosswalks, table.value);
  if (!domains.ok) return domains;
  if (!mappings.ok) return mappings;
  if (!legacy.ok) return legacy;
  return succeed({
    format: DATA_FORMAT,
    framework: spec.record,
    editions: editionRecords(table.value, spec, mapping.value.source.frameworkVersion),
    domains: domains.value,
    controls,
    mapping: mapping.value.source,
    mappings: mappings.value,
    legacy: legacy.value,
    sisters: [...parts.sisters].sort((a, b) => byText(a.key, b.key)),
  });
}

function theOnly<T>(found: readonly T[], what: string): Result<T> {
  const [first, second] = found;
  if (first === undefined) return fail('missing', `no ${what} was found`);
  return second === undefined ? succeed(first) : fail('conflict', `there is more than one ${what}`);
}
