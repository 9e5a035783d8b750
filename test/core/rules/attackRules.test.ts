import assert from 'node:assert/strict';
import { analysisOf, assertFindings, onlyFinding } from '../../support/findings';

const ATTACK_17 = { attackVersion: '17.1' };
const ATTACK_18 = { attackVersion: '18.1' };

suite('the rules on ATT&CK IDs', () => {
  const places: readonly (readonly [name: string, marked: string])[] = [
    ['a current technique with controls', 'ATT&CK T1021.007, T1059'],
    ['a revoked technique', 'ATT&CK ⟦T1086⇒revoked-technique⟧'],
    ['a deprecated technique', 'ATT&CK ⟦T1108⇒deprecated-technique⟧'],
    ['a technique without a control', '⟦T1543.004⇒no-mapped-control⟧'],
    ['a technique that exists nowhere', 'ATT&CK ⟦T9999⇒unknown-id⟧ ⟦T1021.099⇒unknown-id⟧'],
    ['one that may be newer', 'ATT&CK ⟦T1691⇒newer-id⟧ ⟦T1021.009⇒newer-id⟧'],
    ['another object that exists nowhere', 'ATT&CK ⟦M9999⇒unknown-id⟧'],
    ['other objects', 'ATT&CK M1018, G0016, S0154, C0024, TA0008'],
    ['a doubtful reference', 'ticket T9999'],
    ['a successor inherits the controls of what it took over', 'ATT&CK T1685'],
    ['a number that lacks a zero', '⟦T1562.01⇒malformed-id⟧'],
    ['one whose name says which zero', '⟦T1562.01⇒revoked-technique⟧ Downgrade Attack'],
    ['one that only one zero completes', 'ATT&CK ⟦T1021.07⇒malformed-id⟧'],
  ];
  for (const [name, marked] of places)
    test(`find what they should, and nothing else: ${name}`, () => assertFindings('markdown', marked));

  test('take T1562.001 for current and T1685 for newer in an older release', () => {
    assertFindings('markdown', 'ATT&CK ⟦T1562.001⇒revoked-technique⟧ T1685');
    assertFindings('markdown', 'ATT&CK T1562.001 ⟦T1685⇒newer-id⟧', ATTACK_18);
    assertFindings('markdown', 'ATT&CK T1562.001 ⟦T1036.012⇒newer-id⟧', ATTACK_17);
  });

  test('revoked-technique says since when and what to use', () => {
    const old = onlyFinding('ATT&CK T1086');
    assert.deepEqual([old.severity, old.replacements], ['warning', ['T1059.001']]);
    assert.match(
      old.message.text,
      /T1086 PowerShell was revoked in ATT&CK 17\.1 or earlier\. Use T1059\.001/,
    );
    const recent = onlyFinding('T1562.001');
    assert.deepEqual(recent.replacements, ['T1685']);
    assert.match(recent.message.text, /revoked in ATT&CK 19\.1\. Use T1685 Disable or Modify Tools/);
    assert.doesNotMatch(recent.message.text, /earlier|inferred/);
  });

  test('revoked-technique says if the successor was inferred', () => {
    assert.match(onlyFinding('T1562.012').message.text, /Use T1685\.004 .*inferred/);
  });

  test('deprecated-technique offers each technique that MITRE says to use, without claiming that one succeeds', () => {
    const finding = onlyFinding('ATT&CK T1034');
    assert.deepEqual(
      [finding.severity, finding.replacements],
      ['warning', ['T1574.007', 'T1574.008', 'T1574.009']],
    );
    assert.match(finding.message.text, /T1034 Path Interception was deprecated in ATT&CK 17\.1 or earlier/);
    assert.match(finding.message.text, /Use T1574\.007 .* or T1574\.009 .*: several may apply\./);
    assert.match(onlyFinding('ATT&CK T1043').message.text, /Use T1571 Non-Standard Port if it applies/);
  });

  test('deprecated-technique has no replacement if MITRE names none', () => {
    const finding = onlyFinding('ATT&CK T1149');
    assert.deepEqual(finding.replacements, undefined);
    assert.match(finding.message.text, /without a successor/);
  });

  test('deprecated-technique knows the techniques of PRE-ATT&CK by their range of numbers', () => {
    const message =
      /T1266 belonged to PRE-ATT&CK, which was retired in October 2020\. Use a technique of TA0043 Reconnaissance or TA0042/;
    assert.match(onlyFinding('ATT&CK T1266').message.text, message);
    assertFindings('markdown', 'ATT&CK ⟦T1224⇒deprecated-technique⟧ ⟦T1397⇒deprecated-technique⟧');
    assertFindings('markdown', 'ATT&CK ⟦T1223⇒revoked-technique⟧ ⟦T1398⇒no-mapped-control⟧');
  });

  test('malformed-id names both that a lost zero leaves open, and offers both', () => {
    const finding = onlyFinding('T1562.01');
    assert.deepEqual(finding.replacements, ['T1562.001', 'T1562.010']);
    assert.equal(
      finding.message.text,
      'T1562.01 lacks a zero: it may be T1562.001 Disable or Modify Tools or T1562.010 Downgrade Attack.',
    );
    assert.deepEqual(onlyFinding('ATT&CK T1021.07').replacements, ['T1021.007']);
  });

  test('a lost zero is told by a name on the line, or in the entry', () => {
    const idOf = (languageId: string, text: string) => analysisOf(languageId, text).references[0]?.id;
    assert.equal(idOf('markdown', '| Downgrade Attack | T1562.01 |'), 'T1562.010');
    assert.equal(idOf('yaml', 'technique: T1562.01\nremarks: Downgrade Attack'), 'T1562.010');
    assert.equal(idOf('yaml', 'name: Downgrade Attack\ntechnique: T1562.01'), 'T1562.010');
    assert.equal(idOf('markdown', 'T1562.01 Disable or Modify Tools'), 'T1562.001');
    assert.equal(idOf('markdown', 'Downgrade Attack\n\nT1562.01'), 'T1562.001');
    const entries =
      '- technique: T1562.01\n  name: Downgrade Attack\n- technique: T1562.01\n  remarks: Disable or Modify Tools';
    assert.deepEqual(
      analysisOf('yaml', entries).references.map(({ id, mayBe }) => [id, mayBe]),
      [
        ['T1562.010', undefined],
        ['T1562.001', undefined],
      ],
    );
  });

  test('unknown-id proposes ids of the same kind that are current', () => {
    const finding = onlyFinding('ATT&CK T1021.099');
    assert.deepEqual(finding.replacements, ['T1021.001', 'T1021.002', 'T1021.003']);
    assert.match(finding.message.text, /ATT&CK up to 19\.1 has no sub-technique T1021\.099\. Did you mean/);
  });

  test('newer-id says which release has it, if any', () => {
    const known = onlyFinding('ATT&CK T1685', ATTACK_18);
    assert.equal(known.severity, 'information');
    assert.match(known.message.text, /T1685 was added in ATT&CK 19\.1\. .* 18\.1/);
    assert.match(onlyFinding('ATT&CK T1691').message.text, /T1691 isn't in ATT&CK 19\.1/);
  });

  test('no-mapped-control is a hint', () => {
    const finding = onlyFinding('T1543.004');
    assert.equal(finding.severity, 'hint');
    assert.match(finding.message.text, /CSA CCM 4\.1 .*T1543\.004 Launch Daemon/);
  });
});
