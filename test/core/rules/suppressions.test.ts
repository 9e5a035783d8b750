import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { assertFindings as assertAllFindings } from '../../support/findings';

/** Without those about the comments themselves. */
function assertFindings(languageId: string, marked: string): void {
  const rules = { ...DEFAULT_SETTINGS.rules, 'unused-suppression': 'off' } as const;
  assertAllFindings(languageId, marked, { rules });
}

/** `GRC-03` has a finding of no-mapping, `T1086` one of revoked-technique. */
const GRC = '⟦GRC-03⇒no-mapping⟧';
const T1086 = '⟦T1086⇒revoked-technique⟧';

suite('a suppression comment', () => {
  const markdown: readonly (readonly [name: string, text: string])[] = [
    ['disable, to the end', `CCM ${GRC}\n<!-- control-lens-disable -->\nCCM GRC-03\n\nATT&CK T1086\n`],
    ['disable works on its own line', 'CCM GRC-03 <!-- control-lens-disable -->\n'],
    [
      'enable',
      `<!-- control-lens-disable -->\nCCM GRC-03\n<!-- control-lens-enable -->\nCCM ${GRC}, ATT&CK ${T1086}\n`,
    ],
    ['disable with an id', `<!-- control-lens-disable no-mapping -->\nCCM GRC-03\n\nATT&CK ${T1086}\n`],
    [
      'enable with an id',
      `<!-- control-lens-disable -->\n<!-- control-lens-enable no-mapping -->\nCCM ${GRC}\n\nATT&CK T1086\n`,
    ],
    ['disable-line', `CCM GRC-03 <!-- control-lens-disable-line -->\nCCM ${GRC}\n`],
    [
      'disable-line with an id',
      `ATT&CK ${T1086}, CCM GRC-03 <!-- control-lens-disable-line no-mapping -->\n`,
    ],
    ['disable-next-line', `<!-- control-lens-disable-next-line -->\nCCM GRC-03\nCCM ${GRC}\n`],
    ['disable-next-line is not for its own', `CCM ${GRC} <!-- control-lens-disable-next-line -->\nx\n`],
    [
      'several ids',
      'ATT&CK T1086, CCM GRC-03 <!-- control-lens-disable-line no-mapping revoked-technique -->',
    ],
    [
      'several ids with commas',
      'ATT&CK T1086, CCM GRC-03 <!-- control-lens-disable-line no-mapping, revoked-technique -->',
    ],
    ['another id', `CCM ${GRC} <!-- control-lens-disable-line unknown-id -->`],
    ['a reason', 'CCM GRC-03 <!-- control-lens-disable-line no-mapping -- accepted in 2025 -->'],
    ['a reason without an id', 'CCM GRC-03 <!-- control-lens-disable-line -- accepted in 2025 -->'],
    [
      'a reason that names a rule',
      `ATT&CK ${T1086}, CCM GRC-03 <!-- control-lens-disable-line no-mapping -- not revoked-technique -->`,
    ],
    ['a misspelt id', `CCM ${GRC} <!-- control-lens-disable-line no-maping -->`],
    [
      'a misspelt id after a right one',
      `ATT&CK ${T1086}, CCM GRC-03 <!-- control-lens-disable-line no-mapping revoked -->`,
    ],
    ['a misspelt word', `CCM ${GRC} <!-- control-lens-disable-lines -->`],
    ['an unknown word', `CCM ${GRC} <!-- control-lens-ignore -->`],
    ['a comment over several lines', `<!--\ncontrol-lens-disable-next-line\n-->\nCCM GRC-03\nCCM ${GRC}\n`],
    ['in a fence it is code', `\`\`\`\n<!-- control-lens-disable -->\n\`\`\`\nCCM ${GRC}\n`],
    ['outside of a comment it is text', `control-lens-disable\n\nCCM ${GRC}\n`],
    ['in front matter', '---\na: b # control-lens-disable\n---\nCCM GRC-03\n'],
  ];
  for (const [name, text] of markdown)
    test(`works in Markdown: ${name}`, () => assertFindings('markdown', text));

  test('works in Markdown with two in one comment', () => {
    const comment = 'control-lens-disable-line no-mapping\ncontrol-lens-disable-line revoked-technique';
    assertFindings('markdown', `ATT&CK T1086, CCM GRC-03 <!-- ${comment} -->\n`);
  });

  const yaml: readonly (readonly [name: string, text: string])[] = [
    ['disable and enable', `# control-lens-disable\nccm: GRC-03\n# control-lens-enable\nccm: ${GRC}\n`],
    ['disable with an id', `# control-lens-disable no-mapping\nccm: GRC-03\ntechnique: ATT&CK ${T1086}\n`],
    ['disable-line', `ccm:\n  - GRC-03 # control-lens-disable-line\n  - ${GRC}\n`],
    ['disable-line with an id', `ccm:\n  - GRC-03 # control-lens-disable-line no-mapping\n`],
    ['disable-line with another', `ccm:\n  - ${GRC} # control-lens-disable-line unknown-id\n`],
    ['disable-next-line', `ccm:\n  # control-lens-disable-next-line\n  - GRC-03\n  - ${GRC}\n`],
    ['a reason', `ccm: GRC-03 # control-lens-disable-line no-mapping -- accepted\n`],
    ['a misspelt id', `ccm: ${GRC} # control-lens-disable-line no-maping\n`],
    ['outside of a comment', `note: control-lens-disable\nccm: ${GRC}\n`],
  ];
  for (const [name, text] of yaml) test(`works in YAML: ${name}`, () => assertFindings('yaml', text));

  test('works in plain text', () =>
    assertFindings('plaintext', `CCM ${GRC}\n; control-lens-disable\nCCM GRC-03\n`));
});
