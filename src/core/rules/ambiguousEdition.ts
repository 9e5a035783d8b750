import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId, Framework, Reading } from '../knowledge/framework';
import type { Reference } from '../recognition/reference';
import type { ControlFound } from '../resolution/resolve';
import { counted, listed, message, type Message } from '../text/message';
import type { Rule, RuleContext } from './rule';

interface Ambiguous {
  readonly reference: Reference;
  readonly resolution: ControlFound;
}

export const ambiguousEdition: Rule = {
  id: 'ambiguous-edition',
  title: 'No edition declared',
  description:
    "Control IDs that mean different controls in different editions, in a document that doesn't say which edition it follows. Reported once per document.",
  defaultSeverity: 'information',
  judge: (context) => {
    const found = ambiguousIn(context);
    const [first] = found;
    if (!first) return [];
    const editions = first.resolution.framework.published.map(({ id }) => id);
    return [{ reference: first.reference, message: messageFor(first, found), declare: editions }];
  },
};

function ambiguousIn({ resolved }: RuleContext): Ambiguous[] {
  return resolved.flatMap(({ reference, resolution }) =>
    resolution.kind === 'control' &&
    resolution.otherReadings.length > 0 &&
    reference.edition?.source === 'default'
      ? [{ reference, resolution }]
      : [],
  );
}

/** The edition by which readers know the numbering: a published one where it agrees with the mapping file. */
function publishedAs(framework: Framework, id: CanonicalId, { control, edition }: Reading): EditionId {
  const same = framework.published.find((each) => framework.byId(each.id, id)?.key === control.key);
  return same?.id ?? edition;
}

function messageFor(first: Ambiguous, found: readonly Ambiguous[]): Message {
  const { framework, id, edition, control, otherReadings } = first.resolution;
  const readings = [{ edition, control }, ...otherReadings].map(
    (reading) =>
      `${framework.title(reading.control, reading.edition)} (${framework.label(publishedAs(framework, id, reading))})`,
  );
  const more = new Set(found.map(({ reference }) => reference.id)).size - 1;
  return more === 0
    ? message("{0} means {1}. The document doesn't say which edition it follows.", id, listed(readings, 'or'))
    : message(
        "{0} means {1}. The document doesn't say which edition it follows. This also affects {2}.",
        id,
        listed(readings, 'or'),
        counted(more, 'other ID'),
      );
}
