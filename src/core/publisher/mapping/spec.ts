import type { MappingNames } from '../../frameworks/descriptor';
import { FRAMEWORKS } from '../../frameworks/registry';
import type { FrameworkRecord } from '../../knowledge/records';

/** What is needed of a framework to read its mapping file. */
export interface MappingSpec extends MappingNames {
  readonly record: Pick<FrameworkRecord, 'key' | 'name'>;
}

/** Of every framework that this program knows. */
export const MAPPING_SPECS: readonly MappingSpec[] = FRAMEWORKS.map(({ key, words, mapping }) => ({
  record: { key, name: words.short },
  ...mapping,
}));
