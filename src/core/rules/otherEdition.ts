import type { CanonicalId } from '../identifiers/grammar';
import type { LegacyRecord } from '../knowledge/records';
import { withdrawnText } from '../resolution/unresolved';
import type { ControlFound, LegacyControl, OtherEdition } from '../resolution/resolve';
import { listed, message } from '../text/message';
import { eachReference, type Rule, type Verdict } from './rule';

export const otherEdition: Rule = {
  id: 'other-edition',
  title: 'ID of another edition',
  description: 'A control ID that another edition has, but not the edition that the document follows.',
  defaultSeverity: 'information',
  judge: eachReference(({ reference, resolution }) => {
    if (reference.implied && reference.span === reference.range) return undefined; // the ends of a range tell it
    switch (resolution.kind) {
      case 'other-edition':
        return renumbered(resolution);
      case 'legacy':
        return legacy(resolution);
      case 'control':
        return reference.edition?.source === 'only-edition' ? onlyElsewhere(resolution) : undefined;
      default:
        return undefined;
    }
  }),
};

type Judgement = Omit<Verdict, 'reference'> | undefined;

/** IVS-09 where edition 4.1 is declared: there it is I&S-09. */
function renumbered({ framework, id, edition, readings }: OtherEdition): Judgement {
  const [reading] = readings;
  if (!reading) return undefined;
  const title = framework.title(reading.control, reading.edition);
  const here = reading.control.ids[edition] as CanonicalId | undefined;
  const found = framework.label(reading.edition);
  const wanted = framework.label(edition);
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

function legacy({ framework, id, edition, record }: LegacyControl): Judgement {
  const label = framework.label(edition);
  if (record?.isWithdrawn === true) return withdrawn(id, label, record);
  if (!record || record.successors.length === 0)
    return { message: message('{0} is a {1} ID. That edition has no mapping of its own.', id, label) };
  return {
    replacements: record.successors as readonly CanonicalId[],
    message: message(
      '{0} is a {1} ID. In {2}, see {3}.',
      id,
      label,
      framework.label(record.toEdition),
      listed(record.successors),
    ),
  };
}

/** AC-13, which NIST SP 800-53 Rev. 5 has no more. */
function withdrawn(id: CanonicalId, label: string, { successors }: LegacyRecord): Judgement {
  return {
    replacements: successors as readonly CanonicalId[],
    message: message('{0}: {1}.', id, withdrawnText(label, successors)),
  };
}

/** IVS-09 where nothing is declared: only edition 4.0 has it. */
function onlyElsewhere({ framework, control, id, edition }: ControlFound): Judgement {
  const [newest] = framework.published;
  if (!newest || newest.id === edition) return undefined;
  const now = control.ids[newest.id] as CanonicalId | undefined;
  return now
    ? {
        replacements: [now],
        message: message(
          '{0} is a {1} ID. In {2}, this control is {3}.',
          id,
          framework.label(edition),
          newest.label,
          now,
        ),
      }
    : {
        message: message(
          "{0} is a {1} ID. {2} doesn't have this control.",
          id,
          framework.label(edition),
          newest.label,
        ),
      };
}
