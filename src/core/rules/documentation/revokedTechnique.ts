import type { RuleDocumentation } from './documentation';

export const revokedTechnique: RuleDocumentation = {
  why: `
MITRE revoked this ID and replaced it with another one. Readers and tools with a current release don't find it. The editor
shows it struck through.

"Or earlier" in the message means that the ID was already revoked in the oldest bundled release. "Inferred from the name"
means that MITRE doesn't publish the successor as such.

In a row, line or entry, the rule reports once. A document with 200 or more places of techniques is an inventory, and one with
more than ten outdated techniques follows an earlier release. There, the rule reports once, at the first place; every
other place has a hint with its quick fix.`,
  reported: [
    {
      language: 'markdown',
      text: 'Scripts still call PowerShell remoting (ATT&CK T1086).',
      message: 'T1086 PowerShell was revoked in ATT&CK 17.1 or earlier. Use T1059.001 PowerShell.',
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'ATT&CK T1086 was replaced by T1059.001.',
      because: 'The text itself says that the ID is an old one. The same goes for `formerly T1086`.',
    },
    {
      language: 'markdown',
      text: 'Lambert, T. (2019, May 2). ATT&CK T1086 in practice. Example Press.',
      because: 'The title of a cited source keeps the IDs that it was published with.',
    },
  ],
  fix: `
Use the quick fix. If your documents follow an older release, set \`controlLens.attack.version\`.`,
  silence: 'disable-line',
  settings: ['controlLens.attack.version'],
};
