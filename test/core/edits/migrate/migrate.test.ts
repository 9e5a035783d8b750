import assert from 'node:assert/strict';
import { parses } from '../../../../src/core/edits/insert/yaml/read';
import { withLineEnds } from '../../../support/marked';
import { projectText } from '../../../support/manifest';
import { assertThereAndBack, migrated } from '../../../support/migrations';

type Case = readonly [name: string, before: string, after: string, language?: string];

const thereAndBack: readonly Case[] = [
  ['an id', 'See CCM 4.0 IAM-14.', 'See CCM 4.1 IAM-13.'],
  ['an id that both have', 'See CCM 4.0 GRC-03.', 'See CCM 4.1 GRC-03.'],
  ['another domain', 'CCM v4.0: IVS-09, ivs-03', 'CCM v4.1: I&S-09, i&s-03'],
  [
    'the title with it',
    '# CCM 4.0\n\n- IAM-13 Uniquely Identifiable Users',
    '# CCM 4.1\n\n- IAM-12 Unique Identities',
  ],
  [
    'a title alone',
    '# CCM 4.0\n\n**CEK-03** (data encryption) and CEK-03: Data Encryption',
    '# CCM 4.1\n\n**CEK-03** (data protection) and CEK-03: Data Protection',
  ],
  [
    'a column',
    '| CCM 4.0 | Title |\n| --- | --- |\n| IAM-13 | Uniquely Identifiable Users |\n| IAM-14 | Strong Authentication |',
    '| CCM 4.1 | Title |\n| --- | --- |\n| IAM-12 | Unique Identities |\n| IAM-13 | Strong Authentication |',
  ],
  [
    'front matter',
    '---\nccm_version: "4.0"\n---\n\nCCM IVS-01',
    '---\nccm_version: "4.1"\n---\n\nCCM I&S-01',
  ],
  [
    'front matter in TOML',
    '+++\nccm_version = "4.0"\n+++\n\nCCM IVS-01',
    '+++\nccm_version = "4.1"\n+++\n\nCCM I&S-01',
  ],
  [
    'a comment',
    '<!-- control-lens-edition CCM 4.0 -->\n\nCCM LOG-08',
    '<!-- control-lens-edition CCM 4.1 -->\n\nCCM LOG-09',
  ],
  ['after the id', 'IAM-14 (CCM 4.0)', 'IAM-13 (CCM 4.1)'],
  [
    'keys',
    'ccm_4_0:\n  - id: IAM-13\n    title: Uniquely Identifiable Users\n',
    'ccm_4_1:\n  - id: IAM-12\n    title: Unique Identities\n',
    'yaml',
  ],
  [
    'a version below its framework',
    'version: 4.0\nframework:\n  name: CSA CCM\n  version: "4.0"\n  controls: [IAM-14, STA-02] # CCM\n',
    'version: 4.0\nframework:\n  name: CSA CCM\n  version: "4.1"\n  controls: [IAM-13, STA-03] # CCM\n',
    'yaml',
  ],
  [
    'JSON',
    '{ "ccm_version": "4.0", "controls": ["IAM-14", "IVS-01"] }',
    '{ "ccm_version": "4.1", "controls": ["IAM-13", "I&S-01"] }',
    'json',
  ],
  ['a range', 'CCM 4.0 IVS-01 to IVS-09', 'CCM 4.1 I&S-01 to I&S-09'],
  ['a short range', 'CCM 4.0 LOG-09 to 12', 'CCM 4.1 LOG-10 to 13'],
  ['a range over a line', 'CCM 4.0 STA-03 through\nSTA-06', 'CCM 4.1 STA-04 through\nSTA-07'],
  ['shorthand', 'CCM 4.0 STA-01, -02 and -04', 'CCM 4.1 STA-02, -03 and -05'],
  [
    'an edition whose number stands alone beside an id',
    'CCM 4.0: IAM-14 (4.0), and in v4.0 IAM-15',
    'CCM 4.1: IAM-13 (4.1), and in v4.1 IAM-14',
  ],
  ['numbers alone', 'CCM 4.0 STA-01, 02 and 04', 'CCM 4.1 STA-02, 03 and 05'],
  ['numbers alone without an edition', 'CCM IAM-09, 10, 11, 13', 'CCM IAM-09, 10, 11, 12'],
  ['out of order', 'CCM 4.0 TVM-03, TVM-07, TVM-08', 'CCM 4.1 TVM-08, TVM-03, TVM-09'],
  ['questions', 'CAIQ v4.0 IAM-14.2', 'CAIQ v4.1 IAM-13.2'],
  ['numbers without their zero', 'CCM 4.0 IVS-3, IVS-1 to IVS-9', 'CCM 4.1 I&S-3, I&S-1 to I&S-9'],
  ['a range from high to low', 'CCM 4.0 LOG-12 to LOG-09', 'CCM 4.1 LOG-13 to LOG-10'],
  [
    'the address of a mapping file',
    '# CCM 4.0\n\n[IAM-14](https://ctid.mitre.org/x/csa_ccm-4.1/IAM-14)',
    '# CCM 4.1\n\n[IAM-13](https://ctid.mitre.org/x/csa_ccm-4.1/IAM-14)',
  ],
  [
    'what speaks of another edition',
    '# CCM 4.0\n\n- IAM-14\n- CCM 3.0.1 IAM-12, AICM IAM-13',
    '# CCM 4.1\n\n- IAM-13\n- CCM 3.0.1 IAM-12, AICM IAM-13',
  ],
  [
    'a line about both',
    '# CCM 4.0\n\nIAM-14\n\nIAM-14 (CCM 4.0) became IAM-13 (CCM 4.1).',
    '# CCM 4.1\n\nIAM-13\n\nIAM-14 (CCM 4.0) became IAM-13 (CCM 4.1).',
  ],
  [
    'a table of both',
    '# CCM 4.0\n\nCCM IVS-01\n\n| CCM 4.0 | CCM 4.1 |\n| --- | --- |\n| IAM-14 | IAM-13 |',
    '# CCM 4.1\n\nCCM I&S-01\n\n| CCM 4.0 | CCM 4.1 |\n| --- | --- |\n| IAM-14 | IAM-13 |',
  ],
  ['a document that says nothing', 'Controls: CCM IVS-03, CCM IAM-14', 'Controls: CCM I&S-03, CCM IAM-13'],
  [
    'a flow mapping',
    'ccm: {version: 4.0, controls: [IAM-14]}\n',
    'ccm: {version: 4.1, controls: [IAM-13]}\n',
    'yaml',
  ],
  ['a numbered heading', '## 4.1 Access (CCM 4.0)\n\n- IAM-14', '## 4.1 Access (CCM 4.1)\n\n- IAM-13'],
];

suite('migrating to another edition', () => {
  for (const [name, before, after, language] of thereAndBack) {
    test(`gives the same text there and back: ${name}`, () => assertThereAndBack(before, after, language));
  }

  test('writes out numbers that would go down', () => {
    assert.equal(migrated('CCM 4.0 TVM-02, 03 and 04').text, 'CCM 4.1 TVM-02, 08 and TVM-05');
  });

  test('keeps tickets and doubtful IDs', () => {
    const text = 'Fixed in ticket IAM-14, see IAM-13 of the building.';
    assert.equal(migrated(text).text, text);
  });

  test('turns a range with a new control inside into a list, in the style of its place', () => {
    assert.equal(
      migrated('CCM 4.0 LOG-07 to LOG-09 apply.').text,
      'CCM 4.1 LOG-07, LOG-09 and LOG-10 apply.',
    );
    assert.equal(
      migrated('CCM 4.0 LOG-01 to LOG-13 apply.').text,
      'CCM 4.1 LOG-01 to LOG-07 and LOG-09 to LOG-14 apply.',
    );
    assert.equal(
      migrated('| CCM 4.0 |\n| --- |\n| LOG-07–09; SEF-02 |').text,
      '| CCM 4.1 |\n| --- |\n| LOG-07; LOG-09; LOG-10; SEF-02 |',
    );
    assert.deepEqual(migrated('CCM 4.0 LOG-07 to LOG-09').kinds, ['range']);
  });

  const items: readonly (readonly [name: string, before: string, after: string])[] = [
    ['in brackets', 'ccm_4_0: [LOG-07 to LOG-09, SEF-02]', 'ccm_4_1: [LOG-07, LOG-09, LOG-10, SEF-02]'],
    [
      'in quotes',
      `ccm_4_0: ["LOG-07 to LOG-09", 'SEF-02']`,
      `ccm_4_1: ["LOG-07", "LOG-09", "LOG-10", 'SEF-02']`,
    ],
    [
      'on lines',
      'ccm_4_0:\n  - LOG-07–09 # logs\n  - SEF-02',
      'ccm_4_1:\n  - LOG-07\n  - LOG-09\n  - LOG-10 # logs\n  - SEF-02',
    ],
    [
      'on lines, in quotes',
      'ccm_4_0:\n-   "LOG-07 to LOG-09"',
      'ccm_4_1:\n-   "LOG-07"\n-   "LOG-09"\n-   "LOG-10"',
    ],
    [
      'the first of an inner list',
      'ccm_4_0:\n  - - LOG-07 to LOG-09\n    - SEF-02',
      'ccm_4_1:\n  - - LOG-07\n    - LOG-09\n    - LOG-10\n    - SEF-02',
    ],
    [
      'in brackets over several lines',
      'ccm_4_0: [\n  "SEF-02",\n  "LOG-07 to LOG-09",\n]',
      'ccm_4_1: [\n  "SEF-02",\n  "LOG-07",\n  "LOG-09",\n  "LOG-10",\n]',
    ],
    ['a longer one', 'ccm_4_0:\n- LOG-01 to LOG-13', 'ccm_4_1:\n- LOG-01 to LOG-07\n- LOG-09 to LOG-14'],
    ['a text, not an item', 'ccm_4_0: LOG-07 to LOG-09', 'ccm_4_1: LOG-07, LOG-09, LOG-10'],
    ['with other words', 'ccm_4_0: ["see LOG-07 to LOG-09"]', 'ccm_4_1: ["see LOG-07, LOG-09, LOG-10"]'],
  ];
  for (const [name, before, after] of items)
    test(`turns a range in a YAML sequence into items: ${name}`, () => {
      for (const end of ['\n', '\r\n']) {
        const there = migrated(withLineEnds(before, end), ['4.0', '4.1'], 'yaml');
        assert.equal(there.text, withLineEnds(after, end));
        assert.ok(parses(there.text));
      }
    });

  test('keeps a removed control, and reports what its ID means now', () => {
    const { text, removed, decisions } = migrated('# CCM 4.0\n\nIAM-12 Safeguard Logs Integrity, IAM-13');
    assert.equal(text, '# CCM 4.1\n\nIAM-12 Safeguard Logs Integrity, IAM-12');
    assert.deepEqual(
      removed.map(({ id }) => id),
      ['IAM-12'],
    );
    assert.equal(
      decisions[0]?.message.text,
      "IAM-12 Safeguard Logs Integrity isn't in CCM 4.1, where IAM-12 is Unique Identities.",
    );
  });

  test('reports a removed control inside a range, and closes the range over it', () => {
    const { text, kinds } = migrated('CCM 4.0 IAM-01 to IAM-16');
    assert.equal(text, 'CCM 4.1 IAM-01 to IAM-15');
    assert.deepEqual(kinds, ['removed']);
  });

  test('keeps a removed control within shorthand', () => {
    const { text, kinds } = migrated('CCM 4.0 IAM-11, -12 and -14');
    assert.equal(text, 'CCM 4.1 IAM-11, -12 and -13');
    assert.deepEqual(kinds, ['removed']);
  });

  const decided: readonly (readonly [name: string, text: string, kind: string])[] = [
    ['an id that the edition does not have', 'CCM 4.0 DCS-18', 'not-in-edition'],
    ['an id of the other edition already', 'CCM 4.0 I&S-01', 'not-in-edition'],
    ['an id that only the other edition has', 'CCM IAM-14, CCM STA-16, CCM IVS-03', 'not-in-edition'],
    ['a range that ends beyond the edition', 'CCM 4.0 IAM-15 to IAM-30', 'not-in-edition'],
    ['two ids that become a range', 'CCM 4.0 TVM-07 to TVM-05', 'range'],
    ['a title of another control', 'CCM 4.0 IAM-13 Strong Authentication', 'title'],
    ['a title in a spelling of its own', 'CCM 4.0 CEK-03 Data  Encryption', 'title'],
    ['a question', 'CAIQ 4.0 IAM-14.1', 'question'],
    ['a point release', 'CCM v4.0.5 GRC-03', 'point-release'],
    ['nothing declared', 'CCM IAM-14, CCM IAM-15', 'not-declared'],
    ['ids of the other edition', '# CCM 4.0\n\n- IAM-14\n\n# CCM 4.1\n\n- IAM-13', 'both-editions'],
    ['a line about both', 'IAM-14 of CCM 4.0 is IAM-13 of CCM 4.1', 'both-editions'],
  ];
  for (const [name, text, kind] of decided) {
    test(`leaves to a person: ${name}`, () =>
      assert.ok(migrated(text).kinds.includes(kind as never), migrated(text).kinds.join()));
  }

  test('reports which controls are new', () => {
    const { added } = migrated('CCM 4.0 IAM-14');
    assert.deepEqual(
      added.map(({ ids }) => ids['4.1']),
      [
        'AIS-08',
        'DCS-01',
        'DCS-17',
        'DCS-18',
        'LOG-08',
        'SEF-07',
        'SEF-09',
        'STA-01',
        'STA-09',
        'TVM-04',
        'TVM-10',
      ],
    );
    assert.equal(migrated('CCM 4.1 IAM-13', ['4.1', '4.0']).added.length, 1);
  });

  test('gives the same sample there and back, except for the point release that it names', () => {
    const sample = projectText('media/sample/legacy-cloud-standard.md');
    const there = migrated(sample);
    assert.equal(there.removed.length, 0);
    assert.deepEqual(there.kinds, ['point-release']);
    assert.match(there.text, /\| IAM-12 \| Unique Identities \|/);
    assert.match(there.text, /CCM I&S-06\) and defended \(CCM I&S-09\)/);
    assert.match(there.text, /LOG-09 to LOG-14 apply/);
    assert.match(there.text, /STA-02, -03 and -05\. .* STA-16/);
    assert.equal(migrated(there.text, ['4.1', '4.0']).text, sample.replace('v4.0.5', 'v4.0'));
  });
});
