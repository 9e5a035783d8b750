import type { FrameworkRecord } from '../../core/knowledge/records';

/** What the importer has to be told of a framework, because no file says it. */
export interface FrameworkSpec {
  readonly record: FrameworkRecord;
  /** `ccm.json` */
  readonly file: string;
  /** `CCM`, as in `CCM 4.0`. */
  readonly shortName: string;
  /** What the mapping file calls it: `csa_ccm`. */
  readonly explorerId: string;
  readonly mappingPublisher: string;
  /** A control's id; its first group is the code of the domain. */
  readonly controlId: RegExp;
  /** By the key that the id list's file name starts with. */
  readonly sisters: ReadonlyMap<string, string>;
  readonly licence: string;
  readonly licenceUrl: string;
}
