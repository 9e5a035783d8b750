/** Whether this is `npm run test:long`, which runs each random test many more times. */
export const isLong = process.env['CONTROL_LENS_LONG'] === '1';

/** How many rounds a random test runs: `few` in `npm test`, `many` in `npm run test:long`. */
export function rounds(few: number, many: number): number {
  return isLong ? many : few;
}

/** The numbers from 1 on, each the seed of a random test of its own. */
export function seeds(few: number, many: number): number[] {
  return Array.from({ length: rounds(few, many) }, (_, index) => index + 1);
}
