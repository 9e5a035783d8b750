import { frameworksNamedIn } from '../../../frameworks/names';
import { ATTACK, type Family } from '../../../identifiers/grammar';
import { mentionsIn } from '../../../recognition/mentions';
import { familyFor, type Target } from '../item';
import type { Page } from './page';

/** Whether a label speaks of what is inserted: `Controls`, `Mitigated by`, a framework; `Techniques`, `ATT&CK`. */
export function isLabelFor(family: Family, label: string): boolean {
  const text = label.replace(/[*_]/g, '');
  const { controls, rival, other, attack, techniques } = mentionsIn(text);
  if (family === ATTACK) return attack || techniques;
  const named = frameworksNamedIn(text);
  if (named.size > 0) return named.has(family);
  return controls && rival === undefined && other === undefined && !attack;
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
