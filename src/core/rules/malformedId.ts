import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Reference } from '../recognition/reference';
import { message } from '../text/message';
import { eachReference, type Rule, type Verdict } from './rule';
import { eachOnce } from './summary';

export const malformedId: Rule = {
  id: 'malformed-id',
  title: 'Malformed ID',
  description:
    "An ID that Control Lens understands, but that isn't written as its publisher writes it: T1562.01, T1059-003, IAM-1. Other tools may not find it.",
  defaultSeverity: 'information',
  judge: eachReference(({ reference, resolution }, { knowledge }) => {
    if (reference.mayBe !== undefined) return eitherOf(reference, reference.mayBe, knowledge);
    const isOutdated = resolution.kind === 'attack' && resolution.facts.status !== 'current';
    if (!reference.malformed || reference.isName || resolution.kind === 'unknown' || isOutdated)
      return undefined;
    return {
      replacements: [reference.id],
      message: message('{0} should be written {1}.', reference.text, reference.id),
    };
  }),
  summarize: (verdicts) => eachOnce(verdicts, ({ reference }) => shapeOf(reference.text)),
};

/** `T0000:000` for `T1566:001`: a document that writes one so writes all of them so. */
function shapeOf(text: string): string {
  return text.replace(/\d/g, '0').replace(/[A-Za-z]/g, 'A');
}

/** A zero is lost, at the start of the number or at its end. */
function eitherOf(
  { id, text }: Reference,
  other: Reference['id'],
  { attack }: KnowledgeBase,
): Omit<Verdict, 'reference'> {
  const [first, second] = [id, other].map((each) => `${each} ${attack.name(each)}`);
  return {
    replacements: [id, other],
    message: message('{0} lacks a zero: it may be {1} or {2}.', text, first ?? '', second ?? ''),
  };
}
