import { assertReferences, byCertainty } from '../../support/references';

/** A spelling that is read, and one like it that isn't, or isn't as sure. */
type Pair = readonly [name: string, language: string, read: string, other: string];

const PAIRS: readonly Pair[] = [
  [
    'an ID joined to its name by a hyphen',
    'markdown',
    '- ⟦T1078.002⇒T1078.002 certain⟧-Valid accounts',
    '- CTL-T1078.002-Valid accounts',
  ],
  [
    'an ID joined to a name that begins with an acronym',
    'markdown',
    '| Technique |\n| --- |\n| ⟦T1505.001⇒T1505.001 certain⟧-SQL Stored Procedures |\n| ⟦T1197⇒T1197 certain⟧-BITS job |',
    '| Technique |\n| --- |\n| T1197-BITS |\n| T1197-ABC-2 |',
  ],
  ['the key MitreID', 'yaml', 'MitreID: ⟦T1059⇒T1059 certain⟧', 'FormID: ⟦T1059⇒T1059 likely⟧'],
  [
    'the key techniqueId',
    'json',
    '{"techniqueId": "⟦T1562⇒T1562 certain⟧"}',
    '{"formId": "⟦T1562⇒T1562 doubtful⟧"}',
  ],
  [
    'the key mitreAttack',
    'yaml',
    'mitreAttack:\n  - ⟦T1110⇒T1110 certain⟧',
    'printers:\n  - ⟦T1110⇒T1110 likely⟧',
  ],
  ['the key software_id', 'yaml', 'software_id: ⟦S0154⇒S0154 certain⟧', 'shelf_id: ⟦S0154⇒S0154 doubtful⟧'],
  [
    'a tag that lost its letter',
    'yaml',
    'tags:\n  - attack.⟦1562.001⇒T1562.001 certain⟧',
    'tags:\n  - attack.2024.001\n  - heart.attack.1562.001',
  ],
  [
    'a tag whose letter became a 1',
    'yaml',
    'tags:\n  - attack.⟦11136.001⇒T1136.001 certain⟧',
    'tags:\n  - attack.21136.001\n  - attack.111136.001',
  ],
  [
    'an address of the wiki that the site was',
    'markdown',
    'https://attack.mitre.org/wiki/Technique/⟦T1050⇒T1050 certain⟧',
    'https://example.com/wiki/Technique/T1050',
  ],
  [
    'an address of a beta of the site',
    'markdown',
    'https://attack.mitre.org/beta/techniques/⟦T1562⇒T1562 certain⟧/',
    'https://attack.mitre.org/beta/other/T1562/',
  ],
];

suite('spellings of techniques', () => {
  for (const [name, language, read, other] of PAIRS)
    test(name, () => {
      assertReferences(language, read, byCertainty);
      assertReferences(language, other, byCertainty);
    });
});
