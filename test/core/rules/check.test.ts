import assert from 'node:assert/strict';
import { ALL_RULES } from '../../../src/core/rules/allRules';
import { RULE_IDS, SEVERITIES, type RuleId, type SeveritySetting } from '../../../src/core/rules/rule';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { assertFindings, findingsIn, onlyFinding } from '../../support/findings';

/** One text for each rule that makes it speak, and nothing else. */
const EXAMPLES: Readonly<Record<RuleId, string>> = {
  'no-mapping': 'CCM GRC-03',
  'unknown-id': 'CCM IAM-99',
  'revoked-technique': 'ATT&CK T1086',
  'deprecated-technique': 'ATT&CK T1108',
  'other-edition': 'CCM 4.1 IVS-09',
  'ambiguous-edition': 'CCM IAM-13',
  'title-mismatch': 'CCM 4.0 IAM-13 Strong Authentication',
  'invented-title': '### CCM 4.1 IAM-14: Session Recording',
  'malformed-id': 'ATT&CK T1021.07',
  'link-mismatch': '[T1021.007](https://attack.mitre.org/techniques/T1021/001/)',
  'tactic-mismatch': '# Lateral movement\n\n- T1485 Data Destruction',
  'outdated-name': 'tags:\n  - attack.defense-evasion\n',
  'name-mismatch': 'ATT&CK T1021.007: SSH',
  'older-attack': '# ATT&CK v17\n\n- ATT&CK T1562.001\n',
  'aicm-id': 'CCM GRC-12',
  'newer-id': 'ATT&CK T1691',
  'no-mapped-control': 'T1543.004',
  'unused-suppression': 'CCM IAM-10 <!-- control-lens-disable-line no-mapping -->',
};

const withRule = (rule: RuleId, severity: SeveritySetting) => ({
  rules: { ...DEFAULT_SETTINGS.rules, [rule]: severity },
});

suite('the check of a document', () => {
  test('has every rule in its list once, with a description', () => {
    assert.deepEqual(
      ALL_RULES.map(({ id }) => id),
      RULE_IDS,
    );
    for (const { title, description } of ALL_RULES) assert.ok(title !== '' && description.endsWith('.'));
  });

  for (const { id, defaultSeverity } of ALL_RULES) {
    const text = EXAMPLES[id];
    test(`reports ${id} as ${defaultSeverity}, as a setting says, or not at all`, () => {
      assert.deepEqual([onlyFinding(text).rule, onlyFinding(text).severity], [id, defaultSeverity]);
      for (const severity of SEVERITIES)
        assert.equal(onlyFinding(text, withRule(id, severity)).severity, severity);
      assert.deepEqual(findingsIn('markdown', text, withRule(id, 'off')), []);
    });
  }

  test('lists findings in order of place', () => {
    const text =
      'ATT&CK ⟦T1086⇒revoked-technique⟧, CCM ⟦IAM-99⇒unknown-id⟧, ⟦GRC-03⇒no-mapping⟧, ATT&CK ⟦T9999⇒unknown-id⟧';
    assertFindings('markdown', text);
  });

  test('reports once, on the range, what is true of several members', () => {
    const text = 'CCM CEK-10 to CEK-13';
    const findings = findingsIn('markdown', text);
    assert.deepEqual(
      findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
      [['no-mapping', 'CEK-10 to CEK-13']],
    );
    assert.match(findings[0]?.message.text ?? '', /CEK-10, CEK-11, CEK-12 and CEK-13/);
  });

  test('reports a short end on the range too', () => {
    const text = '| CCM |\n| --- |\n| CEK-10 to 12, CEK-13 |';
    assert.deepEqual(
      findingsIn('markdown', text, { noMapping: 'each' }).map(({ span }) => text.slice(span.start, span.end)),
      ['CEK-10 to 12', 'CEK-13'],
    );
  });

  test('reports an end that has a replacement by itself', () =>
    assertFindings('markdown', 'CCM 3.0.1 ⟦DSI-01⇒other-edition⟧-⟦07⇒other-edition⟧'));

  test('reports one such member of a range alone', () => {
    const texts = findingsIn('markdown', 'CCM DSP-02 to DSP-04').map(({ message }) => message.text);
    assert.ok(
      texts.some((text) => /DSP-03 Data Inventory/.test(text)),
      texts.join('\n'),
    );
  });

  test('reports two ranges apart', () => {
    const texts = findingsIn('markdown', 'CCM CEK-10 to CEK-13, CCM CEK-14 to CEK-17', {
      noMapping: 'each',
    }).map(({ message }) => message.text);
    assert.ok(texts.some((text) => /CEK-10, CEK-11, CEK-12 and CEK-13/.test(text)));
    assert.ok(texts.some((text) => /CEK-14, CEK-15, CEK-16 and CEK-17/.test(text)));
  });

  test('keeps different messages of members apart', () => {
    const merged = findingsIn('markdown', 'CCM IVS-01 to IVS-09').filter(
      ({ rule, reference }) => rule === 'other-edition' && reference.implied,
    );
    for (const { message } of merged)
      if (message.text.includes('IVS-03'))
        assert.doesNotMatch(message.text, /IVS-03.* this control is I&S-02/);
  });
});
