import type { PolicyDocument } from '../documents/document';
import { canonicalId } from '../identifiers/grammar';
import type { Reference } from '../recognition/reference';
import { listed, message, type Message } from '../text/message';
import type { Span } from '../text/span';
import type { Rule, RuleId, Verdict } from './rule';
import type { Directive, Slip, Suppressions } from './suppressions';

/** Judged by `unusedSuppressions` when the other rules are done; there is no reference to judge. */
export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  title: 'Suppression comment without effect',
  description:
    'A suppression comment that silences nothing: the finding is gone, the comment is in the wrong place, or a word of it is misspelled.',
  defaultSeverity: 'information',
  judge: () => [],
};

/** The begin of a report of ours, which silences itself whatever it lists. */
const REPORT = 'control-lens-report';
const BEGIN = 1500;

/**
 * What the comments of a document do not do, after every other rule asked them. In languages whose comments are not
 * read, any line may hold the words, as an example for instance: nothing is said there.
 */
export function unusedSuppressions(
  document: PolicyDocument,
  suppressions: Suppressions,
  judged: ReadonlySet<RuleId>,
): Verdict[] {
  if (document.kind === 'plain' || document.text.slice(0, BEGIN).includes(REPORT)) return [];
  const verdicts = [
    ...suppressions.slips().map((slip) => verdict(document, slip, slipMessage(slip))),
    ...suppressions.unused(judged).map((each) => verdict(document, each, unusedMessage(each))),
  ];
  return verdicts.filter(
    ({ reference }) => !suppressions.isSilencedByName(unusedSuppression.id, reference.place.line),
  );
}

function slipMessage({ kind, word, meant }: Slip): Message {
  return kind === 'rule'
    ? message("{0} isn't a rule. Did you mean {1}?", word, meant)
    : message("control-lens-{0} isn't a suppression comment. Did you mean control-lens-{1}?", word, meant);
}

function unusedMessage({ action, rules, isNamed }: Directive): Message {
  if (action === 'enable')
    return message('This comment ends nothing: no control-lens-disable comes before it.');
  return isNamed
    ? message('This comment silences nothing: no finding of {0} is there.', listed(rules, 'or'))
    : message('This comment silences nothing: no finding is there.');
}

/** A finding has a reference: here, the words of the comment, under an ID that no publisher has. */
function verdict(document: PolicyDocument, { start, end }: Span, text: Message): Verdict {
  const reference: Reference = {
    span: { start, end },
    text: document.text.slice(start, end),
    id: canonicalId('control-lens'),
    family: 'attack',
    kind: 'technique',
    malformed: false,
    tail: undefined,
    mayBe: undefined,
    certainty: 'certain',
    evidence: [],
    edition: undefined,
    place: document.structure.placeAt(start),
    range: undefined,
    linkText: undefined,
    implied: false,
  };
  return { reference, message: text };
}
