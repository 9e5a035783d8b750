import assert from 'node:assert/strict';
import { findingsIn } from '../../support/findings';
import { assertReferences, byCertainty, byEdition, writtenIn } from '../../support/references';

const check = (languageId: string, marked: string): void => assertReferences(languageId, marked, byCertainty);

suite('a word for a ticket', () => {
  const beside: readonly (readonly [name: string, marked: string])[] = [
    ['in another sentence', 'We follow CCM. The Jira ticket is closed. ⟦IAM-14⇒IAM-14 certain⟧ is met'],
    ['at the end of the sentence before', '# CCM\n\nThe ticket is closed. ⟦IAM-14⇒IAM-14 certain⟧ is met'],
    ['on another line', '# CCM\n\nThe Jira ticket says it\n⟦IAM-14⇒IAM-14 certain⟧ is met'],
    ['under a heading of the framework', '# CCM\n\nThe Jira epic shows that ⟦IAM-14⇒IAM-14 certain⟧ is met'],
    [
      'in a cell of a column of the framework',
      '| CSA CCM |\n|---|\n| The Jira epic for ⟦IAM-14⇒IAM-14 certain⟧ |\n',
    ],
  ];
  for (const [name, marked] of beside) test(`says nothing ${name}`, () => check('markdown', marked));

  const speaks: readonly (readonly [name: string, marked: string])[] = [
    ['in its clause', 'The Jira epic shows that ⟦IAM-14⇒IAM-14 doubtful⟧ is met'],
    ['right before it', '# CCM\n\nFixed with ticket ⟦IAM-14⇒IAM-14 doubtful⟧'],
    ['that is abbreviated', '# CCM\n\nSee ticket no. ⟦IAM-14⇒IAM-14 doubtful⟧'],
  ];
  for (const [name, marked] of speaks) test(`counts ${name}`, () => check('markdown', marked));
});

suite('the spelling of an id', () => {
  const read: readonly (readonly [name: string, languageId: string, marked: string])[] = [
    [
      'is cut off by an escape in YAML',
      'yaml',
      'mitre: "first\\n⟦T1059⇒T1059 certain⟧\\nthen\\t⟦T1105⇒T1105 certain⟧\\tlast"',
    ],
    ['is cut off by an escape in JSON', 'json', '{"ccm": "\\n⟦IAM-14⇒IAM-14 certain⟧\\n"}'],
    ['may begin with MOB-', 'markdown', 'ATT&CK MOB-⟦T1398⇒T1398 certain⟧'],
    ['may have a space under a column of CSA', 'markdown', '| CSA |\n|---|\n| ⟦GRC 01⇒GRC-01 certain⟧ |\n'],
    [
      'may have a space behind a label of CSA',
      'markdown',
      'CSA: ⟦IAM 02⇒IAM-02 certain⟧, ⟦IAM 05⇒IAM-05 certain⟧',
    ],
    ['is a question in a document that names CAIQ', 'markdown', 'Our CAIQ.\n\n⟦IAM-14.1⇒IAM-14 certain⟧ Yes'],
  ];
  for (const [name, languageId, marked] of read) test(name, () => check(languageId, marked));

  const passed: readonly (readonly [name: string, languageId: string, marked: string])[] = [
    ['is no part of a path', 'markdown', 'ATT&CK C:\\nT1059\\bin'],
    ['has no space in running text', 'markdown', 'The CSA sits in room GRC 01 and LOG 02'],
    ['has no space under another column', 'markdown', 'CSA\n\n| Room |\n|---|\n| GRC 01 |\n'],
    ['is no mail address', 'markdown', 'CCM IAM-12@example.com'],
  ];
  for (const [name, languageId, marked] of passed) test(name, () => check(languageId, marked));

  test('a range may have spaces under a label of CSA', () => {
    const rules = findingsIn('markdown', '| CSA |\n|---|\n| GRC 01 to 03 |\n').map(({ rule }) => rule);
    assert.deepEqual(rules.toSorted(), ['malformed-id', 'no-mapping']);
  });

  test('may name an edition after an @', () => {
    const marked = 'CCM: ⟦IAM-12⇒IAM-12 4.0 by after⟧@4.0, @4.0#⟦IAM-12⇒IAM-12 4.0 by after⟧';
    assertReferences('markdown', `${marked}, ⟦IAM-12⇒IAM-12 4.1 by default⟧@5.0`, byEdition);
  });
});

suite('what a text quotes as wrong', () => {
  test('is no finding', () => {
    assert.deepEqual(
      findingsIn('markdown', 'Write T1021.007 (not `T1021-007`)').map(({ rule }) => rule),
      [],
    );
    assert.deepEqual(
      findingsIn('markdown', 'Write it (as `T1021-007`)').map(({ rule }) => rule),
      ['malformed-id'],
    );
  });
});

suite('an id in an HTML anchor and in its text', () => {
  const anchor = (id: string, text: string) =>
    `<a href="https://attack.mitre.org/techniques/${id}/" target="_blank">${text}</a>`;

  test('is one reference', () => {
    const found = writtenIn('markdown', anchor('T1059', '<b>T1059</b> Interpreter'));
    assert.equal(found.length, 1);
  });

  test('is two if they differ', () => {
    assert.equal(writtenIn('markdown', anchor('T1059', 'T1105')).length, 2);
  });
});

suite('a key of techniques', () => {
  test('makes a revoked id of its file likely, which is told as information', () => {
    const findings = findingsIn('yaml', 'attack_id: T1059.001\nnote: T1086');
    const revoked = findings.find(({ rule }) => rule === 'revoked-technique');
    assert.deepEqual([revoked?.severity, revoked?.reference.id], ['information', 'T1086']);
  });

  test("doesn't if it is called something else", () => {
    const findings = findingsIn('yaml', 'form_id: T1059.001\nnote: T1086');
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'revoked-technique'),
      [],
    );
  });
});

suite('ids of the AI Controls Matrix', () => {
  test('make those beside them less than certain, if nothing names CCM', () =>
    check('yaml', 'controls: [⟦MDS-01⇒MDS-01 certain⟧, ⟦GRC-01⇒GRC-01 likely⟧, ⟦IAM-02⇒IAM-02 likely⟧]'));

  test("don't under a name of CCM", () =>
    check('yaml', 'ccm: [⟦MDS-01⇒MDS-01 certain⟧, ⟦GRC-01⇒GRC-01 certain⟧]'));

  test('are those of AI-CAIQ', () => check('markdown', '# AI-CAIQ\n\n⟦GRC-01⇒GRC-01 doubtful⟧'));
});
