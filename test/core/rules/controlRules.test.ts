import assert from 'node:assert/strict';
import { assertFindings, onlyFinding } from '../../support/findings';

suite('the rules on controls', () => {
  const places: readonly (readonly [name: string, marked: string])[] = [
    ['a mapped control', 'CCM IAM-10'],
    ['a control out of scope', 'CCM ⟦GRC-03⇒no-mapping⟧'],
    ['a control that is not assessed', 'CCM ⟦CCC-02⇒no-mapping⟧ and ⟦IPY-04⇒no-mapping⟧'],
    ['a control with both kinds of rows', 'CCM HRS-03'],
    ['a doubtful reference', 'ticket GRC-03'],
    ['a likely reference', 'We use CCM.\n\nSee GRC-03.'],
    ['LOG-09 where one of its editions is mapped and none is declared', 'CCM ⟦LOG-09⇒ambiguous-edition⟧'],
    ['SEF-09, without a mapping in every edition', 'CCM ⟦SEF-09⇒no-mapping,ambiguous-edition⟧'],
    ['SEF-09 where 4.1 is declared', 'CCM 4.1 ⟦SEF-09⇒no-mapping⟧'],
    ['IAM-12 of 4.0, and of 4.1', 'CCM 4.0 ⟦IAM-12⇒no-mapping⟧, CCM 4.1 IAM-12'],
    ['STA-02, out of scope in every edition', 'CCM ⟦STA-02⇒no-mapping,ambiguous-edition⟧'],
    ['an id that no edition has', 'CCM ⟦IAM-99⇒unknown-id⟧'],
    ['an id of 4.0 under 4.1', 'CCM 4.1 ⟦IVS-09⇒other-edition⟧ ⟦IAM-16⇒other-edition⟧'],
    ['an id of 4.1 under 4.0', 'CCM 4.0 ⟦I&S-09⇒other-edition⟧'],
    ['an id that one edition has, undeclared', 'CCM ⟦IVS-09⇒other-edition⟧'],
    ['the newest edition, undeclared', 'CCM I&S-09'],
    ['ids of 3.0.1', 'CCM 3.0.1 ⟦IVS-09⇒other-edition⟧ ⟦EKM-01⇒other-edition⟧'],
    ['an id of 3.0.1 that the crosswalk has, undeclared', 'CCM ⟦EKM-02⇒other-edition⟧'],
    ['ids of AICM', 'CCM ⟦GRC-12⇒aicm-id⟧ ⟦MDS-01⇒aicm-id⟧'],
    ['an id of AICM that is named so', 'AICM GRC-12'],
  ];
  for (const [name, marked] of places)
    test(`find what they should, and nothing else: ${name}`, () => assertFindings('markdown', marked));

  test('no-mapping says why', () => {
    const outside = onlyFinding('CCM GRC-03').message;
    assert.match(outside.text, /GRC-03 Organizational Policy Reviews.*outside the scope of ATT&CK/);
    assert.match(outside.text, /CSA CCM 4\.1/);
    const unassessed = onlyFinding('CCM CCC-02').message;
    assert.match(unassessed.text, /CCC-02 Quality Testing.*not assess/);
    assert.notEqual(outside.template, unassessed.template);
  });

  test('no-mapping has the title of the edition', () => {
    assert.match(onlyFinding('CCM 4.0 TVM-03').message.text, /TVM-03 Vulnerability Remediation Schedule/);
    assert.match(onlyFinding('CCM 4.1 TVM-03').message.text, /TVM-03 Vulnerability Identification/);
  });

  test('unknown-id proposes the nearest ids of the edition', () => {
    const finding = onlyFinding('CCM IAM-99');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.replacements?.slice(0, 1), ['IAM-09']);
    assert.match(finding.message.text, /has a control IAM-99\. Did you mean IAM-09, .* or /);
  });

  test('unknown-id proposes nothing if nothing is near', () => {
    const finding = onlyFinding('CCM MDS-99');
    assert.deepEqual([finding.rule, finding.replacements], ['unknown-id', undefined]);
    assert.equal(finding.message.text, 'No edition of CSA CCM has a control MDS-99.');
  });

  test('other-edition proposes the id that the declared edition has', () => {
    const replaced = (text: string) => {
      const { severity, replacements, message } = onlyFinding(text);
      return [severity, replacements, message.values] as const;
    };
    assert.deepEqual(replaced('CCM 4.1 IVS-09'), [
      'information',
      ['I&S-09'],
      ['IVS-09', 'CCM 4.0', 'Network Defense', 'CCM 4.1', 'I&S-09'],
    ]);
    assert.deepEqual(replaced('CCM 4.0 I&S-09')[1], ['IVS-09']);
    assert.deepEqual(replaced('CCM 4.1 IAM-16')[1], ['IAM-15']);
    assert.deepEqual(replaced('CCM IVS-09')[1], ['I&S-09']);
    assert.deepEqual(replaced('CCM 3.0.1 IVS-09')[1], ['IVS-06']);
    assert.deepEqual(replaced('CCM 3.0.1 EKM-01')[1], undefined);
  });

  test('other-edition says if the declared edition removed the control', () => {
    const finding = onlyFinding('CCM 4.0 SEF-10');
    assert.equal(finding.rule, 'other-edition');
    assert.deepEqual(finding.replacements, ['SEF-08']);
    const lost = onlyFinding('CCM 4.0 SEF-09');
    assert.deepEqual([lost.rule, lost.replacements], ['other-edition', undefined]);
    assert.match(lost.message.text, /CCM 4\.0 doesn't have this control/);
  });

  test('aicm-id names AICM', () => {
    const finding = onlyFinding('CCM GRC-12');
    assert.equal(finding.severity, 'information');
    assert.match(finding.message.text, /GRC-12 is a control of the AI Controls Matrix \(AICM\) 1\.1\.0/);
  });

  test('other-edition proposes nothing for an undeclared ID of 3.0.1 that the crosswalk lacks', () =>
    assertFindings('markdown', 'CCM ⟦EKM-01⇒other-edition⟧'));
});
