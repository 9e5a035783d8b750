import * as util from 'node:util';
import type { Severity } from '../core/rules/rule';

type Look = 'red' | 'yellow' | 'cyan' | 'gray' | 'bold' | 'green';

/** Gives a text a look, or leaves it as it is. */
export type Style = (look: Look, text: string) => string;

/** Node has `styleText` from 20.12 on; before it, nothing is colored. */
export function styleFor(hasColors: boolean): Style {
  const { styleText } = util as Partial<Pick<typeof util, 'styleText'>>;
  if (!hasColors || !styleText) return (_, text) => text;
  return (look, text) => styleText(look, text, { validateStream: false });
}

export const SEVERITY_LOOKS: Readonly<Record<Severity, Look>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'gray',
};
