import assert from 'node:assert/strict';
import { Analysis } from '../../../src/core/analysis/analysis';
import { hoverAt } from '../../../src/core/hover/hover';
import { KnowledgeBase } from '../../../src/core/knowledge/knowledgeBase';
import { Sentences, type SentenceFile } from '../../../src/core/knowledge/sentences';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { renderMarkdown } from '../../../src/core/text/renderMarkdown';
import { realKnowledge } from '../../support/knowledge';

/** The second line of a hover, with sentences of a publisher. */
function secondLine(
  files: readonly SentenceFile[],
  hoverDescription: 'own' | 'publisher',
  problems: string[] = [],
): string {
  const { attack, frameworks, summaries } = realKnowledge();
  const sentences = new Sentences(files, (problem) => problems.push(problem));
  const knowledge = new KnowledgeBase(attack, frameworks, summaries, sentences);
  const analysis = new Analysis('T1021.007\n', 'markdown', knowledge, {
    ...DEFAULT_SETTINGS,
    hoverDescription,
  });
  const [, line] = hoverAt(analysis, 1)?.blocks ?? [];
  assert.ok(line);
  return renderMarkdown([line]);
}

const own = realKnowledge().summaries.of('T1021.007')?.replaceAll('-', '\\-') ?? '';
const file = (title: string, sentences: object): SentenceFile => ({ title, json: JSON.stringify(sentences) });

suite('the description in a hover', () => {
  const theirs = [
    file('ATT&CK 98', {}),
    file('ATT&CK 97', { 'T1021.007': 'They log in.' }),
    file('ATT&CK 96', { 'T1021.007': 'Old.' }),
  ];

  test('is our sentence by default', () => assert.equal(secondLine(theirs, 'own'), own));

  test('is the publisher’s if the settings say so, with whose it is', () => {
    assert.equal(secondLine(theirs, 'publisher'), 'They log in. _© The MITRE Corporation, ATT&amp;CK 97_');
  });

  test('is ours if nothing was imported, or nothing of it', () => {
    assert.equal(secondLine([], 'publisher'), own);
    assert.equal(secondLine([file('x', { T1: 'a' })], 'publisher'), own);
  });

  test('is ours if what was stored is damaged, which is reported', () => {
    for (const json of ['{', '[]', '{"T1021.007":1}', '{"__proto__":"x"}']) {
      const problems: string[] = [];
      assert.equal(secondLine([{ title: 'ATT&CK 99', json }], 'publisher', problems), own);
      assert.equal(problems.length, 1);
    }
  });

  test('shows a hostile sentence as text', () => {
    const hostile = '<img src=x> [a](command:x) $(zap) ![b](https://c)';
    assert.equal(
      secondLine([file('x', { 'T1021.007': hostile })], 'publisher').split(' _©')[0],
      '\\<img src=x\\> \\[a\\]\\(command:x\\) \\$\\(zap\\) \\!\\[b\\]\\(https&#58;//c\\)',
    );
  });
});
