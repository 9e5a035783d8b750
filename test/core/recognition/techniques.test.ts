import { assertReferences, byCertainty } from '../../support/references';

suite('certainty of ATT&CK ids', () => {
  const cases: readonly (readonly [name: string, languageId: string, marked: string])[] = [
    [
      'a sub-technique and a tactic need nothing',
      'markdown',
      '⟦T1021.007⇒T1021.007 certain⟧ ⟦TA0008⇒TA0008 certain⟧',
    ],
    ['a technique alone is likely', 'markdown', 'See ⟦T1021⇒T1021 likely⟧.'],
    ['two of the shape of anything', 'markdown', '⟦T1021⇒T1021 likely⟧ and ⟦T1059⇒T1059 likely⟧'],
    [
      'two, and a sub-technique somewhere',
      'markdown',
      '⟦T1021⇒T1021 certain⟧ and ⟦T1059⇒T1059 certain⟧\n\n⟦T1003.001⇒T1003.001 certain⟧',
    ],
    ['two, and ATT&CK somewhere', 'markdown', '⟦T1021⇒T1021 certain⟧ and ⟦T1059⇒T1059 certain⟧\n\nATT&CK'],
    ['below a heading about techniques', 'markdown', '# Techniques\n\n⟦T1021⇒T1021 certain⟧'],
    ['a revoked one alone', 'markdown', '⟦T1086⇒T1086 doubtful⟧'],
    ['a revoked one after ATT&CK', 'markdown', 'ATT&CK ⟦T1086⇒T1086 certain⟧'],
    ['a mitigation alone', 'markdown', '⟦M1018⇒M1018 doubtful⟧'],
    [
      'other objects after ATT&CK',
      'markdown',
      'MITRE ⟦M1018⇒M1018 certain⟧, ⟦G0016⇒G0016 certain⟧, ⟦S0154⇒S0154 certain⟧',
    ],
    ['as Sigma tags', 'yaml', 'tags: [attack.⟦t1021.007⇒T1021.007 certain⟧, attack.⟦t1059⇒T1059 certain⟧]'],
    ['as Falco tags', 'yaml', 'tags: [mitre_⟦execution⇒TA0002 certain⟧, ⟦T1059⇒T1059 certain⟧]'],
    ['a key', 'yaml', 'technique: ⟦T1021⇒T1021 certain⟧'],
    ['a column', 'markdown', '| Technique |\n|---|\n| ⟦T1021⇒T1021 certain⟧ |\n'],
    ['its name beside it', 'markdown', '⟦T1021⇒T1021 certain⟧ Remote Services'],
    [
      'NICE tasks in a column',
      'markdown',
      '| Task ID | Text |\n|---|---|\n| ⟦T1101⇒T1101 doubtful⟧ | Optimize x |\n',
    ],
    ['NICE tasks in a row', 'markdown', '| Kind | Id |\n|---|---|\n| Task | ⟦T1101⇒T1101 doubtful⟧ |\n'],
    [
      'many NICE tasks',
      'markdown',
      '| Task | Id |\n|---|---|\n| Task | ⟦T1021⇒T1021 doubtful⟧ |\n| Task | ⟦T1059⇒T1059 doubtful⟧ |\n',
    ],
    ['NICE skills', 'markdown', 'NICE skill ⟦S0005⇒S0005 doubtful⟧'],
    ['ATLAS', 'markdown', 'MITRE ATLAS: AML.T0051 and ⟦T1059⇒T1059 certain⟧'],
    [
      'tags of ATLAS',
      'yaml',
      'tags:\n  - "Mitre Atlas: ⟦T0051⇒T0051 doubtful⟧"\n  - "MITRE ATT&CK: ⟦T1059⇒T1059 certain⟧"\n',
    ],
    ['a part number', 'markdown', 'Drill model ⟦T1021⇒T1021 doubtful⟧'],
    ['slips are understood', 'markdown', '⟦T1562.01⇒T1562.001 certain⟧, ⟦T1059-003⇒T1059.003 certain⟧'],
    ['ICS and mobile', 'markdown', 'ATT&CK ⟦T0801⇒T0801 certain⟧, ⟦T1398⇒T1398 certain⟧'],
  ];
  for (const [name, languageId, marked] of cases)
    test(name, () => assertReferences(languageId, marked, byCertainty));
});
