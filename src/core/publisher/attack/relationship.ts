import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Fields } from '../values/fields';
import { textAt } from '../values/fields';
import { together } from '../values/results';
import { isCurrent } from './status';

/** A relation that holds, between two STIX ids. */
export interface Relationship {
  readonly type: 'mitigates' | 'revoked-by';
  readonly source: string;
  readonly target: string;
  /** The publisher did not name the successor. */
  readonly inferred: boolean;
}

const INFERRED = 'successor inferred from the name';

/** Undefined for what is not imported, and for a relation that was itself revoked or deprecated. */
export function readRelationship(fields: Fields): Result<Relationship | undefined> {
  const type = fields['relationship_type'];
  if (type !== 'mitigates' && type !== 'revoked-by') return success(undefined);
  const read = together({
    holds: isCurrent(fields),
    source: textAt(fields, 'source_ref'),
    target: textAt(fields, 'target_ref'),
  });
  if (!read.ok) return read;
  const { holds, source, target } = read.value;
  return success(holds ? { type, source, target, inferred: fields['x_provenance'] === INFERRED } : undefined);
}
