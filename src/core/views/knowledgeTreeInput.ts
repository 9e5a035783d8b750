import type { CanonicalId } from '../identifiers/grammar';
import type { EditionOf, KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Hits } from './hits';

/** What is shown of the knowledge base, and how. */
export interface KnowledgeView {
  readonly knowledge: KnowledgeBase;
  /** The edition that controls are numbered in where they have a number there. */
  readonly editionOf: EditionOf;
  /** The newest at hand where undefined. */
  readonly attackVersion: string | undefined;
  /** Words or an id; empty for everything. */
  readonly filter: string;
}

/** The same, and what of it the filter lets through. */
export interface KnowledgeTreeInput extends KnowledgeView {
  readonly hits: Hits | undefined;
  /** Stands before the ids of nodes: a filtered tree is another one, with an expansion of its own. */
  readonly prefix: string;
}

/** Whether a technique, or one of its sub-techniques, is let through. */
export function showsTechnique({ hits, knowledge }: KnowledgeTreeInput, id: CanonicalId): boolean {
  if (!hits || hits.attack.has(id)) return true;
  return knowledge.attack.subTechniques(id).some((child) => hits.attack.has(child));
}
