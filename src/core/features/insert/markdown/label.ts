import type { Family } from '../../../identifiers/grammar';
import { mentionsIn } from '../../../references/mentions';

/** Whether a label speaks of what is inserted: `Controls`, `Mitigated by`, `CCM 4.1`; `Techniques`, `ATT&CK`. */
export function isLabelFor(family: Family, label: string): boolean {
  const { ccm, controls, rival, other, attack, techniques } = mentionsIn(label.replace(/[*_]/g, ''));
  if (family === 'attack') return attack || techniques;
  return ccm || (controls && rival === undefined && other === undefined && !attack);
}
