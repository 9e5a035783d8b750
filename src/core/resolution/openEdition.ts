import type { EditionChoice } from '../recognition/reference';
import { listed } from '../text/message';
import type { ControlFound } from './resolve';

/** True if nothing says which edition is meant, and the editions differ on the control. */
export function isOpen({ otherReadings }: ControlFound, choice: EditionChoice | undefined): boolean {
  return choice?.source === 'default' && otherReadings.length > 0;
}

/** `IAM-14 Strong Authentication or Credentials Management` if it is open which of them is meant, else with its title. */
export function nameWithTitles(found: ControlFound, choice: EditionChoice | undefined): string {
  const { framework, id, control, edition, otherReadings } = found;
  if (!isOpen(found, choice)) return framework.nameOf(id, control, edition);
  const readings = [{ control, edition }, ...otherReadings];
  const titles = new Set(readings.map((each) => framework.title(each.control, each.edition)));
  return `${id} ${listed([...titles], 'or')}`;
}
