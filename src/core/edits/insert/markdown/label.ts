import { ATTACK, type Family } from '../../../identifiers/grammar';
import { frameworksNamedIn, labelMeaning } from '../../../recognition/recognition';
import { familyFor, type Target } from '../item';
import type { Page } from './page';

/** Whether a label speaks of what is inserted: `Controls`, `Mitigated by`, a framework; `Techniques`, `ATT&CK`. */
export function isLabelFor(family: Family, label: string): boolean {
  const text = label.replace(/[*_]/g, '');
  const { isNamed, isForeign, controls, techniques } = labelMeaning(text, family);
  if (family === ATTACK) return isNamed || techniques;
  if (frameworksNamedIn(text).size > 0) return isNamed;
  return controls && !isForeign && !labelMeaning(text, ATTACK).isNamed;
}

/** The lines of the section below the heading that names the target which is called that of its entries. */
export function labeledSubsection(
  page: Page,
  target: Target,
): { readonly first: number; readonly last: number } | undefined {
  return page.subsection(
    target,
    ({ text, line }) =>
      isLabelFor(familyFor(target), text) && page.references(target.family, line, line).length === 0,
  );
}
