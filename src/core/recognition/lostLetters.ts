import type { PolicyDocument } from '../documents/document';
import { ATTACK, attackId, kindOf } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Reference } from './reference';
import { CERTAIN } from './scoring';

/** `attack.1562.001` has lost its T, in `attack.11136.001` it became a 1. */
const TAG = /(?<![\w.])attack\.1?(\d{4})(?:\.(\d{3}))?(?![\w.])/gi;
const PREFIX = 'attack.'.length;

/** Tags of techniques without the letter, if there is such a technique. In order. */
export function findLostLetters(document: PolicyDocument, { attack }: KnowledgeBase): Reference[] {
  return [...document.text.matchAll(TAG)].flatMap(
    ({ 0: tag, 1: digits = '', 2: sub, index }): Reference[] => {
      const id = attackId('T', digits, sub);
      const span = { start: index + PREFIX, end: index + tag.length };
      if (!id || !attack.has(id) || document.isStruck(span.start)) return [];
      return [
        {
          span,
          text: tag.slice(PREFIX),
          id,
          family: ATTACK,
          kind: kindOf(id).kind,
          malformed: true,
          certainty: 'certain',
          evidence: [{ clue: 'tag-without-letter', weight: CERTAIN, text: '' }],
          place: document.structure.placeAt(span.start),
          implied: false,
          edition: undefined,
          tail: undefined,
          range: undefined,
          linkText: undefined,
          mayBe: undefined,
        },
      ];
    },
  );
}
