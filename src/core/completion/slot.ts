import type { Analysis } from '../analysis/analysis';
import type { Place } from '../documents/place';
import type { IdentifierKind } from '../identifiers/grammar';
import { kindsFor } from './topics';
import { hasId } from './trigger';
import { yamlSlotAt } from './yamlSlot';

/** A place where nothing but ids belongs, and what is typed there. */
export interface Slot {
  readonly typed: string;
  readonly kinds: readonly IdentifierKind[];
}

const SEPARATED = /[^,;[\]{}()"'`<>|\\*]*$/;
const TYPED = /^(?:[\p{L}\p{N}][\p{L}\p{N}&'./-]*(?: (?=\S)| ?$)){0,5}$/u;

/** A cell below a header of controls or techniques, or a value of such a key. */
export function slotAt(analysis: Analysis, place: Place, offset: number): Slot | undefined {
  const { cell } = place;
  const slot = cell
    ? { kinds: kindsFor(cell.header), start: cell.start }
    : yamlSlotAt(analysis, place, offset);
  if (!slot || slot.kinds.length === 0) return undefined;
  const typed = SEPARATED.exec(analysis.document.text.slice(slot.start, offset))?.[0].trimStart() ?? '';
  return TYPED.test(typed) && !hasId(typed) ? { typed, kinds: slot.kinds } : undefined;
}
