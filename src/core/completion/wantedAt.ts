import type { Analysis } from '../analysis/analysis';
import { slotAt } from './slot';
import { triggerIn, type Trigger } from './trigger';
import { endOfWord, type Wanted } from './wanted';

const MAX_LINE = 400;

/** What is asked for at the offset: by the text before it, else by where it stands. Undefined in ordinary prose. */
export function wantedAt(analysis: Analysis, offset: number, isExplicit: boolean): Wanted | undefined {
  const { document } = analysis;
  const { text, lines } = document;
  const lineStart = lines.startOf(lines.lineAt(offset));
  const before = text.slice(Math.max(lineStart, offset - MAX_LINE), offset);
  const trigger = triggerIn(before, isExplicit);
  const place = document.structure.placeAt(offset);
  const slot = trigger?.by === 'id' || trigger?.isPart ? undefined : slotAt(analysis, place, offset);
  const found: Trigger | undefined = slot ? { ...slot, by: 'words', isPart: false } : trigger;
  if (!found) return undefined;
  if (slot?.typed === '' && !isExplicit && /:\s*$/.test(before)) return undefined; // Enter may begin a list there
  const { typed, kinds, by, isPart, framework } = found;
  const span = { start: offset - typed.length, end: endOfWord(text, offset) };
  const isValue = place.keys.length > 0 && !place.inFence;
  const takesIdOnly = isValue || isPart || text[span.start - 1] === '[';
  return { span, typed, kinds, by, framework, place, takesIdOnly };
}
