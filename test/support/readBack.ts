import { isMap, isScalar, isSeq, parseAllDocuments, visit } from 'yaml';
import { realKnowledge } from './knowledge';

/** Parse errors, keys that a mapping has twice, and items that a list has twice, as the `yaml` package reads a text. */
export function repeatsIn(languageId: string, text: string): string[] {
  return languageId === 'markdown' ? repeatedBullets(text) : repeatedNodes(text);
}

function repeatedNodes(text: string): string[] {
  const repeats: string[] = [];
  for (const document of parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })) {
    if (!('contents' in document)) continue;
    repeats.push(...document.errors.map(({ code }) => `error ${code}`));
    visit(document, {
      Map: (_, map) =>
        void repeats.push(
          ...twice(map.items.map(({ key }) => `key ${isScalar(key) ? String(key.value) : ''}`)),
        ),
      Seq: (_, seq) => void repeats.push(...twice(seq.items.map((item) => `item ${written(item)}`))),
    });
  }
  return repeats;
}

function written(node: unknown): string {
  if (isScalar(node)) return String(node.value);
  return isMap(node) || isSeq(node) ? JSON.stringify(node) : '';
}

/** Neighboring bullets with the same text. */
function repeatedBullets(text: string): string[] {
  const blocks = text.split(/^(?![ \t]*(?:[-*+]|\d+[.)])[ \t])/m);
  return blocks.flatMap((block) => twice(block.split(/\r?\n/).filter((line) => line.trim() !== '')));
}

function twice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

/** `TA0005:T1685`: pairs whose tactic the technique has in no release. */
export function wrongPairsIn(text: string): string[] {
  const { attack } = realKnowledge();
  return [...text.matchAll(/\b(TA\d{4})[:./](T\d{4}(?:\.\d{3})?)\b/g)].flatMap(
    ([pair, tactic = '', technique = '']) =>
      attack.tacticsEver(technique).some((each) => each === tactic) ? [] : [pair],
  );
}
