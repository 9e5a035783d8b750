import type { FrameworkDescriptor } from './descriptor';
import { FRAMEWORKS } from './registry';

const LABEL_TAIL = /(?: star)?(?: (?:controls?|ids?|refs?|references?|mapping))?$/;

/** The keys of the frameworks that a text names: a header, a key, a heading, a label, or a whole document. */
export function frameworksNamedIn(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  return new Set(FRAMEWORKS.filter((each) => isNamedIn(each, words)).map(({ key }) => key));
}

/** `words` has a space on either side. */
function isNamedIn({ names }: FrameworkDescriptor, words: string): boolean {
  const own = names.lookAlikes.reduce((rest, other) => rest.replaceAll(` ${other} `, '  '), words);
  if (names.anywhere.some((name) => own.includes(` ${name} `))) return true;
  const label = own.trim();
  return label.length > 0 && names.asLabel.includes(label.replace(LABEL_TAIL, ''));
}

/** Small letters and digits, one space around each word: `csaCcm_4.1` gives ` csa ccm 4 1 `. */
function wordsOf(text: string): string {
  const words = text.replace(/([a-z])(?=[A-Z][a-z])/g, '$1 ').toLowerCase();
  return ` ${words.replace(/[^\p{L}\p{N}&]+/gu, ' ').trim()} `;
}
