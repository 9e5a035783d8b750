import type { ResolutionStatus } from '../resolution/subject';
import { joinedMessages, message, type Message } from '../text/message';
import type { ControlLine } from '../coverage/controls';
import type { TechniqueLine } from '../coverage/techniques';

/** `2 of 7`: the side bar has room for little beside a name. */
export function citedBriefly({ mapped, cited }: TechniqueLine): Message {
  return mapped.length === 0
    ? message('none mapped')
    : message('{0} of {1}', String(cited.length), String(mapped.length));
}

/** `2 of 7 mapped controls cited`, or that no control is mapped. */
export function citedWords({ mapped, cited }: TechniqueLine): Message {
  return mapped.length === 0
    ? message('no mapped control')
    : message('{0} of {1} mapped controls cited', String(cited.length), String(mapped.length));
}

/** Beside a control; its tooltip tells more. */
export const UNMAPPED_BRIEFLY = { 'non-mappable': 'no mapping', 'not-assessed': 'not assessed' } as const;

/** `3 of 19`: so many of the techniques that a control is mapped to are named; or that none is, or why it has none. */
export function namedBriefly(line: ControlLine): Message {
  const { assessment, role } = line;
  if (assessment !== 'mapped') return message(UNMAPPED_BRIEFLY[assessment]);
  return role === 'unneeded' ? message('no technique here') : message('{0} of {1}', ...namedCounts(line));
}

/** `3 of 19 mapped techniques named` */
export function namedWords(line: ControlLine): Message {
  const { assessment } = line;
  return assessment === 'mapped'
    ? message('{0} of {1} mapped techniques named', ...namedCounts(line))
    : message(UNMAPPED_BRIEFLY[assessment]);
}

function namedCounts({ framework, control, namedOfMapped }: ControlLine): [named: string, mapped: string] {
  const mapped = framework.techniquesOf(control).filter(({ technique }) => technique !== undefined);
  return [String(namedOfMapped), String(mapped.length)];
}

export function documentsWords(documents: number): Message {
  return documents === 1 ? message('1 document') : message('{0} documents', String(documents));
}

export function timesWords(references: number): Message {
  return references === 1 ? message('1 reference') : message('{0} references', String(references));
}

/** The messages one after the other, with a dot between them. */
export function beside(...messages: readonly (Message | undefined)[]): Message | undefined {
  const told = messages.filter((each) => each !== undefined && each.text !== '') as Message[];
  return told.length < 2 ? told[0] : joinedMessages(told, ' · ');
}

export const STATUS_WORDS: Readonly<Record<ResolutionStatus, string>> = {
  mapped: 'mapped',
  'non-mappable': 'no mapping',
  'not-assessed': 'no mapping',
  stale: 'out of date',
  newer: 'newer than the data',
  foreign: 'of another framework',
  context: '',
  unknown: 'unknown',
};
