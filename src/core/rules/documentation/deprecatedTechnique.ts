import type { RuleDocumentation } from './documentation';

export const deprecatedTechnique: RuleDocumentation = {
  why: `
MITRE no longer maintains this ID, and nothing replaced it. The editor shows it struck through.

A document with 200 or more places of techniques is an inventory. There, the rule reports once, at the first place; every
other place has a hint.`,
  reported: [
    {
      language: 'markdown',
      text: 'ATT&CK T1149 is out of scope.',
      message:
        'T1149 LC_MAIN Hijacking was deprecated in ATT&CK 17.1 or earlier without a successor. Use a current technique instead.',
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
