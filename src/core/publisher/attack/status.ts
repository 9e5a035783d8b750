import type { AttackStatus } from '../../knowledge/records';
import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Fields } from '../values/fields';
import { flagAt } from '../values/fields';
import { together } from '../values/results';

/** A revoked object has a successor, which says more than that it is deprecated too. */
export function statusOf(fields: Fields): Result<AttackStatus> {
  const flags = together({
    revoked: flagAt(fields, 'revoked'),
    deprecated: flagAt(fields, 'x_mitre_deprecated'),
  });
  if (!flags.ok) return flags;
  if (flags.value.revoked) return success('revoked');
  return success(flags.value.deprecated ? 'deprecated' : 'current');
}

/** Neither revoked nor deprecated. */
export function isCurrent(fields: Fields): Result<boolean> {
  const status = statusOf(fields);
  return status.ok ? success(status.value === 'current') : status;
}
