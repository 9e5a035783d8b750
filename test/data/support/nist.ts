import type { Fields } from '../../../src/core/publisher/values/fields';

/** A row of the mapping file; without a control it says that the technique is not mappable. */
export function nistRow(control: string | null, technique: string): Fields {
  return {
    capability_id: control,
    capability_description: control === null ? null : `Title of ${control}`,
    mapping_type: control === null ? null : 'mitigates',
    attack_object_id: technique,
    references: [],
    status: control === null ? 'non_mappable' : 'complete',
  };
}

export function nistMappingJson(rows: readonly Fields[]): Fields {
  return {
    metadata: {
      mapping_framework: 'nist_800_53',
      mapping_framework_version: 'rev5',
      technology_domain: 'enterprise',
      attack_version: '16.1',
      creation_date: '01/13/2022',
      last_update: '04/16/2025',
      capability_groups: { AC: 'Access Control' },
    },
    mapping_objects: rows,
  };
}
