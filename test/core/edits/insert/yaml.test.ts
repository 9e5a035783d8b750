import assert from 'node:assert/strict';
import { assertInserts, refusal } from '../../../support/insertion';

const T = '⟦T1021.007⟧';

/** Mappings in mappings, with ATT&CK in the innermost. */
function nested(depth: number): string {
  const lines = Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}technique:\n`);
  return `${lines.join('')}${' '.repeat(depth)}technique: `;
}

function inYaml(name: string, marked: string, expected: string, languageId = 'yaml'): void {
  test(name, () => assertInserts(languageId, marked, expected));
}

suite('inserting into a block sequence of YAML', () => {
  inYaml(
    'more items, with quotes and indentation as they are',
    `- technique: ${T}\n  controls:\n      -   'IAM-10'\n      -   'GRC-03'\n  status: open\n`,
    `- technique: T1021.007\n  controls:\n      -   'IAM-10'\n      -   'GRC-03'\n      -   'IAM-09'\n      -   'IAM-11'\n  status: open\n`,
  );
  inYaml(
    'at the column of the key, without a final newline',
    `a:\n  technique: "${T}"\n  csa_ccm:\n  - "IAM-10"\n  - "GRC-03" # reviews`,
    `a:\n  technique: "T1021.007"\n  csa_ccm:\n  - "IAM-10"\n  - "GRC-03" # reviews\n  - "IAM-09"\n  - "IAM-11"`,
  );
  inYaml(
    'above comments and blank lines that follow',
    `technique: ${T}\ncontrols:\n  - IAM-10\n  - GRC-03\n\n  # to be discussed\n\nowner: we\n`,
    'technique: T1021.007\ncontrols:\n  - IAM-10\n  - GRC-03\n  - IAM-09\n  - IAM-11\n\n  # to be discussed\n\nowner: we\n',
  );
  inYaml(
    'titles in comments',
    `technique: ${T}\ncontrols:\n  - GRC-03\n  - IAM-10  # Management of Privileged Access Roles\n`,
    'technique: T1021.007\ncontrols:\n  - GRC-03\n  - IAM-10  # Management of Privileged Access Roles\n  - IAM-09  # Segregation of Privileged Access Roles\n  - IAM-11  # CSCs Approval for Agreed Privileged Access Roles\n',
  );
  inYaml(
    'titles in the value',
    `technique: ${T}\nccm:\n- "IAM-10: Management of Privileged Access Roles"\n`,
    'technique: T1021.007\nccm:\n- "IAM-10: Management of Privileged Access Roles"\n- "IAM-09: Segregation of Privileged Access Roles"\n- "IAM-11: CSCs Approval for Agreed Privileged Access Roles"\n',
  );
  inYaml(
    'mappings with an id and a title',
    `technique: ${T}\ncontrols:\n  - id: IAM-10\n    title: 'Management of Privileged Access Roles'\n    status: done\n`,
    `technique: T1021.007\ncontrols:\n  - id: IAM-10\n    title: 'Management of Privileged Access Roles'\n    status: done\n  - id: IAM-09\n    title: 'Segregation of Privileged Access Roles'\n  - id: IAM-11\n    title: 'CSCs Approval for Agreed Privileged Access Roles'\n`,
  );
  inYaml(
    'below a technique that is a key',
    `CCM controls by technique:\n  ${T}:\n    - IAM-10\n    - GRC-03\n  T1078: [IAM-07]\n`,
    'CCM controls by technique:\n  T1021.007:\n    - IAM-10\n    - GRC-03\n    - IAM-09\n    - IAM-11\n  T1078: [IAM-07]\n',
  );
  inYaml(
    'in a document of several',
    `technique: T1059\ncontrols: [AIS-04]\n---\n# second\ntechnique: ${T}\ncontrols:\n- IAM-10\n- GRC-03\n...\n---\nx: 1\n`,
    'technique: T1059\ncontrols: [AIS-04]\n---\n# second\ntechnique: T1021.007\ncontrols:\n- IAM-10\n- GRC-03\n- IAM-09\n- IAM-11\n...\n---\nx: 1\n',
  );
});

suite('inserting into a flow sequence of YAML', () => {
  inYaml(
    'spaced as it is',
    `a: {technique: ${T}, controls: [IAM-10,GRC-03]}\n`,
    'a: {technique: T1021.007, controls: [IAM-10,GRC-03,IAM-09,IAM-11]}\n',
  );
  inYaml(
    'one that is empty',
    `technique: ${T}\ncontrols: [ ] # none\n`,
    'technique: T1021.007\ncontrols: [IAM-09, IAM-10 ] # none\n',
  );
  inYaml(
    'one that is empty, over several lines',
    `{\n  "technique": "${T}",\n  "controls": [\n  ]\n}\n`,
    '{\n  "technique": "T1021.007",\n  "controls": ["IAM-09", "IAM-10"]\n}\n',
    'json',
  );
  inYaml(
    'mappings on lines of their own',
    `{\n  "technique": "${T}",\n  "controls": [\n    {\n      "id": "GRC-03",\n      "title": "Organizational Policy Reviews"\n    }\n  ]\n}\n`,
    '{\n  "technique": "T1021.007",\n  "controls": [\n    {\n      "id": "GRC-03",\n      "title": "Organizational Policy Reviews"\n    },\n    {\n      "id": "IAM-09",\n      "title": "Segregation of Privileged Access Roles"\n    },\n    {\n      "id": "IAM-10",\n      "title": "Management of Privileged Access Roles"\n    }\n  ]\n}\n',
    'json',
  );
  inYaml(
    'not among names with values',
    `{ "technique": "${T}", "properties": [{ "name": "control", "value": "CCM IAM-10" }] }\n`,
    '{ "technique": "T1021.007", "controls": ["IAM-09", "IAM-11"], "properties": [{ "name": "control", "value": "CCM IAM-10" }] }\n',
    'json',
  );
  inYaml(
    'over several lines, with comments',
    `technique: ${T}\ncontrols: [\n    "IAM-10", # a\n    "GRC-03" # b\n  ]\n`,
    'technique: T1021.007\ncontrols: [\n    "IAM-10", # a\n    "GRC-03", # b\n    "IAM-09",\n    "IAM-11"\n  ]\n',
  );
  inYaml(
    'over several lines, with a comma behind the last',
    `technique: ${T}\ncontrols: [\n    IAM-10,\n    GRC-03, # b\n  ]\n`,
    'technique: T1021.007\ncontrols: [\n    IAM-10,\n    GRC-03, # b\n    IAM-09,\n    IAM-11,\n  ]\n',
  );
  inYaml(
    'several on a line',
    `technique: ${T}\ncontrols: [IAM-10, IAM-13,\n  GRC-03, IAM-15,]\n`,
    'technique: T1021.007\ncontrols: [IAM-10, IAM-13,\n  GRC-03, IAM-15, IAM-09, IAM-11,]\n',
  );
  inYaml(
    'of JSON',
    `{\n  "technique": "${T}",\n  "controls": ["IAM-10", "GRC-03"]\n}\n`,
    '{\n  "technique": "T1021.007",\n  "controls": ["IAM-10", "GRC-03", "IAM-09", "IAM-11"]\n}\n',
    'json',
  );
});

suite('inserting where YAML has no sequence yet', () => {
  inYaml(
    'a key below the one of the technique, as the file writes its sequences',
    `- technique: ${T} # c\n  owner: we\n- technique: T1078\n  safeguards:\n    - "IAM-07"\n    - "DSP-07"\n`,
    '- technique: T1021.007 # c\n  safeguards:\n    - "IAM-09"\n    - "IAM-10"\n  owner: we\n- technique: T1078\n  safeguards:\n    - "IAM-07"\n    - "DSP-07"\n',
  );
  inYaml(
    'at the column of the key, where the file has its sequences there',
    `- technique: ${T}\n- technique: T1078\n  controls:\n  - IAM-07\n`,
    '- technique: T1021.007\n  controls:\n  - IAM-09\n  - IAM-10\n- technique: T1078\n  controls:\n  - IAM-07\n',
  );
  inYaml(
    'in the style of other sequences',
    `a:\n  - name: x\n    techniques:\n      - ${T}\n      - T1078`,
    'a:\n  - name: x\n    techniques:\n      - T1021.007\n      - T1078\n    controls:\n      - IAM-09\n      - IAM-10',
  );
  inYaml(
    'below a block of text',
    `note: |\n  ATT&CK ${T}\n\n  more\nowner: we\n`,
    'note: |\n  ATT&CK T1021.007\n\n  more\ncontrols: [IAM-09, IAM-10]\nowner: we\n',
  );
  inYaml(
    'in a mapping in braces',
    `a: { technique: ${T}, owner: we }\n`,
    'a: { technique: T1021.007, controls: [IAM-09, IAM-10], owner: we }\n',
  );
  inYaml(
    'a key without a value',
    `technique: ${T}\ncontrols: # todo\nowner: we\n`,
    'technique: T1021.007\ncontrols: [IAM-09, IAM-10] # todo\nowner: we\n',
  );
  inYaml(
    'null gives way',
    `technique: ${T}\ncontrols: ~\n`,
    'technique: T1021.007\ncontrols: [IAM-09, IAM-10]\n',
  );
  inYaml(
    'one control becomes a list',
    `technique: ${T}\ncontrols: IAM-10 # one\n`,
    'technique: T1021.007\ncontrols: [IAM-10, IAM-09, IAM-11] # one\n',
  );
  inYaml(
    'a text with several goes on',
    `technique: ${T}\ncontrols: "IAM-10; GRC-03"\n`,
    'technique: T1021.007\ncontrols: "IAM-10; GRC-03; IAM-09; IAM-11"\n',
  );
  inYaml(
    'a block of text with one on each line',
    `technique: ${T}\ncontrols: |\n  IAM-10\n  GRC-03\nowner: we\n`,
    'technique: T1021.007\ncontrols: |\n  IAM-10\n  GRC-03\n  IAM-09\n  IAM-11\nowner: we\n',
  );
  inYaml(
    'the edition of the key',
    `technique: ⟦T1078⟧\nccm: {ccm_4_0: [IAM-07, DSP-07]}\n`,
    'technique: T1078\nccm: {ccm_4_0: [IAM-07, DSP-07, IVS-05, IAM-14]}\n',
  );
  inYaml(
    'the reverse: techniques at a control',
    `- control: CCM ⟦IAM-08⟧\n  techniques: [T1072]\n`,
    '- control: CCM IAM-08\n  techniques: [T1072, T1528, T1530]\n',
  );
});

suite('inserting into YAML in the style of the items that are there', () => {
  inYaml(
    'what an item says of its own control is not said of another',
    `technique: ${T}\ncontrols:\n  - GRC-03\n  - IAM-10 (quarterly, by audit)\n`,
    'technique: T1021.007\ncontrols:\n  - GRC-03\n  - IAM-10 (quarterly, by audit)\n  - IAM-09\n  - IAM-11\n',
  );
  inYaml(
    'of a mapping, the pairs of the id and of the title alone',
    `technique: ${T}\ncontrols:\n  - {id: IAM-10, owner: audit}\n`,
    'technique: T1021.007\ncontrols:\n  - {id: IAM-10, owner: audit}\n  - {id: IAM-09}\n  - {id: IAM-11}\n',
  );
  inYaml(
    'mappings in braces, in brackets',
    `technique: ${T}\ncontrols: [{ id: IAM-10, title: Management of Privileged Access Roles }]\n`,
    'technique: T1021.007\ncontrols: [{ id: IAM-10, title: Management of Privileged Access Roles }, { id: IAM-09, title: Segregation of Privileged Access Roles }, { id: IAM-11, title: CSCs Approval for Agreed Privileged Access Roles }]\n',
  );
  inYaml(
    'neither anchors nor tags',
    `technique: ${T}\ncontrols:\n  - id: &own !!str IAM-10\n    done: yes\n`,
    'technique: T1021.007\ncontrols:\n  - id: &own !!str IAM-10\n    done: yes\n  - id: IAM-09\n  - id: IAM-11\n',
  );
  inYaml(
    'ids that are keys, with their titles',
    `technique: ${T}\ncontrols:\n  - IAM-10: Management of Privileged Access Roles\n`,
    'technique: T1021.007\ncontrols:\n  - IAM-10: Management of Privileged Access Roles\n  - IAM-09: Segregation of Privileged Access Roles\n  - IAM-11: CSCs Approval for Agreed Privileged Access Roles\n',
  );
  inYaml(
    'small letters',
    `tags:\n  - attack.${T.toLowerCase()}\nccm:\n  - iam-10\n  - grc-03\n`,
    'tags:\n  - attack.t1021.007\nccm:\n  - iam-10\n  - grc-03\n  - iam-09\n  - iam-11\n',
  );
  inYaml(
    'with the name of the framework',
    `technique: ${T}\nmitigations:\n  - 'CCM IAM-10'\n  - 'CCM GRC-03'\n`,
    "technique: T1021.007\nmitigations:\n  - 'CCM IAM-10'\n  - 'CCM GRC-03'\n  - 'CCM IAM-09'\n  - 'CCM IAM-11'\n",
  );
  for (const nothing of ['TBD', '"TBD"', "'n/a'", 'none', '""', '-'.repeat(3) + ' # later'])
    inYaml(
      `what is nothing yet gives way: ${nothing}`,
      `technique: ${T}\ncontrols: ${nothing}\nowner: we\n`,
      `technique: T1021.007\ncontrols: [IAM-09, IAM-10]${nothing.includes('#') ? ' # later' : ''}\nowner: we\n`,
    );
  inYaml(
    'a key without a colon, in braces',
    `e: { technique: ${T}, controls }\n`,
    'e: { technique: T1021.007, controls: [IAM-09, IAM-10] }\n',
  );
  inYaml(
    'an anchor on a key without a value',
    `technique: ${T}\ncontrols: &list\nowner: we\n`,
    'technique: T1021.007\ncontrols: &list [IAM-09, IAM-10]\nowner: we\n',
  );
});

suite("inserting into YAML that can't be edited", () => {
  const cases: readonly (readonly [name: string, marked: string, code: string])[] = [
    ['an id among keys that are ids', `framework: CSA CCM\nmappings:\n  IAM-10:\n    - ${T}\n`, 'shape'],
    ['a list that is an alias', `- &a [IAM-07]\n- technique: ${T}\n  controls: *a\n`, 'alias'],
    ['a list that is repeated', `- technique: ${T}\n  controls: &a [IAM-10]\n- controls: *a\n`, 'alias'],
    ['an entry that is repeated', `- &e\n  technique: ${T}\n- *e\n`, 'alias'],
    [
      'keys taken from another entry',
      `d: &d {controls: [IAM-10]}\ne:\n  <<: *d\n  technique: ${T}\n`,
      'alias',
    ],
    ['a file that is broken', `technique: ${T}\ncontrols: [IAM-10\nowner: x\n`, 'broken'],
    ['a list without a mapping', `- ATT&CK ${T}\n- x\n`, 'no-mapping'],
    ['a comment', `# ATT&CK ${T}\na: b\n`, 'comment'],
    ['a mapping where a list would stand', `- technique: ${T}\n  controls: {some: thing}\n`, 'shape'],
    ['a text without an id', `technique: ${T}\ncontrols: to be decided\n`, 'shape'],
    ['brackets without end', `x: ATT&CK ${T}\ny: ${'['.repeat(20000)}`, 'too-deep'],
    ['dashes without end', `x: ATT&CK ${T}\ny:\n${'- '.repeat(20000)}a`, 'too-deep'],
    ['a nesting without end', `${nested(300)}${T}`, 'too-deep'],
    ['a file that is too large', `x: ATT&CK ${T}\n${'# much\n'.repeat(150_000)}`, 'too-large'],
  ];
  for (const [name, marked, code] of cases) test(name, () => assert.equal(refusal('yaml', marked), code));

  test('works at an anchor that nothing repeats', () =>
    assertInserts(
      'yaml',
      `- &e\n  technique: ${T}\n  controls: &c [IAM-10, GRC-03]\n`,
      '- &e\n  technique: T1021.007\n  controls: &c [IAM-10, GRC-03, IAM-09, IAM-11]\n',
    ));

  for (const property of ['&k ', '!!str ', '&k !!str '])
    test(`writes a key beside one with ${property.trim()}, and not into the text below it`, () =>
      assertInserts(
        'yaml',
        `entry:\n  ${property}notes: >-\n      ATT&CK ${T}\n`,
        `entry:\n  ${property}notes: >-\n      ATT&CK T1021.007\n  controls: [IAM-09, IAM-10]\n`,
      ));
});
