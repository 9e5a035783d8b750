import type { Place } from '../documents/place';

const SAMPLE_KEY = /^(?:tests?|unit_?tests?|logs?|raw_?logs?|events?|samples?|payloads?)$/i;

/** Below a key of tests, logs or events: what a log said when it was written stays as it is. */
export function isInSample({ keys }: Place): boolean {
  return keys.some(({ name }) => SAMPLE_KEY.test(name));
}
