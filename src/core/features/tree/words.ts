import type { Standing } from '../../resolution/subject';
import { message, type Message } from '../../text/message';
import type { ControlLine } from '../coverage/controls';
import type { TechniqueLine } from '../coverage/techniques';

/** `2 of 7 cited`, or that no control is mapped. */
export function citedWords({ mapped, cited }: TechniqueLine): Message {
  return mapped.length === 0
    ? message('no mapped control')
    : message('{0} of {1} cited', String(cited.length), String(mapped.length));
}

/** Beside a control; its tooltip tells more. */
export const UNMAPPED_BRIEFLY = { 'non-mappable': 'no mapping', 'not-assessed': 'not assessed' } as const;

/** `3 techniques here`: so many of those named, or why a control has no mapping. */
export function namedWords({ assessment, techniques }: ControlLine): Message {
  if (assessment !== 'mapped') return message(UNMAPPED_BRIEFLY[assessment]);
  if (techniques.length === 0) return message('no technique here');
  return techniques.length === 1
    ? message('1 technique here')
    : message('{0} techniques here', String(techniques.length));
}

/** `12 references in 3 documents` */
export function referencesWords(references: number, documents: number): Message {
  return documents === 1
    ? timesWords(references)
    : message('{0} references in {1} documents', String(references), String(documents));
}

export function timesWords(references: number): Message {
  return references === 1 ? message('1 reference') : message('{0} references', String(references));
}

/** The messages one after the other, with a dot between them. */
export function beside(...messages: readonly (Message | undefined)[]): Message | undefined {
  const told = messages.filter((each) => each !== undefined && each.text !== '') as Message[];
  if (told.length < 2) return told[0];
  let index = 0;
  const template = told.map((each) => each.template.replace(/\{(\d+)\}/g, () => `{${index++}}`)).join(' · ');
  return message(template, ...told.flatMap(orderedValues));
}

/** The values in the order that the template has them. */
function orderedValues({ template, values }: Message): string[] {
  return [...template.matchAll(/\{(\d+)\}/g)].map((match) => values[Number(match[1])] ?? '');
}

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  mapped: 'mapped',
  'non-mappable': 'no mapping: outside the scope of ATT&CK',
  'not-assessed': 'no mapping',
  stale: 'out of date',
  newer: 'newer than the data',
  foreign: 'of another framework',
  context: '',
  unknown: 'unknown',
};
