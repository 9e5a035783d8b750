import { capitalized } from '../text/message';
import { line, type Block } from '../text/blocks';
import type { ControlLine } from '../coverage/controls';
import type { TechniqueLine } from '../coverage/techniques';
import { ROLE_WORDS, STATE_WORDS } from '../coverage/words';
import { citedWords } from './words';

/** `Addressed by a cited control: 2 of 7 mapped controls cited.` `entityBlocks` tells already where none is mapped. */
export function stateBlocks(technique: TechniqueLine): Block[] {
  const { state, mapped } = technique;
  return mapped.length === 0
    ? []
    : [line(`${capitalized(STATE_WORDS[state])}: ${citedWords(technique).text}.`)];
}

/** `Cited, mapped only to techniques not named here.` `entityBlocks` tells already where it has no mapping. */
export function roleBlocks({ role, assessment }: ControlLine): Block[] {
  return assessment === 'mapped' ? [line(`${capitalized(ROLE_WORDS[role])}.`)] : [];
}
