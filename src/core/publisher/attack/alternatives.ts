import { sortedSet } from '../values/order';

const ADVICE = 'Please use';
/** `https://attack.mitre.org/techniques/T1574/007` */
const TECHNIQUE_LINK = /\/techniques\/(T\d{4})(?:\/(\d{3}))?/g;

/** The techniques that the description of a deprecated one links to after "Please use", up to the end of the line. */
export function alternativesIn(description: string): string[] {
  const start = description.indexOf(ADVICE);
  if (start < 0) return [];
  const [advice = ''] = description.slice(start).split(/[\r\n]/, 1);
  const links = advice.matchAll(TECHNIQUE_LINK);
  return sortedSet([...links].map(([, id = '', sub]) => (sub === undefined ? id : `${id}.${sub}`)));
}
