import type { Control, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { groupedBy } from '../text/groupedBy';

/**
 * How a control works against a technique, in our own words: by the tactics that the technique had in the ATT&CK version
 * of the mapping. Each sentence once; if the tactics differ, each is named. Empty without a sentence.
 */
export function whyText(
  { attack, summaries }: KnowledgeBase,
  { mapping: { attackVersion } }: Framework,
  { key }: Control,
  technique: string,
): string {
  const tactics = attack.at(technique, attackVersion)?.tactics ?? [];
  const byText = groupedBy(tactics, (tactic) => summaries.why(key, tactic) ?? '');
  if (byText.size < 2) return [...byText.keys()][0] || (summaries.why(key) ?? '');
  return [...byText]
    .map(([text, own]) => `${own.map((id) => attack.name(id, attackVersion)).join(', ')}: ${text}`)
    .join(' ');
}
