import type { Place } from '../documents/place';
import { oneOf, pattern } from '../text/pattern';

const NAMES = ['(?:unit_?)?test', '(?:raw_?)?log', 'event', 'sample', 'payload'];
const SAMPLE_KEY = pattern('i', '^', oneOf(...NAMES), 's?$');

/** Below a key of tests, logs or events: what a log said when it was written stays as it is. */
export function isInSample({ keys }: Place): boolean {
  return keys.some(({ name }) => SAMPLE_KEY.test(name));
}
