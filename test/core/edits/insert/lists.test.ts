import { assertInserts } from '../../../support/insertion';

const T = '⟦T1021.007⟧';

function inList(name: string, marked: string, expected: string): void {
  test(`inserts into a list: ${name}`, () => assertInserts('markdown', marked, expected));
}

suite('inserting into lists', () => {
  inList(
    'items below the technique, with the same mark',
    `Against ATT&CK:\n\n* ${T}\n  * CCM IAM-10\n  * CCM GRC-03\n* T1078\n`,
    'Against ATT&CK:\n\n* T1021.007\n  * CCM IAM-10\n  * CCM GRC-03\n  * CCM IAM-09\n  * CCM IAM-11\n* T1078\n',
  );
  test('inserts into a list of plain text, as into one of Markdown', () =>
    assertInserts(
      'plaintext',
      `Techniques of ATT&CK\n\n* ${T}\n  * CCM IAM-10\n  * CCM GRC-03\n* T1078\n`,
      'Techniques of ATT&CK\n\n* T1021.007\n  * CCM IAM-10\n  * CCM GRC-03\n  * CCM IAM-09\n  * CCM IAM-11\n* T1078\n',
    ));
  inList(
    'indented by tabs, without a final newline',
    `# Techniques and CCM controls\n\n- ${T}\n\t- IAM-10: Management of Privileged Access Roles`,
    '# Techniques and CCM controls\n\n- T1021.007\n\t- IAM-10: Management of Privileged Access Roles\n\t- IAM-09: Segregation of Privileged Access Roles\n\t- IAM-11: CSCs Approval for Agreed Privileged Access Roles',
  );
  inList(
    'numbers go on',
    `# Techniques and CCM controls\n\n1. ${T}\n   1. IAM-10\n   2. GRC-03\n2. T1078\n`,
    '# Techniques and CCM controls\n\n1. T1021.007\n   1. IAM-10\n   2. GRC-03\n   3. IAM-09\n   4. IAM-11\n2. T1078\n',
  );
  inList(
    'task lists',
    `# Techniques and CCM controls\n\n- [ ] ${T}\n  - [x] IAM-10\n  - [x] GRC-03\n`,
    '# Techniques and CCM controls\n\n- [ ] T1021.007\n  - [x] IAM-10\n  - [x] GRC-03\n  - [ ] IAM-09\n  - [ ] IAM-11\n',
  );
  inList(
    'below an item without any, as the one beside it has them',
    `# Techniques and CCM controls\n\n* T1078:\n    + IAM-07\n    + DSP-07\n* ${T}:\n* More\n`,
    '# Techniques and CCM controls\n\n* T1078:\n    + IAM-07\n    + DSP-07\n* T1021.007:\n    + IAM-09\n    + IAM-10\n* More\n',
  );
  inList(
    'in a parenthesis, as the one beside it has them',
    `# Techniques and CCM controls\n\n- T1078 (IAM-07; DSP-07)\n- ${T} Cloud Services, too\n`,
    '# Techniques and CCM controls\n\n- T1078 (IAM-07; DSP-07)\n- T1021.007 Cloud Services (IAM-09; IAM-10), too\n',
  );
  inList(
    'behind a colon',
    `# Techniques and CCM controls\n\n- T1078: IAM-07\n- ${T}: IAM-10, GRC-03\n`,
    '# Techniques and CCM controls\n\n- T1078: IAM-07\n- T1021.007: IAM-10, GRC-03, IAM-09, IAM-11\n',
  );
  inList(
    'behind a label in an item of its own',
    `Techniques:\n\n- ${T} is watched.\n  It is new.\n  - Owner: we\n  - CCM controls: IAM-10, GRC-03.\n- T1078\n`,
    'Techniques:\n\n- T1021.007 is watched.\n  It is new.\n  - Owner: we\n  - CCM controls: IAM-10, GRC-03, IAM-09, IAM-11.\n- T1078\n',
  );
  inList(
    'the template below an item, behind what it has already',
    `Techniques:\n\n1. ${T} is watched.\n   - Owner: we\n\n2. T1078\n`,
    'Techniques:\n\n1. T1021.007 is watched.\n   - Owner: we\n   - Mitigating controls: IAM-09, IAM-10\n\n2. T1078\n',
  );
  inList(
    'an empty line between, as between those that stand there',
    `# Techniques and CCM controls\n\n> - ${T}\n>\n>   - IAM-10\n>\n>   - GRC-03\n>\n> - T1078\n`,
    '# Techniques and CCM controls\n\n> - T1021.007\n>\n>   - IAM-10\n>\n>   - GRC-03\n>\n>   - IAM-09\n>\n>   - IAM-11\n>\n> - T1078\n',
  );
  inList(
    'the same number, where all have it',
    `# Techniques and CCM controls\n\n1. ${T}\n   1. IAM-10\n   1. GRC-03\n1. T1078\n`,
    '# Techniques and CCM controls\n\n1. T1021.007\n   1. IAM-10\n   1. GRC-03\n   1. IAM-09\n   1. IAM-11\n1. T1078\n',
  );
  inList(
    'a box, as those of the item beside it have one',
    `# Techniques and CCM controls\n\n- [ ] T1078\n  - [x] IAM-07\n- [x] ${T}\n`,
    '# Techniques and CCM controls\n\n- [ ] T1078\n  - [x] IAM-07\n- [x] T1021.007\n  - [ ] IAM-09\n  - [ ] IAM-10\n',
  );
  inList(
    'behind a colon, as beside it, where nothing else follows',
    `# Techniques and CCM controls\n\n- \`T1078\`: \`IAM-07\`; \`DSP-07\`\n- \`${T}\`\n- T1059\n`,
    '# Techniques and CCM controls\n\n- `T1078`: `IAM-07`; `DSP-07`\n- `T1021.007`: `IAM-09`; `IAM-10`\n- T1059\n',
  );
  inList(
    'behind its own arrow, where one stands beside it',
    `# Techniques and CCM controls\n\n- T1078 -> CCM IAM-07\n- ${T} -> \n`,
    '# Techniques and CCM controls\n\n- T1078 -> CCM IAM-07\n- T1021.007 -> CCM IAM-09, IAM-10\n',
  );
  inList(
    'ids in backticks behind a colon',
    `# Techniques and CCM controls\n\n- \`${T}\`: \`IAM-10\`, \`GRC-03\`\n`,
    '# Techniques and CCM controls\n\n- `T1021.007`: `IAM-10`, `GRC-03`, `IAM-09`, `IAM-11`\n',
  );
  inList(
    'behind a label that goes on below',
    `# Techniques and CCM controls\n\n- ${T}\n  - Controls: IAM-10,\n    GRC-03\n- T1078\n`,
    '# Techniques and CCM controls\n\n- T1021.007\n  - Controls: IAM-10,\n    GRC-03, IAM-09, IAM-11\n- T1078\n',
  );
  inList(
    'in a list within a list within a quote',
    `> - Techniques\n>   - ${T}: Cloud Services\n>   - T1078\n`,
    '> - Techniques\n>   - T1021.007: Cloud Services\n>     - Mitigating controls: IAM-09, IAM-10\n>   - T1078\n',
  );
  inList(
    'a list below a label of the section',
    `## ${T} Cloud Services\n\nIt is new.\n\nControls:\n\n- CCM IAM-10\n- CCM GRC-03\n\nMore.\n`,
    '## T1021.007 Cloud Services\n\nIt is new.\n\nControls:\n\n- CCM IAM-10\n- CCM GRC-03\n- CCM IAM-09\n- CCM IAM-11\n\nMore.\n',
  );
  inList(
    'a list that the sentence leads to',
    `Against ${T} we have\nthese:\n1. CCM IAM-10\n2. CCM GRC-03\n\nMore.\n`,
    'Against T1021.007 we have\nthese:\n1. CCM IAM-10\n2. CCM GRC-03\n3. CCM IAM-09\n4. CCM IAM-11\n\nMore.\n',
  );
  inList(
    'a list right below the heading',
    `# CCM\n\n## ${T}\n\n- CCM IAM-10\n- CCM GRC-03\n\n## T1078\n`,
    '# CCM\n\n## T1021.007\n\n- CCM IAM-10\n- CCM GRC-03\n- CCM IAM-09\n- CCM IAM-11\n\n## T1078\n',
  );
  inList(
    'the list of a section below its own that is called that of controls',
    `# CCM\n\n## ${T} Cloud Services\n\nConsoles are watched.\n\n### Detection\n\n- Logs\n\n### Mitigating controls\n\n- IAM-10\n- GRC-03\n\n## T1078\n\n### Mitigating controls\n\n- IAM-09\n`,
    '# CCM\n\n## T1021.007 Cloud Services\n\nConsoles are watched.\n\n### Detection\n\n- Logs\n\n### Mitigating controls\n\n- IAM-10\n- GRC-03\n- IAM-09\n- IAM-11\n\n## T1078\n\n### Mitigating controls\n\n- IAM-09\n',
  );
  inList(
    'not that of a section below which names a technique of its own',
    `# CCM\n\n## ${T} Cloud Services\n\nIt is new.\n\n### Controls of T1078\n\n- IAM-10\n`,
    '# CCM\n\n## T1021.007 Cloud Services\n\nIt is new.\n\nMitigating controls: IAM-09, IAM-10\n\n### Controls of T1078\n\n- IAM-10\n',
  );
  inList(
    'not a list of other things as well',
    `ATT&CK ${T} is new.\n\n- CCM IAM-10\n- our cloud\n`,
    'ATT&CK T1021.007 is new.\n\nMitigating controls: IAM-09, IAM-11\n\n- CCM IAM-10\n- our cloud\n',
  );
  inList(
    'not within a quote below that is no part of the item',
    `# Techniques and CCM controls\n\n+   ${T}\n+   T1190\n\n> -\tT1190\n>     * CCM SEF-01\n>     * CCM GRC-03\n`,
    '# Techniques and CCM controls\n\n+   T1021.007\n      * CCM IAM-09\n      * CCM IAM-10\n+   T1190\n\n> -\tT1190\n>     * CCM SEF-01\n>     * CCM GRC-03\n',
  );
});
