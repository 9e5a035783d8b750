import assert from 'node:assert/strict';
import { assertReferences, byCertainty, byEvidence, writtenIn } from '../../support/references';

suite('evidence', () => {
  const cases: readonly (readonly [name: string, languageId: string, marked: string])[] = [
    ['an id that exists', 'markdown', '⟦IAM-14⇒IAM-14 known-control+⟧'],
    ['an id that does not', 'markdown', '⟦IAM-99⇒IAM-99⟧'],
    ['before, and the document', 'markdown', 'CCM ⟦IAM-14⇒IAM-14 named-beside+ known-control+⟧'],
    ['a ticket', 'markdown', 'ticket ⟦IAM-14⇒IAM-14 something-else-before- known-control+⟧'],
    ['a prefix', 'markdown', 'CCM-⟦IAM-14⇒IAM-14 named-beside+ known-control+⟧'],
    [
      'keys and neighbors',
      'yaml',
      'controls:\n- ⟦IAM-10⇒IAM-10 controls-in-label+ known-control+⟧\n- ⟦IAM-11⇒IAM-11 controls-in-label+ known-control+⟧\n',
    ],
    [
      'a column and a technique beside it',
      'markdown',
      '| x | Controls |\n|-|-|\n| ⟦T1021⇒T1021 current-technique+⟧ | ⟦IAM-14⇒IAM-14 controls-in-label+ known-control+ beside-technique+⟧ |\n',
    ],
    ['a row', 'markdown', '| x | y |\n|-|-|\n| AICM | ⟦IAM-14⇒IAM-14 other-beside- known-control+⟧ |\n'],
    ['a list', 'markdown', 'Our controls:\n\n- ⟦IAM-14⇒IAM-14 controls-in-label+ known-control+⟧\n'],
    ['a heading', 'markdown', '# Tickets\n\n⟦IAM-14⇒IAM-14 something-else-above- known-control+⟧\n'],
    ['a title', 'markdown', '⟦IAM-14⇒IAM-14 own-title+ known-control+⟧ Strong Authentication'],
    [
      'neighbors of other domains',
      'markdown',
      '⟦IAM-14⇒IAM-14 known-control+ several-domains-near+⟧ ⟦GRC-03⇒GRC-03 known-control+ several-domains-near+⟧',
    ],
    ['front matter', 'markdown', '---\nframework: CCM\n---\n⟦IAM-14⇒IAM-14 named-above+ known-control+⟧'],
  ];
  for (const [name, languageId, marked] of cases)
    test(name, () => assertReferences(languageId, marked, byEvidence));

  test('evidence tells what it read, shortened', () => {
    const [reference] = writtenIn('markdown', `# CCM ${'x'.repeat(300)}\n\nIAM-14`);
    const heading = reference?.evidence.find(({ clue }) => clue === 'named-above');
    assert.ok(heading?.text.startsWith('CCM xxx') && heading.text.length <= 120);
  });

  test('`assume` settles it for controls, and for them only', () => {
    const text = (control: string, technique: string) => `⟦IAM-14⇒${control}⟧\n\n⟦T1086⇒${technique}⟧`;
    const check = (marked: string, assume: 'auto' | 'always' | 'never'): void =>
      assertReferences('markdown', marked, byCertainty, { assume: () => assume });
    check(text('IAM-14 doubtful', 'T1086 doubtful'), 'auto');
    check(text('IAM-14 certain', 'T1086 doubtful'), 'always');
    check('CCM ⟦IAM-14⇒IAM-14 doubtful⟧', 'never');
  });

  test('a setting is evidence', () => {
    assertReferences('markdown', '⟦IAM-14⇒IAM-14 known-control+ assumed+⟧', byEvidence, {
      assume: () => 'always',
    });
    assertReferences('markdown', '⟦IAM-14⇒IAM-14 known-control+ assumed-not-⟧', byEvidence, {
      assume: () => 'never',
    });
  });
});
