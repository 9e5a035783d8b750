import type { PolicyDocument } from '../../documents/document';
import type { CanonicalId } from '../../identifiers/grammar';
import type { Reference } from '../../recognition/reference';
import { spelledAs } from '../spelling';

const ONE_DIGIT = /[-_\u2010-\u2015]\d(?:\.\d{1,2}|-M\d{1,2})?$/i;
const ZERO_BEFORE_DIGIT = /(?<=[-_\u2010-\u2015])0(?=\d(?:\.\d{1,2}|-M\d{1,2})?$)/i;

/** As `spelledAs`; a number without its zero goes on without, so that `IVS-3` comes back as it was. */
export function migratedAs(document: PolicyDocument, reference: Reference, id: CanonicalId): string {
  const spelled = spelledAs(document, reference, id);
  return ONE_DIGIT.test(reference.text) ? spelled.replace(ZERO_BEFORE_DIGIT, '') : spelled;
}
