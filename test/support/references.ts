import assert from 'node:assert/strict';
import { PolicyDocument } from '../../src/core/documents/document';
import {
  DEFAULT_RECOGNITION,
  findReferences,
  type RecognitionOptions,
} from '../../src/core/recognition/recognize';
import type { Reference } from '../../src/core/recognition/reference';
import { certaintyOf } from '../../src/core/recognition/scoring';
import { realKnowledge } from './knowledge';
import { unmark, withLineEnds } from './marked';

export function referencesIn(
  languageId: string,
  text: string,
  options: Partial<RecognitionOptions> = {},
): Reference[] {
  const document = new PolicyDocument(text, languageId);
  return findReferences(document, realKnowledge(), { ...DEFAULT_RECOGNITION, ...options });
}

/** Those that are written out. */
export function writtenIn(
  languageId: string,
  text: string,
  options: Partial<RecognitionOptions> = {},
): Reference[] {
  return referencesIn(languageId, text, options).filter(({ implied }) => !implied);
}

/** How a test writes a reference down: `IAM-13 certain`. */
export type Describe = (reference: Reference) => string;

export const byCertainty: Describe = ({ id, certainty }) => `${id} ${certainty}`;

/** `IAM-13 4.0 by column` */
export const byEdition: Describe = ({ id, edition }) => `${id} ${edition?.edition} by ${edition?.source}`;

/** `IAM-13 known-control+ something-else-before-` */
export const byEvidence: Describe = ({ id, evidence }) =>
  [id, ...evidence.map(({ clue, weight }) => `${clue}${weight > 0 ? '+' : '-'}`)].join(' ');

/**
 * The marks of a text are its written references, no more and no fewer, and each is as its mark expects, and as sure
 * as its evidence adds up to; with LF and with CRLF.
 */
export function assertReferences(
  languageId: string,
  marked: string,
  describe: Describe,
  options: Partial<RecognitionOptions> = {},
): void {
  for (const end of ['\n', '\r\n']) {
    const { text, marks } = unmark(withLineEnds(marked, end));
    const references = writtenIn(languageId, text, options);
    assert.deepEqual(
      references.map(describe),
      marks.map(({ expected }) => expected),
    );
    assert.deepEqual(
      references.map(({ span }) => span),
      marks.map(({ span }) => span),
    );
    assert.deepEqual(
      references.map((reference) => reference.text),
      marks.map((mark) => mark.text),
    );
    assert.deepEqual(
      references.map(({ certainty }) => certainty),
      references.map(({ evidence }) => certaintyOf(evidence.reduce((sum, { weight }) => sum + weight, 0))),
      'what is weighed only where it is needed',
    );
  }
}
