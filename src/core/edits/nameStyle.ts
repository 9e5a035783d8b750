import { JOINTS, joinedBy, type KnownName } from '../documents/knownName';

const STYLES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
  inSentence,
];

/** The new name in the case and with the separators that the old one is written with; undefined where these are its own. */
export function inCaseOf({ text, name }: KnownName, newName: string): string | undefined {
  for (const join of JOINTS)
    for (const style of STYLES) if (join(style(name)) === text) return join(style(newName));
  return undefined;
}

/** A name in the case and with the separators of a text that is no name: `data-at-rest`, `Data at rest`, `DATA & LOGS`. */
export function inStyleOf(text: string, newName: string): string {
  const joint = /^[^\s_-]+([_-])\S+$/.exec(text)?.[1];
  const words = joint === undefined ? text : text.replaceAll(joint, ' ');
  const style = STYLES.slice(1).find((each) => each(words) === words);
  const styled = style ? style(newName) : newName;
  if (joint !== undefined) return joinedBy(joint, styled);
  return text.includes(' & ') ? styled.replace(/ and /gi, ' & ') : styled;
}

/** `CSC key management capability`: words in capitals stay. */
function inSentence(name: string): string {
  return name
    .split(' ')
    .map((word, index) => (index === 0 || word === word.toUpperCase() ? word : word.toLowerCase()))
    .join(' ');
}
