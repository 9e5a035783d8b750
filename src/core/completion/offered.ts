import type { Analysis } from '../analysis/analysis';
import type { Surroundings } from '../analysis/editionAt';
import type { Framework } from '../knowledge/framework';
import type { Wanted } from './wanted';

/** The frameworks whose controls are offered at a place. */
export function offeredFrameworks(
  analysis: Analysis,
  wanted: Wanted,
  around: Surroundings,
): ReadonlySet<Framework> {
  const all = [...analysis.knowledge.frameworks.values()];
  return new Set(all.filter((each) => isOffered(analysis, wanted, around, each)));
}

function isOffered(
  { settings }: Analysis,
  wanted: Wanted,
  around: Surroundings,
  { key, descriptor }: Framework,
): boolean {
  if (wanted.framework !== undefined && wanted.framework !== key) return false;
  const { side, isNamedNear } = around.contextOf(key);
  if (descriptor.mustBeNamed) return isNamedNear || wanted.framework === key;
  const assume = settings.frameworks[key]?.assume ?? 'auto';
  if (assume === 'always') return true;
  return side !== 'other' && (assume !== 'never' || side !== undefined);
}
