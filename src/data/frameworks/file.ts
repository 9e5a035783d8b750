import type { EarlierRecord, FrameworkFile, LegacyRecord, SisterRecord } from '../../core/knowledge/records';
import { DATA_FORMAT } from '../../core/knowledge/records';
import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { byText } from '../../core/publisher/values/order';
import { refuse, together } from '../../core/publisher/values/results';
import { domainsOf, tableOf, withdrawnOf } from './catalog';
import { controlRecords, domainRecords, editionRecords } from './controls';
import type { Crosswalk } from './crosswalk';
import { legacyRecords } from './crosswalk';
import type { EditionTable } from './editions';
import { joinMapping } from './join';
import type { MappingFile } from '../../core/publisher/mapping/mapping';
import type { FrameworkSpec } from './spec';

/** What was found of one framework. */
export interface FrameworkParts {
  readonly mappings: readonly MappingFile[];
  readonly tables: readonly EditionTable[];
  readonly crosswalks: readonly Crosswalk[];
  readonly sisters: readonly SisterRecord[];
  readonly earlier: readonly EarlierRecord[];
}

/** `data/ccm.json`, or the like for another framework. */
export function buildFrameworkFile(spec: FrameworkSpec, parts: FrameworkParts): Result<FrameworkFile> {
  const found = together({
    mapping: theOnly(parts.mappings, `mapping file of ${spec.record.name}`),
    table: spec.catalog
      ? success(tableOf(spec.catalog))
      : theOnly(parts.tables, `table of the editions of ${spec.record.name}`),
  });
  if (!found.ok) return found;
  const { mapping, table } = found.value;
  return together({
    format: success(DATA_FORMAT),
    framework: success(spec.record),
    editions: success(editionRecords(table, spec)),
    domains: spec.catalog ? success(domainsOf(spec.catalog)) : domainRecords(table, mapping.groups, spec),
    controls: success(controlRecords(table, spec)),
    mapping: success(mapping.source),
    mappings: joinMapping(mapping, table),
    legacy: legacyOf(spec, parts, table),
    sisters: success([...parts.sisters].sort((a, b) => byText(a.key, b.key) || byText(a.version, b.version))),
    ...(parts.earlier.length === 0 ? {} : { earlier: success(parts.earlier) }),
    ...(mapping.unmappable.length === 0 ? {} : { unmappable: success(mapping.unmappable) }),
  });
}

function legacyOf(
  spec: FrameworkSpec,
  { crosswalks }: FrameworkParts,
  table: EditionTable,
): Result<LegacyRecord[]> {
  return spec.catalog ? success(withdrawnOf(spec.catalog)) : legacyRecords(crosswalks, table);
}

function theOnly<T>(found: readonly T[], what: string): Result<T> {
  const [first, second] = found;
  if (first === undefined) return refuse('missing', `no ${what} was found`);
  return second === undefined ? success(first) : refuse('conflict', `there is more than one ${what}`);
}
