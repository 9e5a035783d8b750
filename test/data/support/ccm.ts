import type { EditionTable } from '../../../src/data/frameworks/editions';
import { readEditionTable } from '../../../src/data/frameworks/editions';
import { CCM } from '../../../src/data/frameworks/ccm';
import type { MappingFile } from '../../../src/core/publisher/mapping/mapping';
import { readMapping } from '../../../src/core/publisher/mapping/mapping';
import { readTable } from '../../../src/data/frameworks/table';
import type { Fields } from '../../../src/core/publisher/values/fields';
import { valueOf } from './results';

const HEADER = ['id_4_1', 'id_4_0', 'id_in_mapping_file', 'title_4_1', 'title_4_0', 'title_in_mapping_file'];

/** Ids in 4.1, 4.0 and the mapping file; an edition that lacks the control has none. Titles are `Title of <id>`. */
export type Ids = readonly [string, string, string];

export function editionsText(...controls: readonly Ids[]): string {
  const rows = controls.map((ids) => ids.concat(ids.map((id) => (id === '' ? '' : titleOf(id)))));
  return [HEADER, ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
}

export function editions(...controls: readonly Ids[]): EditionTable {
  return valueOf(readEditionTable(readTable(editionsText(...controls)), CCM));
}

export function titleOf(id: string): string {
  return `Title of ${id}`;
}

/** A row of a mapping file; without a technique it is not mappable. */
export function row(control: string, techniqueId?: string, more: Fields = {}): Fields {
  return {
    capability_id: control,
    capability_description: titleOf(control),
    mapping_type: techniqueId === undefined ? 'non_mappable' : 'mitigates',
    attack_object_id: techniqueId ?? null,
    references: [],
    ...more,
  };
}

export function mappingJson(rows: readonly Fields[], metadata: Fields = {}): Fields {
  return {
    metadata: {
      mapping_framework: 'csa_ccm',
      mapping_framework_version: '4.1',
      technology_domain: 'enterprise',
      attack_version: '17.1',
      creation_date: '07/29/2025',
      last_update: '01/27/2026',
      capability_groups: { IAM: 'Identity', 'I&S': 'Infrastructure', HRS: 'People', UEM: 'Endpoints' },
      ...metadata,
    },
    mapping_objects: rows,
  };
}

export function mapping(...rows: readonly Fields[]): MappingFile {
  return valueOf(readMapping('mapping.json', mappingJson(rows), CCM));
}
