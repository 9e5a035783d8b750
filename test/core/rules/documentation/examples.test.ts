import assert from 'node:assert/strict';
import { ALL_RULES } from '../../../../src/core/rules/allRules';
import { RULE_DOCUMENTATION } from '../../../../src/core/rules/documentation/ruleDocumentation';
import { silencingComment } from '../../../../src/core/rules/documentation/rulePage';
import type { RuleId } from '../../../../src/core/rules/rule';
import { findingsIn } from '../../../support/findings';

function messages(rule: RuleId, language: string, text: string): string[] {
  return findingsIn(language, text)
    .filter((finding) => finding.rule === rule && finding.isQuiet !== true)
    .map(({ message }) => message.text);
}

suite('the documentation of a rule', () => {
  for (const rule of ALL_RULES) {
    const documentation = RULE_DOCUMENTATION[rule.id];

    test(`${rule.id}: each example is reported with the message shown, and silenced by the comment shown`, () => {
      assert.ok(documentation.reported.length > 0);
      for (const { language, text, message } of documentation.reported) {
        assert.deepEqual(messages(rule.id, language, text), [message]);
        const comment = silencingComment(rule, documentation);
        const silenced =
          documentation.silence === 'disable-line' ? `${text} ${comment}` : `${comment}\n\n${text}`;
        assert.deepEqual(messages(rule.id, language, silenced), []);
      }
    });

    test(`${rule.id}: no counter-example is reported`, () => {
      assert.ok(documentation.notReported.length > 0);
      for (const { language, text } of documentation.notReported)
        assert.deepEqual(messages(rule.id, language, text), [], text);
    });
  }
});
