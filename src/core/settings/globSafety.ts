/** More stars in one part of a path, or in all, would try more places than a name has atoms. */
const MAX_STARS_IN_PART = 3;
const MAX_STARS = 16;
const MAX_BRACES = 8;

/**
 * Whether a glob is matched in time that grows with the path: `*a*a*a*a*ab` takes seconds on a name of 200 letters. Globs come
 * from workspaces that need not be trusted.
 */
export function isSafeGlob(glob: string): boolean {
  const parts = glob.split('/');
  const starsIn = (text: string): number => text.split(/\*+/).length - 1;
  const braces = glob.split('{').length - 1;
  return (
    braces <= MAX_BRACES &&
    starsIn(glob) <= MAX_STARS &&
    parts.every((part) => part === '**' || starsIn(part) <= MAX_STARS_IN_PART)
  );
}
