import type { Analysis } from '../analysis/analysis';
import { frameworksNamedIn } from '../frameworks/names';
import type { Framework } from '../knowledge/framework';
import type { ContextPiece } from '../recognition/pieces';
import { sideOf } from '../recognition/weights';
import type { Wanted } from './wanted';

/** How far before an id the name of its framework may be. */
const MAX_DISTANCE = 600;

/** The frameworks whose controls are offered at a place. */
export function offeredFrameworks(
  analysis: Analysis,
  wanted: Wanted,
  pieces: readonly ContextPiece[],
): ReadonlySet<Framework> {
  const near = frameworksNear(analysis, wanted);
  const all = [...analysis.knowledge.frameworks.values()];
  return new Set(all.filter((each) => isOffered(analysis, wanted, pieces, each, near)));
}

function isOffered(
  { settings }: Analysis,
  wanted: Wanted,
  pieces: readonly ContextPiece[],
  { key, descriptor }: Framework,
  near: ReadonlySet<string>,
): boolean {
  if (wanted.framework !== undefined && wanted.framework !== key) return false;
  if (descriptor.mustBeNamed) return near.has(key) || wanted.framework === key;
  const assume = settings.frameworks[key]?.assume ?? 'auto';
  if (assume === 'always') return true;
  const nearest = nearestSide(key, pieces);
  return nearest !== 'other' && (assume !== 'never' || nearest !== undefined);
}

/** Whether what is named nearest is the family or another one whose ids look the same. */
export function nearestSide(family: string, pieces: readonly ContextPiece[]): ReturnType<typeof sideOf> {
  return pieces
    .map(({ scope, mentions }) => sideOf(family, scope, mentions))
    .find((side) => side !== undefined);
}

/** What the nearest of header, keys, lead-in, headings and text before names. */
function frameworksNear({ document }: Analysis, { place, span }: Wanted): ReadonlySet<string> {
  const texts = [
    place.cell?.header ?? '',
    ...place.keys.map(({ name }) => name),
    place.leadIn ?? '',
    ...place.headings.map(({ text }) => text),
    document.text.slice(Math.max(0, span.start - MAX_DISTANCE), span.start),
  ];
  return texts.map(frameworksNamedIn).find(({ size }) => size > 0) ?? new Set();
}
