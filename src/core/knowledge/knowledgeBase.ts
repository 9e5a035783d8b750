import type { AttackTimeline } from './attack';
import type { Framework } from './framework';

/** All that is known, read-only and shared. */
export interface KnowledgeBase {
  readonly attack: AttackTimeline;
  /** By key. */
  readonly frameworks: ReadonlyMap<string, Framework>;
  /** The framework that is always there. */
  readonly ccm: Framework;
}
