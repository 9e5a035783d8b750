import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { PageTarget } from '../links/pageAddress';
import { mitigatingControls } from '../resolution/mitigating';
import { resolvePage } from './resolvePage';

/**
 * What the texts for a page are found by: the ID of an ATT&CK object, with those that its controls are published for,
 * or the key of a control. Undefined for a page that has none.
 */
export function textKeys(
  knowledge: KnowledgeBase,
  target: PageTarget,
): readonly [string, ...string[]] | undefined {
  const resolution = resolvePage(knowledge, target);
  if (resolution?.kind === 'control') return [resolution.control.key];
  if (resolution?.kind !== 'attack') return undefined;
  const { id } = resolution.facts;
  const via = mitigatingControls(knowledge, id).flatMap((each) => each.via ?? []);
  return [id, ...new Set(via)];
}
