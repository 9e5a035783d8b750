import type { FrameworkRecord } from '../../core/knowledge/records';
import type { MappingSpec } from '../../core/publisher/mapping/spec';
import type { Catalog } from './catalog';

/** What the importer has to be told of a framework, because no file says it. */
export interface FrameworkSpec extends MappingSpec {
  readonly record: FrameworkRecord;
  /** `ccm.json` */
  readonly file: string;
  /** `CCM`, as in `CCM 4.0`. */
  readonly shortName: string;
  /** Its controls, where no input has a table of its editions. */
  readonly catalog?: Catalog;
  /** By the key that the id list's file name starts with. */
  readonly sisters: ReadonlyMap<string, string>;
  readonly licence: string;
  readonly licenceUrl: string;
}
