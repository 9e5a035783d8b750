import picomatch from 'picomatch';
import { isSafeGlob } from './globSafety';
import type { Settings } from './settings';

type Matcher = (path: string) => boolean;
const matchers = new Map<string, Matcher>();
const MOST_MATCHERS = 500;

/** Whether a path, relative to its workspace folder and with `/`, is looked at. */
export function isIncluded(
  path: string,
  { include, exclude }: Pick<Settings, 'include' | 'exclude'>,
): boolean {
  const matches = (glob: string): boolean => matchesGlob(glob, path);
  return (include.length === 0 || include.some(matches)) && !exclude.some(matches);
}

/** A glob that isn't valid, or would take too long, matches nothing. */
export function matchesGlob(glob: string, path: string): boolean {
  return matcherFor(glob)(path);
}

function matcherFor(glob: string): Matcher {
  const known = matchers.get(glob);
  if (known) return known;
  if (matchers.size >= MOST_MATCHERS) matchers.clear();
  const matcher = compile(glob);
  matchers.set(glob, matcher);
  return matcher;
}

function compile(glob: string): Matcher {
  if (!isSafeGlob(glob)) return () => false;
  try {
    return picomatch(glob, { dot: true, noextglob: true, maxLength: 300, windows: false });
  } catch {
    return () => false;
  }
}
