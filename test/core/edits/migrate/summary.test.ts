import assert from 'node:assert/strict';
import { migrationChoices } from '../../../../src/core/edits/migrate/choices';
import { migrate } from '../../../../src/core/edits/migrate/migrate';
import { migrationDocument, migrationSentence } from '../../../../src/core/edits/migrate/summary';
import { analysisOf, findingsIn } from '../../../support/findings';

const analysis = analysisOf('markdown', '# CCM 4.0\n\nIAM-12\nIAM-13 Uniquely Identifiable Users\n');

suite('the summary of a migration', () => {
  const migration = migrate(analysis, '4.0', '4.1');
  const summary = migrationDocument(analysis, 'a_policy.md', migration);

  test('counts what changed', () => {
    const { text } = migrationSentence(migration);
    assert.equal(text, 'CCM 4.0 to CCM 4.1: 1 id, 1 title and 1 declaration changed.');
  });

  test('lists what is left to decide by its line, and which controls are new', () => {
    assert.match(summary, /^# CCM 4\.0 to CCM 4\.1\n\n<!-- /);
    assert.match(summary, /\na\\_policy\.md\. CCM 4\.0 to/);
    assert.match(
      summary,
      /\| 3 \| IAM-12 Safeguard Logs Integrity isn't in CCM 4\.1, where IAM-12 is Unique/,
    );
    assert.match(summary, /## Controls that only CCM 4\.1 has\n[^#]*\| AIS-08 \| API Security \|/);
  });

  test('says so if nothing is left to decide', () => {
    const none = analysisOf('markdown', '# CCM 4.0\n\nIAM-14');
    const text = migrationDocument(none, 'p.md', migrate(none, '4.0', '4.1'));
    assert.match(text, /Nothing is left to decide\./);
  });

  test('has no findings of its own', () => assert.deepEqual(findingsIn('markdown', summary), []));
});

suite('the choice of a migration', () => {
  const choices = (text: string): string[] =>
    migrationChoices(analysisOf('markdown', text)).map(
      ({ from, to, isDetected }) => `${from}-${to}${isDetected ? '!' : ''}`,
    );

  test('begins with the edition of the document', () => {
    assert.deepEqual(choices('# CCM 4.0\n\nIAM-14'), ['4.0-4.1!']);
    assert.deepEqual(choices('# CCM 4.1\n\nIAM-13'), ['4.1-4.0!']);
    assert.equal(choices('# CCM 4.1\n\nIAM-13\n\n# CCM 4.0\n\nIAM-14, IAM-15')[0], '4.0-4.1!');
  });

  test('offers every edition for a document that declares none', () => {
    assert.deepEqual(
      new Set(choices('CCM IAM-14, CCM IAM-13')),
      new Set(['mapping-4.1!', 'mapping-4.0!', '4.1-4.0', '4.0-4.1']),
    );
  });

  test('is absent in a document without controls', () => assert.deepEqual(choices('ATT&CK T1059'), []));
});
