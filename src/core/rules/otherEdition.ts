import type { CanonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { LegacyControl, OtherEdition } from '../resolution/resolve';
import { listed, message } from '../text/message';
import { eachReference, type Rule, type Verdict } from './rule';

export const otherEdition: Rule = {
  id: 'other-edition',
  title: 'ID of another edition',
  description: 'A control ID that another edition has, but not the edition that the document follows.',
  defaultSeverity: 'information',
  judge: eachReference(({ reference, resolution }, { knowledge }) => {
    if (reference.implied && reference.span === reference.range) return undefined; // the ends of a range tell it
    switch (resolution.kind) {
      case 'other-edition':
        return renumbered(knowledge, resolution);
      case 'legacy':
        return legacy(knowledge, resolution);
      case 'control':
        return reference.edition?.source === 'only-edition'
          ? onlyElsewhere(knowledge, resolution.id, resolution.edition)
          : undefined;
      default:
        return undefined;
    }
  }),
};

type Judgement = Omit<Verdict, 'reference'> | undefined;

/** IVS-09 where CCM 4.1 is declared: there it is I&S-09. */
function renumbered({ ccm }: KnowledgeBase, { id, edition, readings }: OtherEdition): Judgement {
  const [reading] = readings;
  if (!reading) return undefined;
  const title = ccm.title(reading.control, reading.edition);
  const here = reading.control.ids[edition] as CanonicalId | undefined;
  const found = ccm.label(reading.edition);
  const wanted = ccm.label(edition);
  return here
    ? {
        replacements: [here],
        message: message(
          '{0} is a {1} ID ({2}). In {3}, this control is {4}.',
          id,
          found,
          title,
          wanted,
          here,
        ),
      }
    : {
        message: message("{0} is a {1} ID ({2}). {3} doesn't have this control.", id, found, title, wanted),
      };
}

function legacy({ ccm }: KnowledgeBase, { id, edition, record }: LegacyControl): Judgement {
  const label = `CCM ${edition}`;
  if (!record || record.successors.length === 0)
    return { message: message('{0} is a {1} ID. That edition has no mapping of its own.', id, label) };
  return {
    replacements: record.successors as readonly CanonicalId[],
    message: message(
      '{0} is a {1} ID. In {2}, see {3}.',
      id,
      label,
      ccm.label(record.toEdition),
      listed(record.successors),
    ),
  };
}

/** IVS-09 where nothing is declared: only CCM 4.0 has it. */
function onlyElsewhere({ ccm }: KnowledgeBase, id: CanonicalId, edition: string): Judgement {
  const control = ccm.byId(edition, id);
  const [newest] = ccm.published;
  if (!control || !newest || newest.id === edition) return undefined;
  const now = control.ids[newest.id] as CanonicalId | undefined;
  return now
    ? {
        replacements: [now],
        message: message(
          '{0} is a {1} ID. In {2}, this control is {3}.',
          id,
          ccm.label(edition),
          newest.label,
          now,
        ),
      }
    : {
        message: message(
          "{0} is a {1} ID. {2} doesn't have this control.",
          id,
          ccm.label(edition),
          newest.label,
        ),
      };
}
