import { joinedMessages, message, type Message } from '../text/message';
import type { ControlRole } from './controls';
import type { CoverageCounts } from './coverage';
import type { TechniqueState } from './techniques';

/** How a reader is told of each state. */
export const STATE_WORDS: Readonly<Record<TechniqueState, string>> = {
  addressed: 'addressed by a cited control',
  gap: 'open',
  'no-mapped-control': 'without mapped controls',
};

export const ROLE_WORDS: Readonly<Record<ControlRole, string>> = {
  addressing: 'cited, mapped to a technique named here',
  unneeded: 'cited, mapped only to techniques not named here',
  'without-mapping': 'cited, without a mapping',
  'not-cited': 'not cited, mapped to a technique named here',
};

/** `31 techniques: 12 addressed by a cited control, 15 open, 4 without mapped controls`. */
export function countsMessage(counts: CoverageCounts): Message {
  const { techniques, addressed, gaps, withoutMappedControl } = counts;
  if (techniques === 0) return message('No techniques');
  const rest = [addressed, gaps, withoutMappedControl].map(String);
  return techniques === 1
    ? message('1 technique: {0} addressed by a cited control, {1} open, {2} without mapped controls', ...rest)
    : message(
        '{0} techniques: {1} addressed by a cited control, {2} open, {3} without mapped controls',
        String(techniques),
        ...rest,
      );
}

/** `31 techniques: 12 addressed by a cited control, 15 open`: for a lens, which is one line. Zeros are left out. */
export function briefCountsMessage(counts: CoverageCounts): Message {
  const { techniques, addressed, gaps, withoutMappedControl } = counts;
  if (techniques === 0) return countsMessage(counts);
  const parts = [
    message('{0} addressed by a cited control', String(addressed)),
    message('{0} open', String(gaps)),
    message('{0} not mapped', String(withoutMappedControl)),
  ].filter(({ values }) => values[0] !== '0');
  const all = techniques === 1 ? message('1 technique') : message('{0} techniques', String(techniques));
  return joinedMessages([all, joinedMessages(parts, ', ')], ': ');
}

/** `22 controls cited: 15 mapped to a technique named here, 4 mapped only to others, 3 without a mapping`. */
export function controlCountsMessage(counts: CoverageCounts): Message {
  const { controls, addressing, unneeded, withoutMapping } = counts;
  if (controls === 0) return message('No controls cited');
  const rest = [addressing, unneeded, withoutMapping].map(String);
  return controls === 1
    ? message(
        '1 control cited: {0} mapped to a technique named here, {1} mapped only to techniques not named here, {2} without a mapping',
        ...rest,
      )
    : message(
        '{0} controls cited: {1} mapped to a technique named here, {2} mapped only to techniques not named here, {3} without a mapping',
        String(controls),
        ...rest,
      );
}

/** `31 techniques, 15 open`: where there is room for little. */
export function openMessage({ techniques, gaps }: CoverageCounts): Message {
  if (techniques === 0) return message('No techniques');
  const open = String(gaps);
  return techniques === 1
    ? message('1 technique, {0} open', open)
    : message('{0} techniques, {1} open', String(techniques), open);
}

/** `Citing IAM-14 would address 12 of the 31 open techniques`. */
export function suggestionMessage(label: string, addresses: number, open: number): Message {
  if (open === 1) return message('Citing {0} would address the open technique', label);
  if (addresses === open)
    return message('Citing {0} would address all {1} open techniques', label, String(open));
  return message(
    'Citing {0} would address {1} of the {2} open techniques',
    label,
    String(addresses),
    String(open),
  );
}

/** `Citing IAM-14 would address 12 of 31 open`: for a lens. */
export function briefSuggestionMessage(label: string, addresses: number, open: number): Message {
  if (addresses === open) return suggestionMessage(label, addresses, open);
  return message('Citing {0} would address {1} of {2} open', label, String(addresses), String(open));
}

/** Said once in every report. */
export const CAVEAT =
  'A mapping says that a control is relevant to a technique, and a citation says that a document names the control. Neither shows that the control is in place, or that anyone is protected.';
