import type { RuleDocumentation } from './documentation';

export const deprecatedTechnique: RuleDocumentation = {
  why: `
MITRE no longer maintains this ID. If its description says which techniques to use instead, the quick fixes offer each of
them: several may apply. The techniques of PRE-ATT&CK, T1224 to T1397, were retired in October 2020. The editor shows
the ID struck through.

In a row, line or entry, the rule reports once. A document with 200 or more places of techniques is an inventory, and one with
more than ten outdated techniques follows an earlier release. There, the rule reports once, at the first place; every
other place has a hint.`,
  reported: [
    {
      language: 'markdown',
      text: 'ATT&CK T1149 is out of scope.',
      message:
        'T1149 LC_MAIN Hijacking was deprecated in ATT&CK 17.1 or earlier without a successor. Use a current technique instead.',
    },
    {
      language: 'markdown',
      text: 'ATT&CK T1175 is out of scope.',
      message:
        'T1175 Component Object Model and Distributed COM was deprecated in ATT&CK 17.1 or earlier. Use T1021.003 Distributed Component Object Model or T1559.001 Component Object Model: several may apply.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'The deprecated ATT&CK T1149 is out of scope.',
      because: 'The text itself says that the ID is an old one.',
    },
  ],
  fix: `
Name a current technique, or remove the reference.`,
  silence: 'disable-line',
  settings: ['controlLens.attack.version'],
};
