import type { FrameworkRecord } from '../../core/knowledge/records';
import type { Catalog } from './catalog';

/** What the importer has to be told of a framework, because no file says it. */
export interface FrameworkSpec {
  readonly record: FrameworkRecord;
  /** `ccm.json` */
  readonly file: string;
  /** `CCM`, as in `CCM 4.0`. */
  readonly shortName: string;
  /** What the mapping file calls it: `csa_ccm`. */
  readonly explorerId: string;
  /** What the addresses of the Mappings Explorer call it, where that is another name: `nist`. */
  readonly siteId?: string;
  readonly mappingPublisher: string;
  /** A control's id; its first group is the code of the domain. */
  readonly controlId: RegExp;
  /** The canonical id of one as the mapping file writes it: `AC-02` gives `AC-2`. */
  readonly idOf?: (written: string) => string;
  /** Its controls, where no input has a table of its editions. */
  readonly catalog?: Catalog;
  /** By the key that the id list's file name starts with. */
  readonly sisters: ReadonlyMap<string, string>;
  readonly licence: string;
  readonly licenceUrl: string;
}
