import { PolicyDocument } from '../../src/core/documents/document';
import { findReferences } from '../../src/core/recognition/recognize';
import { check } from '../../src/core/rules/check';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings';
import { realKnowledge } from '../support/knowledge';
import { table } from './measure';
import { readTexts, type Text } from './texts';

const knowledge = realKnowledge();

/** What recognition costs, against one bare id pattern over the same texts in the same process. */
export function benchRecognition(corpus: string): void {
  const texts = readTexts(corpus);
  const markdown = texts.filter(({ languageId }) => languageId === 'markdown');
  const yaml = texts.filter(({ languageId, text }) => languageId === 'yaml' && text.length > 1_000_000);
  for (const [name, each] of [
    ['Markdown of the corpus', markdown],
    ['the large YAML index', yaml],
  ] as const) {
    const size = each.reduce((sum, { text }) => sum + text.length, 0);
    const bare = (): number => each.reduce((sum, { text }) => sum + bareMatches(text), 0);
    table(
      `${name}: ${each.length} files, ${(size / 1e6).toFixed(1)} million characters`,
      'one bare pattern',
      bare,
      {
        'candidates: the pass over the text': () =>
          each.reduce(
            (sum, { text, languageId }) => sum + new PolicyDocument(text, languageId).candidates.length,
            0,
          ),
        'references with evidence and edition': () => each.reduce((sum, text) => sum + referencesOf(text), 0),
        'references and findings': () => each.reduce((sum, text) => sum + findingsOf(text), 0),
      },
    );
  }
}

export function bareMatches(text: string): number {
  const pattern = /\b(?:T\d{4}(?:\.\d{3})?|[A-Z]{3}-\d{2})\b/g;
  let count = 0;
  while (pattern.exec(text)) count++;
  return count;
}

function referencesOf({ text, languageId }: Text): number {
  return findReferences(new PolicyDocument(text, languageId), knowledge).length;
}

function findingsOf({ text, languageId }: Text): number {
  const document = new PolicyDocument(text, languageId);
  return check(document, findReferences(document, knowledge), knowledge, {
    severities: DEFAULT_SETTINGS.rules,
  }).length;
}
