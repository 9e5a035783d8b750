import type { RuleDocumentation } from './documentation';

export const noMapping: RuleDocumentation = {
  why: `
A reader who relies on a control against an adversary can't learn from the mapping what it helps against. The publisher of
the mapping either assessed the control and found it outside the scope of ATT&CK, or didn't assess it. If a document
doesn't declare an edition, the rule reports a control only if no edition's control with that ID has a mapping. Controls of
one range are reported together.

This matters most near the adversary: in the row, list item, YAML entry or section of a technique, or below a heading that
names one. There, the rule reports each such control once. All other controls of a document are reported once, together, at
the first place: *No mapping for GRC-01 and 11 more of the 17 controls cited here.* The other places come with that problem,
and each has a hint. In a catalog, a document that lists at least half of the controls of an edition, all controls are reported
together. \`controlLens.noMapping\` and \`--no-mapping\` change this.`,
  reported: [
    {
      language: 'markdown',
      text: 'This policy is reviewed each year (CCM GRC-03).',
      message:
        'No mapping for GRC-03 Organizational Policy Reviews: outside the scope of ATT&CK, according to the CSA CCM 4.1 mapping. Cite a mapped control as well, or silence the rule here.',
    },
    {
      language: 'markdown',
      text: 'Reviews follow CCM GRC-01, CCM GRC-03 and CCM IAM-10.',
      message: 'No mapping for GRC-01 and 1 more of the 3 controls cited here.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'Access is reviewed each quarter (CCM IAM-10).',
      because: 'IAM-10 is mapped to ATT&CK techniques.',
    },
    {
      language: 'markdown',
      text: 'Fixed with ticket GRC-03.',
      because: 'This is most likely a ticket, not a control.',
    },
  ],
  fix: `
If the text is about an adversary's technique, cite a control that is mapped to it; the hover on the technique lists them.
If the control is right as it is, as most governance controls are, silence the rule there.`,
  silence: 'disable-line',
  settings: ['controlLens.noMapping'],
};
