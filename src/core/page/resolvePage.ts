import { editionOrDefault } from '../explain/explain';
import { ATTACK, kindOf } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { PageTarget } from '../links/pageAddress';
import { resolve, type Resolution } from '../resolution/resolve';

/** Undefined for an ID of a framework that is left out. */
export function resolvePage(knowledge: KnowledgeBase, { id, edition }: PageTarget): Resolution | undefined {
  if (kindOf(id).family === ATTACK) return resolve(knowledge, id, undefined);
  const framework = knowledge.frameworkOf(id);
  return framework && resolve(knowledge, id, editionOrDefault(framework, id, edition));
}
