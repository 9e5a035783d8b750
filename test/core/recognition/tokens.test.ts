import { assertReferences, byCertainty, type Describe } from '../../support/references';

const byId: Describe = ({ id }) => id;
const ATTACK = 'https://attack.mitre.org';
const EXPLORER = 'https://center-for-threat-informed-defense.github.io/mappings-explorer';

suite('what an id is written together with', () => {
  const references = [
    ['a link whose text and target agree', `[⟦T1021.007⟧](${ATTACK}/techniques/T1021/007/)`],
    ['a name in the text', `[Cloud Services (⟦T1021.007⟧)](${ATTACK}/techniques/T1021/007)`],
    ['a link that only its target names', `[Cloud Services](${ATTACK}/techniques/⟦T1021/007⇒T1021.007⟧/)`],
    [
      'a link whose target is another technique',
      `[⟦T1021.007⟧](${ATTACK}/techniques/⟦T1021/006⇒T1021.006⟧/)`,
    ],
    ['two links in a row', `[⟦T1021⟧](${ATTACK}/techniques/T1021/) [⟦T1059⟧](${ATTACK}/techniques/T1059/)`],
    ['an older version of the site', `${ATTACK}/versions/v17/techniques/⟦T1021/007⇒T1021.007⟧/`],
    ['a tactic on the site', `${ATTACK}/tactics/⟦TA0008⟧/`],
    ['the Mappings Explorer', `${EXPLORER}/attack/attack-17.1/domain-enterprise/techniques/⟦T1021.007⟧/`],
    ['ids joined by a slash', 'CCM ⟦IAM-12⟧/⟦SEF-02⟧, ⟦T1059⟧/⟦T1105⟧'],
    ['ids joined by a dash', '⟦IAM-01⟧-⟦IAM-03⟧'],
    ['a word joined by a dash', '⟦T1059⟧-based'],
    ['any sub-technique of it', '⟦T1098⟧.xxx-Account manipulation'],
    ['marks of Markdown', '**⟦IAM-14⟧**, `⟦T1021⟧`, ~~⟦GRC-03⟧~~'],
    ['the end of a sentence', 'Use ⟦T1021.007⟧. Use ⟦IAM-14⟧: yes.'],
    ['other scripts', '（⟦T1021⟧）、⟦IAM-14⟧。'],
  ] as const;
  for (const [name, marked] of references) test(name, () => assertReferences('markdown', marked, byId));

  const none = [
    'https://example.com/T1021/IAM-14',
    'https://attack.mitre.org/resources/T1021',
    '[x](https://example.com/a#IAM-14)',
    '[IAM](policies/IAM-14.md)',
    'atomics/T1208/T1208.md',
    'img/T1021.png and T1021.007.md',
    'policies/IAM-14 and a/T1021',
    'C:\\policies\\IAM-14',
    'AML.T0051',
    'CTL-IAM-001, CTL-IAM-01, BR-IAM-14',
    'IAM-14-2023',
    'IAM-01-A',
    'FINOS CCC.Core.TH02',
    '$T1021',
    'T1021@example.com',
    'T1021_x',
    'GMT2024 PORT1021 IAM-12130 IAM-123',
  ];
  for (const text of none) test(`${text} names none`, () => assertReferences('markdown', text, byCertainty));

  test('the query of an address names none', () => {
    assertReferences('markdown', 'https://example.com/a?id=T1021.007&key=IAM-14', byCertainty);
  });

  test('a long address or a long blob names none', () => {
    const blob = 'eyJhbGciOiJI'.repeat(30);
    assertReferences(
      'markdown',
      `https://example.com/a?token=${blob}=T1021.007 x=${blob}:IAM-14`,
      byCertainty,
    );
    const many = Array.from({ length: 40 }, (_, at) => `⟦T1059.${String(at + 100)}⟧`).join('/');
    assertReferences('markdown', many, byId);
  });

  test('emphasis with underscores', () => assertReferences('markdown', '_⟦IAM-14⟧_ __⟦T1021⟧__', byId));

  test('ids joined by dots', () => assertReferences('markdown', 'CCM ⟦IAM-01⟧..⟦IAM-03⟧', byId));
});
