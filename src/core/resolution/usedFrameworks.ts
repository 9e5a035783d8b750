import { ATTACK } from '../identifiers/grammar';
import type { Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { frameworksNamedAnywhere } from '../recognition/recognition';
import type { Reference } from '../recognition/reference';

/** The frameworks whose controls a document cites; if it cites none, those that it names. In their order. */
export function usedFrameworks(
  { frameworks }: KnowledgeBase,
  references: readonly Reference[],
  text: string,
): readonly Framework[] {
  const cited = new Set(
    references.flatMap(({ family, certainty }) =>
      family === ATTACK || certainty === 'doubtful' ? [] : [family],
    ),
  );
  const keys = cited.size > 0 ? cited : frameworksNamedAnywhere(text);
  return [...frameworks.values()].filter(({ key }) => keys.has(key));
}

/** The frameworks that counts of a document speak of: those that it uses, else the first. */
export function countedFrameworks(
  knowledge: KnowledgeBase,
  references: readonly Reference[],
  text: string,
): readonly Framework[] {
  const used = usedFrameworks(knowledge, references, text);
  return used.length > 0 ? used : [knowledge.first];
}
