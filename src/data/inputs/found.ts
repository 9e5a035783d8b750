import type { EarlierRecord, SisterRecord } from '../../core/knowledge/records';
import type { Release } from '../../core/publisher/attack/release';
import type { Crosswalk } from '../frameworks/crosswalk';
import type { EditionTable } from '../frameworks/editions';
import type { MappingFile } from '../../core/publisher/mapping/mapping';
import type { FrameworkSpec } from '../frameworks/spec';

/** What an input turned out to be. */
export type Found =
  | { readonly kind: 'release'; readonly release: Release }
  | { readonly kind: 'mapping'; readonly spec: FrameworkSpec; readonly mapping: MappingFile }
  | { readonly kind: 'editions'; readonly spec: FrameworkSpec; readonly table: EditionTable }
  | { readonly kind: 'crosswalk'; readonly spec: FrameworkSpec; readonly crosswalk: Crosswalk }
  | { readonly kind: 'sister'; readonly spec: FrameworkSpec; readonly sister: SisterRecord }
  | { readonly kind: 'earlier'; readonly spec: FrameworkSpec; readonly earlier: EarlierRecord }
  | { readonly kind: 'skipped'; readonly why: string };

export type Imported = Exclude<Found, { kind: 'skipped' }>;

export type FoundOf<K extends Found['kind']> = Extract<Found, { kind: K }>;

/** Those of one kind, to filter by. */
export function isKind<K extends Found['kind']>(kind: K) {
  return (found: Found): found is FoundOf<K> => found.kind === kind;
}

/** What the log says of an input. */
export function describe(found: Found): string {
  switch (found.kind) {
    case 'release':
      return `ATT&CK ${found.release.domain} ${found.release.version}, ${found.release.observations.length} objects`;
    case 'mapping':
      return `${found.mapping.rows.length} rows, ${found.mapping.skipped} skipped (no capability or no type), ${found.mapping.unmappable.length} techniques not mappable`;
    case 'editions':
      return `${found.table.controls.length} controls in ${found.table.editions.length} editions`;
    case 'crosswalk':
      return `${found.crosswalk.steps.length} steps from ${found.crosswalk.edition} to ${found.crosswalk.toEdition}`;
    case 'sister':
      return `${found.sister.ids.length} ids of the ${found.sister.name}`;
    case 'earlier':
      return `${found.earlier.ids.length} ids of the edition ${found.earlier.edition}`;
    case 'skipped':
      break;
  }
  return `skipped, ${found.why}`;
}
