import type { Family } from '../../../identifiers/grammar';
import { mentionsIn } from '../../../recognition/mentions';
import type { Reference } from '../../../recognition/reference';
import { familyFor } from '../item';
import type { Page } from './page';

/** Whether a label speaks of what is inserted: `Controls`, `Mitigated by`, `CCM 4.1`; `Techniques`, `ATT&CK`. */
export function isLabelFor(family: Family, label: string): boolean {
  const { ccm, controls, rival, other, attack, techniques } = mentionsIn(label.replace(/[*_]/g, ''));
  if (family === 'attack') return attack || techniques;
  return ccm || (controls && rival === undefined && other === undefined && !attack);
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
