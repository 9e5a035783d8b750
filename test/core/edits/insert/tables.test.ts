import { assertInserts } from '../../../support/insertion';

const T = '⟦T1021.007⟧';

function inTable(name: string, marked: string, expected: string): void {
  test(`inserts into a table: ${name}`, () => assertInserts('markdown', marked, expected));
}

suite('inserting into a table', () => {
  inTable(
    'the cell of the control column, separated as it is',
    `| Technique | Controls |\n| --- | --- |\n| ${T} | IAM-10; GRC-03 |\n| T1078 | IAM-07 |\n`,
    '| Technique | Controls |\n| --- | --- |\n| T1021.007 | IAM-10; GRC-03; IAM-09; IAM-11 |\n| T1078 | IAM-07 |\n',
  );
  inTable(
    'an empty cell is written as the others of its column',
    `| Technique | CSA CCM v4.1 |\n| --- | --- |\n| ${T} | |\n| T1078 | IAM-07<br>IAM-13 |`,
    '| Technique | CSA CCM v4.1 |\n| --- | --- |\n| T1021.007 | IAM-09<br>IAM-10 |\n| T1078 | IAM-07<br>IAM-13 |',
  );
  inTable(
    'a placeholder gives way',
    `| Technique | Mitigating controls |\n|---|---|\n| ${T} | — |\n`,
    '| Technique | Mitigating controls |\n|---|---|\n| T1021.007 | IAM-09, IAM-10 |\n',
  );
  inTable(
    'a placeholder in a table that is aligned, which stays so',
    `| Technique | Mitigating controls | Owner |\n| --------- | ------------------- | ----- |\n| ${T} | TBD                 | we    |\n`,
    '| Technique | Mitigating controls | Owner |\n| --------- | ------------------- | ----- |\n| T1021.007 | IAM-09, IAM-10      | we    |\n',
  );
  inTable(
    'a row that ends with a pipe, where the others do not',
    `Technique | Controls\n--- | ---\nT1078 | IAM-07\n${T} |\n`,
    'Technique | Controls\n--- | ---\nT1078 | IAM-07\nT1021.007 | IAM-09, IAM-10\n',
  );
  inTable(
    'the column says the edition',
    `# CCM 4.1\n\nIAM-10, IAM-11\n\n| Technique | CCM 4.0 |\n| --- | --- |\n| ⟦T1078⟧ | IAM-07, IAM-13, DSP-07 |\n`,
    '# CCM 4.1\n\nIAM-10, IAM-11\n\n| Technique | CCM 4.0 |\n| --- | --- |\n| T1078 | IAM-07, IAM-13, DSP-07, IVS-05, IAM-14 |\n',
  );
  inTable(
    'titles where the neighbors have them',
    `| ATT&CK | CCM |\n| - | - |\n| ${T} | IAM-10 Management of Privileged Access Roles |\n`,
    '| ATT&CK | CCM |\n| - | - |\n| T1021.007 | IAM-10 Management of Privileged Access Roles, IAM-09 Segregation of Privileged Access Roles, IAM-11 CSCs Approval for Agreed Privileged Access Roles |\n',
  );
  inTable(
    'titles after a colon, ids in backticks',
    `| ATT&CK | CCM |\n| - | - |\n| T1078 | \`IAM-07\`: User Access Changes and Revocation |\n| ${T} | |\n`,
    '| ATT&CK | CCM |\n| - | - |\n| T1078 | `IAM-07`: User Access Changes and Revocation |\n| T1021.007 | `IAM-09`: Segregation of Privileged Access Roles, `IAM-10`: Management of Privileged Access Roles |\n',
  );
  inTable(
    'escaped pipes are no ends of cells',
    `| Technique | When | Controls |\n| --- | --- | --- |\n| ${T} | a \\| b \`c\\|d\` | IAM-10, GRC-03 |\n`,
    '| Technique | When | Controls |\n| --- | --- | --- |\n| T1021.007 | a \\| b `c\\|d` | IAM-10, GRC-03, IAM-09, IAM-11 |\n',
  );
  inTable(
    'without outer pipes, and a row that is too short',
    `Technique|Note|Controls\n-|-|-\nT1078|x|IAM-07, DSP-07\n${T}\n`,
    'Technique|Note|Controls\n-|-|-\nT1078|x|IAM-07, DSP-07\nT1021.007||IAM-09, IAM-10\n',
  );
  inTable(
    'a table that is aligned stays so where there is room',
    `| Technique | Controls               | Who |\n| --------- | ---------------------- | --- |\n| ${T} | IAM-10                 | we  |\n`,
    '| Technique | Controls               | Who |\n| --------- | ---------------------- | --- |\n| T1021.007 | IAM-10, IAM-09, IAM-11 | we  |\n',
  );
  inTable(
    'in a quote and with tabs',
    `> |\tTechnique\t|\tControls\t|\n> |\t---\t|\t---\t|\n> |\t${T}\t|\tIAM-10, GRC-03\t|`,
    '> |\tTechnique\t|\tControls\t|\n> |\t---\t|\t---\t|\n> |\tT1021.007\t|\tIAM-10, GRC-03, IAM-09, IAM-11\t|',
  );
  inTable(
    'a cell of nothing but tabs',
    `|\tTechnique\t|\tCCM\t|\n|\t---\t|\t---\t|\n|\t${T}\t|\t\t|\n`,
    '|\tTechnique\t|\tCCM\t|\n|\t---\t|\t---\t|\n|\tT1021.007\t|\tIAM-09, IAM-10\t|\n',
  );
  inTable(
    'a column that names nothing and holds controls',
    `| Technique | What we do |\n| - | - |\n| T1078 | CCM IAM-07 |\n| ${T} | |\n`,
    '| Technique | What we do |\n| - | - |\n| T1078 | CCM IAM-07 |\n| T1021.007 | CCM IAM-09, IAM-10 |\n',
  );
  inTable(
    'not the column of another framework',
    `| Technique | COBIT controls | CCM |\n| - | - | - |\n| ${T} | DSS05.04 | |\n`,
    '| Technique | COBIT controls | CCM |\n| - | - | - |\n| T1021.007 | DSS05.04 | IAM-09, IAM-10 |\n',
  );
  inTable(
    'without a column, in a parenthesis',
    `CCM 4.1 applies.\n\n| Technique | Note |\n| - | - |\n| ${T} | x |\n`,
    'CCM 4.1 applies.\n\n| Technique | Note |\n| - | - |\n| T1021.007 (IAM-09, IAM-10) | x |\n',
  );
  inTable(
    'the row of the technique that the text above speaks of',
    `About ATT&CK ${T}.\n\n| Technique | Controls |\n| - | - |\n| T1021.007 | IAM-10, GRC-03 |\n`,
    'About ATT&CK T1021.007.\n\n| Technique | Controls |\n| - | - |\n| T1021.007 | IAM-10, GRC-03, IAM-09, IAM-11 |\n',
  );
  inTable(
    'the reverse: techniques at a control',
    '| CCM control | Techniques |\n| - | - |\n| ⟦IAM-08⟧ | T1072 |\n',
    '| CCM control | Techniques |\n| - | - |\n| IAM-08 | T1072, T1528, T1530 |\n',
  );
});
