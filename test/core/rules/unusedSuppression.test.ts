import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { assertFindings, onlyFinding } from '../../support/findings';

suite('unused-suppression', () => {
  const places: readonly (readonly [name: string, language: string, marked: string])[] = [
    ['a comment that silences', 'markdown', 'CCM GRC-03 <!-- control-lens-disable-line no-mapping -->'],
    [
      'a comment whose finding is gone',
      'markdown',
      'CCM IAM-10 <!-- ⟦control-lens-disable-line no-mapping⇒unused-suppression⟧ -->',
    ],
    [
      'a comment for all rules on the wrong line',
      'markdown',
      '<!-- ⟦control-lens-disable-next-line⇒unused-suppression⟧ -->\n\nCCM ⟦GRC-03⇒no-mapping⟧\n',
    ],
    ['a document without a reference', 'markdown', '<!-- ⟦control-lens-disable⇒unused-suppression⟧ -->\n'],
    [
      'a part that is silenced',
      'markdown',
      '<!-- control-lens-disable -->\nCCM GRC-03\n<!-- control-lens-enable -->\n',
    ],
    [
      'an end without a beginning',
      'markdown',
      'CCM IAM-10\n<!-- ⟦control-lens-enable⇒unused-suppression⟧ -->\n',
    ],
    [
      'the one of two that is of no use',
      'yaml',
      '# control-lens-disable-next-line no-mapping\nccm: GRC-03\n# ⟦control-lens-disable-next-line no-mapping⇒unused-suppression⟧\nccm: IAM-10\n',
    ],
    [
      'a rule that is misspelled',
      'yaml',
      'ccm: ⟦GRC-03⇒no-mapping⟧ # control-lens-disable-line ⟦no-maping⇒unused-suppression⟧\n',
    ],
    [
      'a word that is misspelled',
      'markdown',
      'CCM ⟦GRC-03⇒no-mapping⟧ <!-- control-lens-⟦disable-lines⇒unused-suppression⟧ -->',
    ],
    [
      'a reason that looks like a rule',
      'yaml',
      'ccm: GRC-03 # control-lens-disable-line no-mapping -- no-maping\n',
    ],
    ['other words of ours', 'markdown', '<!-- control-lens-edition 4.1 -->\n<!-- control-lens-ignore -->\n'],
    [
      'a report of ours',
      'markdown',
      '# Report\n\n<!-- control-lens-report -->\n<!-- control-lens-disable -->\n',
    ],
    ['an example in code', 'markdown', '```\n<!-- control-lens-disable -->\n```\n'],
    ['a language whose comments are not read', 'plaintext', 'Write control-lens-disable-line at the end.\n'],
    [
      'a comment that is silenced by name',
      'yaml',
      'ccm: IAM-10 # control-lens-disable-line no-mapping, unused-suppression\n',
    ],
  ];
  for (const [name, language, marked] of places)
    test(`finds what it should, and nothing else: ${name}`, () => assertFindings(language, marked));

  test('leaves a comment alone whose rule is off', () => {
    const rules = { ...DEFAULT_SETTINGS.rules, 'no-mapping': 'off' } as const;
    assertFindings('markdown', 'CCM GRC-03 <!-- control-lens-disable-line no-mapping -->', { rules });
  });

  test('says which word was meant', () => {
    assert.equal(
      onlyFinding('CCM IAM-10 <!-- control-lens-disable-nextline -->').message.text,
      "control-lens-disable-nextline isn't a suppression comment. Did you mean control-lens-disable-next-line?",
    );
  });
});
