import { ATTACK, type Family } from '../../../identifiers/grammar';
import { labelMeaning } from '../../../recognition/recognition';
import type { Reference } from '../../../recognition/reference';
import { familyFor } from '../item';
import type { Page } from './page';

/** Whether a label speaks of what is inserted: `Controls`, `Mitigated by`, `CCM 4.1`; `Techniques`, `ATT&CK`. */
export function isLabelFor(family: Family, label: string): boolean {
  const plain = label.replace(/[*_]/g, '');
  const { isNamed, isForeign, controls, techniques } = labelMeaning(plain, family);
  if (family === ATTACK) return isNamed || techniques;
  return isNamed || (controls && !isForeign && !labelMeaning(plain, ATTACK).isNamed);
}

/** The lines of the section below the heading that names the target which is called that of its entries. */
export function labeledSubsection(
  page: Page,
  target: Reference,
): { readonly first: number; readonly last: number } | undefined {
  return page.subsection(
    target,
    ({ text, line }) =>
      isLabelFor(familyFor(target), text) && page.references(target.family, line, line).length === 0,
  );
}
