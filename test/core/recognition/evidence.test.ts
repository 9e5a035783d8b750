import assert from 'node:assert/strict';
import { assertReferences, byCertainty, byEvidence, writtenIn } from '../../support/references';

suite('evidence', () => {
  const cases: readonly (readonly [name: string, languageId: string, marked: string])[] = [
    ['an id that exists', 'markdown', '⟦IAM-14⇒IAM-14 id+⟧'],
    ['an id that does not', 'markdown', '⟦IAM-99⇒IAM-99⟧'],
    ['before, and the document', 'markdown', 'CCM ⟦IAM-14⇒IAM-14 id+ before+ document+⟧'],
    ['a ticket', 'markdown', 'ticket ⟦IAM-14⇒IAM-14 id+ before-⟧'],
    ['a prefix', 'markdown', 'CCM-⟦IAM-14⇒IAM-14 id+ prefix+ document+⟧'],
    ['keys and neighbors', 'yaml', 'controls:\n- ⟦IAM-10⇒IAM-10 id+ key+⟧\n- ⟦IAM-11⇒IAM-11 id+ key+⟧\n'],
    [
      'a column and a technique beside it',
      'markdown',
      '| x | Controls |\n|-|-|\n| ⟦T1021⇒T1021 id+⟧ | ⟦IAM-14⇒IAM-14 id+ column+ technique+⟧ |\n',
    ],
    ['a row', 'markdown', '| x | y |\n|-|-|\n| AICM | ⟦IAM-14⇒IAM-14 id+ row- document-⟧ |\n'],
    ['a list', 'markdown', 'Our controls:\n\n- ⟦IAM-14⇒IAM-14 id+ list+⟧\n'],
    ['a heading', 'markdown', '# Tickets\n\n⟦IAM-14⇒IAM-14 id+ heading-⟧\n'],
    ['a title', 'markdown', '⟦IAM-14⇒IAM-14 id+ title+⟧ Strong Authentication'],
    [
      'neighbors of other domains',
      'markdown',
      '⟦IAM-14⇒IAM-14 id+ neighbors+⟧ ⟦GRC-03⇒GRC-03 id+ neighbors+⟧',
    ],
    ['front matter', 'markdown', '---\nframework: CCM\n---\n⟦IAM-14⇒IAM-14 id+ front-matter+ document+⟧'],
  ];
  for (const [name, languageId, marked] of cases)
    test(name, () => assertReferences(languageId, marked, byEvidence));

  test('evidence tells what it read, shortened', () => {
    const [reference] = writtenIn('markdown', `# CCM ${'x'.repeat(300)}\n\nIAM-14`);
    const heading = reference?.evidence().find(({ scope }) => scope === 'heading');
    assert.ok(heading?.text.startsWith('CCM xxx') && heading.text.length <= 120);
  });

  test('`assume` settles it for controls, and for them only', () => {
    const text = (control: string, technique: string) => `⟦IAM-14⇒${control}⟧\n\n⟦T1086⇒${technique}⟧`;
    const check = (marked: string, assume: 'auto' | 'always' | 'never'): void =>
      assertReferences('markdown', marked, byCertainty, { assume });
    check(text('IAM-14 doubtful', 'T1086 doubtful'), 'auto');
    check(text('IAM-14 certain', 'T1086 doubtful'), 'always');
    check('CCM ⟦IAM-14⇒IAM-14 doubtful⟧', 'never');
  });

  test('a setting is evidence', () => {
    assertReferences('markdown', '⟦IAM-14⇒IAM-14 id+ setting+⟧', byEvidence, { assume: 'always' });
    assertReferences('markdown', '⟦IAM-14⇒IAM-14 id+ setting-⟧', byEvidence, { assume: 'never' });
  });
});
