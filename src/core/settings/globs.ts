import picomatch from 'picomatch';
import { isSafeGlob } from './globSafety';
import type { Settings } from './settings';

export type PathTest = (path: string) => boolean;

/** Tests whether a path, relative to its workspace folder and with `/`, is checked. Keep the test: it costs to make. */
export function inclusionTest({ include, exclude }: Pick<Settings, 'include' | 'exclude'>): PathTest {
  const [isIn, isOut] = [globTest(include), globTest(exclude)];
  return (path) => (include.length === 0 || isIn(path)) && !isOut(path);
}

/** Tests whether one of the globs matches a path. One that isn't valid, or would take too long, matches nothing. */
export function globTest(globs: readonly string[]): PathTest {
  const tests = globs.map(compile);
  return (path) => tests.some((test) => test(path));
}

function compile(glob: string): PathTest {
  if (!isSafeGlob(glob)) return () => false;
  try {
    return picomatch(glob, { dot: true, noextglob: true, maxLength: 300, windows: false });
  } catch {
    return () => false;
  }
}
