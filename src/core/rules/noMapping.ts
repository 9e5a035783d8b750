import { nameWithTitles } from '../resolution/openEdition';
import { isUnmappedInEveryEdition } from '../resolution/resolve';
import { counted, listed, message, type Message } from '../text/message';
import { nearnessIn } from './nearness';
import { eachReference, type Rule, type RuleContext, type Verdict } from './rule';
import { firstOfEach, quiet, subjectOf, summedUp, type Summary } from './summary';

const OUT_OF_SCOPE = 'No mapping for {0}: outside the scope of ATT&CK, according to the {1} mapping.';
const NOT_ASSESSED = 'No mapping for {0}: not assessed in the {1} mapping.';
const BOTH = 'No mapping for {0} (outside the scope of ATT&CK) and {1} (not assessed) in the {2} mapping.';
const ADVICE = ' Cite a mapped control as well, or silence the rule here.';
const OF_MANY = 'No mapping for {0} and {1} more of the {2} cited here.';

export const noMapping: Rule = {
  id: 'no-mapping',
  title: 'Control without a mapping',
  description:
    "A control that the published mapping connects to no ATT&CK technique: its publisher either found it out of scope or didn't assess it.",
  defaultSeverity: 'warning',
  judge: eachReference(({ reference, resolution }) => {
    if (resolution.kind !== 'control' || resolution.assessment === 'mapped') return undefined;
    const isDeclared = reference.edition?.source !== 'default';
    if (!isDeclared && !isUnmappedInEveryEdition(resolution)) return undefined;
    const { framework } = resolution;
    const name = nameWithTitles(resolution, reference.edition);
    const version = framework.mappedVersion;
    const template = resolution.assessment === 'non-mappable' ? OUT_OF_SCOPE : NOT_ASSESSED;
    return { message: message(template + ADVICE, name, version) };
  }),
  summarize: (verdicts, context) => (context.noMapping === 'each' ? verdicts : summarized(verdicts, context)),
  ofRange,
};

/** Near a technique each control is loud once, at its first place there; all others are summed up. */
function summarized(verdicts: readonly Verdict[], context: RuleContext): readonly Verdict[] {
  if (verdicts.length === 0) return [];
  const isNear = nearnessIn(context);
  const loud = new Set(firstOfEach(verdicts.filter(({ reference }) => isNear(reference))));
  const named = new Set([...loud].map(subjectOf));
  const near = verdicts.filter((verdict) => named.has(subjectOf(verdict)));
  const far = verdicts.filter((verdict) => !named.has(subjectOf(verdict)));
  const others = summedUp(far, summaryFor(context));
  return [...near.map((verdict) => (loud.has(verdict) ? verdict : quiet(verdict, brief))), ...others];
}

function summaryFor({ resolved }: RuleContext): Summary {
  const cited = new Set(resolved.filter(({ resolution }) => resolution.kind === 'control').map(subjectOf));
  return {
    brief,
    ofRange,
    ofMany: ({ reference }, more) =>
      message(OF_MANY, reference.id, String(more), counted(cited.size, 'control')),
  };
}

/** Without the advice, which the loud ones give. */
function brief({ template, values }: Message): Message {
  return message(template.replace(ADVICE, ''), ...values);
}

/** Both reasons in one sentence. */
function ofRange(verdicts: readonly Verdict[]): Message {
  const [outOfScope, notAssessed] = [OUT_OF_SCOPE, NOT_ASSESSED].map((template) =>
    listed(
      verdicts
        .filter((each) => each.message.template.startsWith(template))
        .map(({ reference }) => reference.id),
    ),
  );
  const { template = '', values = [] } = verdicts[0]?.message ?? {};
  const advice = template.endsWith(ADVICE) ? ADVICE : '';
  return message(BOTH + advice, outOfScope ?? '', notAssessed ?? '', values[1] ?? '');
}
