import { assertReferences, byEdition } from '../../support/references';
import { findingsIn, onlyFinding } from '../../support/findings';
import assert from 'node:assert/strict';

const check = (languageId: string, marked: string, edition = 'auto'): void =>
  assertReferences(languageId, marked, byEdition, { edition: () => edition });

const IAM_13_OPEN = '⟦IAM-13⇒IAM-13 mapping by default⟧';

suite('the edition that a document shows without naming it', () => {
  const shown: readonly (readonly [name: string, languageId: string, marked: string])[] = [
    [
      'an id that 4.0 alone has',
      'markdown',
      '# CCM\n\n⟦IAM-13⇒IAM-13 4.0 by ids⟧, ⟦IVS-03⇒IVS-03 4.0 by only-edition⟧',
    ],
    [
      'an id that 4.1 alone has',
      'markdown',
      '# CCM\n\n⟦IAM-13⇒IAM-13 4.1 by ids⟧, ⟦I&S-03⇒I&S-03 4.1 by ids⟧',
    ],
    ['the last id of a domain', 'yaml', 'ccm: [⟦STA-02⇒STA-02 4.0 by ids⟧, ⟦IAM-16⇒IAM-16 4.0 by ids⟧]'],
    [
      'a label of the major version beside ids that 4.0 alone has',
      'markdown',
      '| CCM v4 |\n|---|\n| ⟦IVS-03⇒IVS-03 4.0 by only-edition⟧ |\n| ⟦LOG-08⇒LOG-08 4.0 by ids⟧ |\n',
    ],
    [
      'a range that ends where the domain of 4.0 ends',
      'markdown',
      '# CCM\n\n⟦LOG-01⇒LOG-01 4.0 by range⟧ to ⟦LOG-13⇒LOG-13 4.0 by range⟧\n\n⟦IAM-13⇒IAM-13 4.0 by range⟧',
    ],
    [
      'a range that ends where the domain of 4.1 ends',
      'markdown',
      '# CCM\n\n⟦IAM-01⇒IAM-01 4.1 by range⟧ to ⟦IAM-15⇒IAM-15 4.1 by range⟧',
    ],
    [
      'the title of another id',
      'markdown',
      '# CCM\n\n- ⟦TVM-06⇒TVM-06 4.0 by title⟧ Penetration Testing\n- ⟦STA-02⇒STA-02 4.0 by titles⟧\n',
    ],
    [
      'a title in the remarks of another id',
      'yaml',
      'ccm:\n  - id: ⟦TVM-06⇒TVM-06 4.0 by title⟧\n    remarks: Penetration Testing\n  - id: ⟦STA-02⇒STA-02 4.0 by titles⟧\n',
    ],
    ['its date', 'markdown', '---\nlast_updated: 2024-05-03\n---\n# CCM\n\n⟦IAM-13⇒IAM-13 4.0 by date⟧'],
    [
      'the date of its version',
      'markdown',
      '# CCM policy\n\n**Version:** 1.2, 2024-05-03\n\n⟦IAM-13⇒IAM-13 4.0 by date⟧',
    ],
  ];
  for (const [name, languageId, marked] of shown)
    test(`is read from ${name}`, () => check(languageId, marked));

  const open: readonly (readonly [name: string, languageId: string, marked: string])[] = [
    ['ids that both have', 'markdown', `# CCM\n\n${IAM_13_OPEN}, ⟦GRC-01⇒GRC-01 mapping by default⟧`],
    [
      'ids that contradict each other',
      'markdown',
      `# CCM\n\n${IAM_13_OPEN}, ⟦IVS-03⇒IVS-03 4.0 by only-edition⟧, ⟦I&S-03⇒I&S-03 mapping by default⟧`,
    ],
    [
      'a range that ends within both domains',
      'markdown',
      '# CCM\n\n⟦IAM-01⇒IAM-01 mapping by default⟧ to ⟦IAM-05⇒IAM-05 mapping by default⟧',
    ],
    [
      'a date after both were published',
      'markdown',
      `---\ndate: 2024-05-03\nupdated: 2026-03-01\n---\n# CCM\n\n${IAM_13_OPEN}`,
    ],
    ['the date of an entry', 'yaml', `ccm:\n  - date: 2024-05-03\n    id: ${IAM_13_OPEN}\n`],
    [
      'the numbering of the mapping file, beside techniques',
      'markdown',
      `# CCM\n\n⟦T1078.004⇒T1078.004 undefined by undefined⟧: ${IAM_13_OPEN}, ⟦I&S-03⇒I&S-03 mapping by default⟧`,
    ],
    [
      'an id of another framework',
      'markdown',
      `# CCM\n\n${IAM_13_OPEN}\n\n# AICM\n\n⟦I&S-03⇒I&S-03 mapping by default⟧`,
    ],
  ];
  for (const [name, languageId, marked] of open)
    test(`stays open with ${name}`, () => check(languageId, marked));

  test('gives way to what is named nearer, and goes before a setting', () => {
    const named = '# CCM\n\n⟦IVS-03⇒IVS-03 4.1 by document⟧\n\n# CCM v4.1\n\n⟦IAM-13⇒IAM-13 4.1 by heading⟧';
    const unnamed = '# CCM\n\n⟦IAM-13⇒IAM-13 4.0 by ids⟧, ⟦IVS-03⇒IVS-03 4.0 by ids⟧';
    check('markdown', named);
    check('markdown', unnamed, '4.1');
    check('markdown', '# CCM\n\n⟦IAM-13⇒IAM-13 4.1 by setting⟧', '4.1');
  });

  test('is 4.0 in a text that compares it with 3.0.1 alone', () => {
    check(
      'markdown',
      'CCM 4.0 replaced CCM 3.0.1.\n\n# Cloud Controls Matrix\n\n⟦IAM-13⇒IAM-13 4.0 by document⟧',
    );
  });

  test('gives way to a version right after the id', () => {
    check(
      'markdown',
      'CCM 4.1 is new.\n\n# CCM\n\n⟦IAM-13⇒IAM-13 4.0 by after⟧ from v4.0, ⟦IAM-14⇒IAM-14 4.1 by document⟧ from 4.0 on',
    );
  });

  test('leaves an id alone that it does not have', () => {
    check(
      'markdown',
      '# CCM\n\n⟦IVS-01⇒IVS-01 4.0 by only-edition⟧, ⟦IVS-02⇒IVS-02 4.0 by only-edition⟧, ⟦IVS-03⇒IVS-03 4.0 by only-edition⟧, ⟦IVS-04⇒IVS-04 4.0 by only-edition⟧, ⟦SEF-10⇒SEF-10 4.1 by only-edition⟧, ⟦IAM-13⇒IAM-13 4.0 by ids⟧',
    );
  });
});

suite('a message on a control whose edition is open', () => {
  test('names every title that may be meant', () => {
    const open = findingsIn('markdown', 'CCM STA-02').find(({ rule }) => rule === 'no-mapping');
    assert.match(open?.message.text ?? '', /No mapping for STA-02 .* or .*: /);
    const settled = onlyFinding('CCM 4.1 STA-02').message.text;
    assert.match(settled, /No mapping for STA-02 SSRM Policy and Procedures: /);
  });
});
