import assert from 'node:assert/strict';
import { corpusDocuments } from '../../support/corpus';
import { structureFacts } from '../../support/markdown/facts';
import { oracleFacts, type MarkdownFacts } from '../../support/markdown/oracle';
import { MarkdownWriter } from '../../support/markdown/writer';
import { seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

/**
 * Where we read a document otherwise than micromark, on purpose. The writer of documents does not write these:
 * - A list that begins with 2 and stands right below a heading, a rule or a block of code: micromark takes any block
 *   for the paragraph that such a list must not interrupt; CommonMark and we do not.
 * - An empty item right below a block that is no paragraph, for the same reason: see `differencesFilled`.
 * - An empty item with spaces after its mark: micromark counts them all to the item's indentation.
 * - A table right below a list or a quote that ends there: cmark-gfm (GitHub) and we read it, micromark does not. Likewise
 *   one whose header is a lazy line of an item.
 * - A tag that stands alone right below an item: cmark-gfm ends the list there, markdown-it (VS Code) and we go on with
 *   the paragraph, micromark does either.
 * - Front matter may end in `...`, as YAML's own documents may.
 * - A word in `<a title="<!-- x -->">` is a comment to no one but the naive, and nobody writes it.
 */
function differences(text: string): string[] {
  const expected = oracleFacts(text);
  const found = structureFacts(text);
  const asked = new Set(expected.leadIns.map((each) => each.split(':')[0]));
  const leadIns = found.leadIns.filter((each) => asked.has(each.split(':')[0]));
  return (Object.keys(expected) as (keyof MarkdownFacts)[]).flatMap((kind) => {
    const [ours, theirs] = [kind === 'leadIns' ? leadIns : found[kind], expected[kind]].map(String);
    return ours === theirs ? [] : [`${kind}: ${ours} instead of ${theirs}`];
  });
}

const EMPTY_ITEM = /^([\s>]*(?:[-*+]|\d{1,9}[.)]))[ \t]*$/gm;

/** Where an empty item makes the difference, the same document has none once its items are filled. */
function differencesFilled(text: string): string[] {
  const found = differences(text);
  const filled = text.replace(EMPTY_ITEM, '$1 x');
  return found.length > 0 && filled !== text ? differences(filled) : found;
}

function checkWritten(seed: number, count: number): void {
  const writer = new MarkdownWriter(seeded(seed));
  const failures: string[] = [];
  for (let round = 0; round < count; round++) {
    const text = writer.document();
    const found = differencesFilled(text);
    if (found.length > 0) failures.push(`${found.join('\n')}\nin\n${text}`);
  }
  assert.ok(failures.length === 0, failures.slice(0, 3).join('\n\n'));
}

suite("our reading of Markdown agrees with micromark's", () => {
  for (const seed of [1, 5, 7, 9])
    test(`on random documents from seed ${seed}`, () => checkWritten(seed, rounds(100, 3000)));

  test('on the documents of the corpus', function () {
    for (const { name, text } of corpusDocuments(this, /\.md$/)) {
      const found = differences(text);
      assert.ok(found.length === 0, `${name}: ${found.map((each) => each.slice(0, 12)).join(', ')}`);
    }
  });
});
