import type { Fields } from '../values/fields';
import { flagAt } from '../values/fields';
import type { Result } from '../values/result';
import { succeed, wrong } from '../values/result';

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
  if (type !== 'mitigates' && type !== 'revoked-by') return succeed(undefined);
  const revoked = flagAt(fields, 'revoked');
  const deprecated = flagAt(fields, 'x_mitre_deprecated');
  if (!revoked.ok) return revoked;
  if (!deprecated.ok) return deprecated;
  if (revoked.value || deprecated.value) return succeed(undefined);
  const { source_ref: source, target_ref: target } = fields;
  if (typeof source !== 'string' || typeof target !== 'string') return wrong('joins nothing');
  return succeed({ type, source, target, inferred: fields['x_provenance'] === INFERRED });
}
