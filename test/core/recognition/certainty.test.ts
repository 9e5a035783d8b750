import { assertReferences, byCertainty } from '../../support/references';

type Case = readonly [name: string, languageId: string, marked: string];

const table = (header: string, row: string): string =>
  `| ${header} |\n|${header
    .split('|')
    .map(() => ' --- |')
    .join('')}\n| ${row} |\n`;

suite('certainty of controls', () => {
  const cases: readonly Case[] = [
    ['a lone id may be a ticket', 'markdown', 'See ⟦IAM-14⇒IAM-14 doubtful⟧.'],
    ['a ticket is one', 'markdown', 'Fixed with ticket ⟦IAM-14⇒IAM-14 doubtful⟧.'],
    [
      'the framework before it',
      'markdown',
      'CCM ⟦IAM-14⇒IAM-14 certain⟧, CSA CCM v4.1 ⟦IAM-14⇒IAM-14 certain⟧',
    ],
    [
      'the framework in its prefix',
      'markdown',
      'csa-ccm-⟦iam-14⇒IAM-14 certain⟧ and CCM-⟦IAM-14⇒IAM-14 certain⟧',
    ],
    ['a key names the framework', 'yaml', 'csa_ccm: ⟦IAM-14⇒IAM-14 certain⟧'],
    [
      'a register that says nothing of CCM',
      'yaml',
      'controls: [⟦IAM-10⇒IAM-10 certain⟧, ⟦GRC-03⇒GRC-03 certain⟧]',
    ],
    ['one in block style', 'yaml', 'controls:\n  - ⟦IAM-10⇒IAM-10 certain⟧\n  - ⟦GRC-03⇒GRC-03 certain⟧\n'],
    ['a key that names a ticket', 'yaml', 'ticket: [⟦IAM-14⇒IAM-14 doubtful⟧, ⟦GRC-03⇒GRC-03 doubtful⟧]'],
    ['a key that says nothing', 'yaml', 'name: ⟦IAM-14⇒IAM-14 doubtful⟧'],
    [
      'a Controls column beside a technique',
      'markdown',
      table('Threat | Controls', '⟦T1021.007⇒T1021.007 certain⟧ | ⟦IAM-10⇒IAM-10 certain⟧'),
    ],
    [
      'another column beside a technique',
      'markdown',
      table('Threat | Ids', '⟦T1021.007⇒T1021.007 certain⟧ | ⟦IAM-10⇒IAM-10 likely⟧'),
    ],
    ['a Controls column alone', 'markdown', table('Risk | Controls', 'Login | ⟦IAM-10⇒IAM-10 certain⟧')],
    [
      'a column of AICM',
      'markdown',
      table('AICM | CCM', '⟦IAM-14⇒IAM-14 doubtful⟧ | ⟦IAM-13⇒IAM-13 certain⟧'),
    ],
    [
      'a column of NIST',
      'markdown',
      table('NIST 800-53 | CCM', '⟦IAM-14⇒IAM-14 doubtful⟧ | ⟦IAM-13⇒IAM-13 certain⟧'),
    ],
    ['a row of AICM', 'markdown', table('Framework | Controls', 'AICM | ⟦IAM-14⇒IAM-14 doubtful⟧')],
    [
      'a CCM column below a heading of AICM',
      'markdown',
      `# AICM\n\n${table('CCM | x', '⟦IAM-13⇒IAM-13 certain⟧ | y')}`,
    ],
    ['a section about AICM', 'markdown', '# AICM controls\n\nCCM is elsewhere.\n\n⟦IAM-14⇒IAM-14 doubtful⟧'],
    ['a section about CCM', 'markdown', '# AICM\n\n## CCM\n\n⟦IAM-14⇒IAM-14 certain⟧'],
    ['other frameworks', 'markdown', 'SCF ⟦HRS-01⇒HRS-01 doubtful⟧, Adobe CCF ⟦iam-01⇒IAM-01 doubtful⟧'],
    ['another framework in its prefix', 'markdown', 'CCM maps to CCF-⟦IAM-02.04⇒IAM-02 doubtful⟧'],
    [
      'the last framework named governs',
      'markdown',
      'SCF x and CCM ⟦IAM-14⇒IAM-14 certain⟧, AICM ⟦IAM-14⇒IAM-14 doubtful⟧',
    ],
    ['its own title beside it', 'markdown', '**⟦IAM-14⇒IAM-14 certain⟧** – Strong Authentication'],
    ['its title in another edition', 'markdown', '⟦IAM-13⇒IAM-13 certain⟧: Strong Authentication'],
    ['its title in the next cell', 'markdown', '| ⟦IAM-14⇒IAM-14 certain⟧ | Strong Authentication |'],
    ['the beginning of another title', 'markdown', '⟦GRC-03⇒GRC-03 doubtful⟧ Organizational Policy Reviewsx'],
    ['a list that CCM leads in', 'markdown', 'CCM controls:\n\n- ⟦IAM-14⇒IAM-14 certain⟧\n'],
    ['several domains together', 'markdown', 'A: ⟦IAM-14⇒IAM-14 likely⟧, ⟦GRC-03⇒GRC-03 likely⟧'],
    ['a place', 'markdown', 'Meet in room ⟦TVM-01⇒TVM-01 doubtful⟧.'],
    ['an id that does not exist, in a register', 'yaml', 'ccm: [⟦IAM-99⇒IAM-99 certain⟧]'],
    ['an id that does not exist, alone', 'markdown', '⟦IAM-99⇒IAM-99 doubtful⟧'],
    [
      'the question and the metric',
      'markdown',
      'CAIQ ⟦IAM-14.1⇒IAM-14 certain⟧, CCM ⟦AIS-05-M1⇒AIS-05 certain⟧',
    ],
  ];
  for (const [name, languageId, marked] of cases)
    test(name, () => assertReferences(languageId, marked, byCertainty));

  test('keys of another framework around `controls`', () => {
    assertReferences(
      'yaml',
      'scf:\n  controls: [⟦HRS-01⇒HRS-01 doubtful⟧, ⟦IAM-01⇒IAM-01 doubtful⟧]',
      byCertainty,
    );
    assertReferences('yaml', 'framework: SCF\ncontrols: [⟦HRS-01⇒HRS-01 doubtful⟧]', byCertainty);
  });

  test('a register of two frameworks', () => {
    const entry = (framework: string, certainty: string): string =>
      `- framework: ${framework}\n  controls: [⟦HRS-01⇒HRS-01 ${certainty}⟧, ⟦IAM-01⇒IAM-01 ${certainty}⟧]\n`;
    assertReferences('yaml', entry('SCF', 'doubtful') + entry('CCM', 'certain'), byCertainty);
  });
});
