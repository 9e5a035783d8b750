import assert from 'node:assert/strict';
import { fixAll } from '../../../src/core/edits/fixAll';
import { fixesFor } from '../../../src/core/edits/fixes';
import type { RuleId } from '../../../src/core/rules/rule';
import type { Settings } from '../../../src/core/settings/settings';
import { applyEdits } from '../../../src/core/text/edit';
import { analysisOf } from '../../support/findings';
import { withLineEnds } from '../../support/marked';

interface Offered {
  readonly title: string;
  readonly text: string;
  readonly isPreferred: boolean;
}

/** What the fixes of the first finding of a rule make of a text. */
function offered(
  text: string,
  rule: RuleId,
  settings: Partial<Settings> = {},
  language = 'markdown',
): Offered[] {
  const analysis = analysisOf(language, text, settings);
  const finding = analysis.findings.find((each) => each.rule === rule);
  assert.ok(finding, `${rule} in ${text}`);
  return fixesFor(analysis, finding).map(({ title, edits, isPreferred }) => ({
    title: title.text,
    text: applyEdits(text, edits),
    isPreferred,
  }));
}

/** The first fix of the first finding, with LF and with CRLF. */
function assertFirst(rule: RuleId, from: string, to: string, language = 'markdown'): void {
  for (const end of ['\n', '\r\n']) {
    const [first] = offered(withLineEnds(from, end), rule, {}, language);
    assert.equal(first?.text, withLineEnds(to, end));
  }
}

type Case = readonly [name: string, from: string, to: string, language?: string];

suite('a quick fix', () => {
  const revoked: readonly Case[] = [
    ['the id', 'ATT&CK T1086.', 'ATT&CK T1059.001.'],
    ['in a tag', 'tag attack.t1086', 'tag attack.t1059.001'],
    [
      'the name after it',
      'ATT&CK T1562.001 Disable or Modify Tools and more',
      'ATT&CK T1685 Disable or Modify Tools and more',
    ],
    ['a name that changed', '**T1077**: Windows Admin Shares', '**T1021.002**: SMB/Windows Admin Shares'],
    ['in the next cell', '| T1002 | Data Compressed |', '| T1560 | Archive Collected Data |'],
    ['in the cell before', '| Data Compressed | T1002 |', '| Archive Collected Data | T1560 |'],
    ['the name before it', 'Bash History (T1139)', 'Shell History (T1552.003)'],
    ['the words in capitals', 'T1139 BASH HISTORY', 'T1552.003 SHELL HISTORY'],
    ['the words as in a sentence', 'T1002 Data compressed', 'T1560 Archive collected data'],
    ['other words stay', 'T1139 History', 'T1552.003 History'],
    ['a name that goes on is another', 'T1139 Bash Historyless', 'T1552.003 Bash Historyless'],
    [
      'with the name of its parent',
      'T1562.001 Impair Defenses: Disable or Modify Tools',
      'T1685 Disable or Modify Tools',
    ],
    ['a key below', '- id: T1139\n  name: Bash History', '- id: T1552.003\n  name: Shell History', 'yaml'],
    ['a key above', '- name: Bash History\n  id: T1139', '- name: Shell History\n  id: T1552.003', 'yaml'],
    [
      'a key beside',
      'threats: [{ id: T1139, name: Bash History }]',
      'threats: [{ id: T1552.003, name: Shell History }]',
      'yaml',
    ],
    ['a cell of HTML', '<td>T1139</td><td>Bash History</td>', '<td>T1552.003</td><td>Shell History</td>'],
    ['the name in small letters', 'T1139 – bash history', 'T1552.003 – shell history'],
    [
      'the link',
      '[T1086](https://attack.mitre.org/techniques/T1086/)',
      '[T1059.001](https://attack.mitre.org/techniques/T1059/001/)',
    ],
    [
      'the link and the name',
      '[T1035 Service Execution](https://attack.mitre.org/techniques/T1035)',
      '[T1569.002 Service Execution](https://attack.mitre.org/techniques/T1569/002)',
    ],
    [
      'only the address',
      'https://attack.mitre.org/techniques/T1086/',
      'https://attack.mitre.org/techniques/T1059/001/',
    ],
    [
      'the address behind a name',
      '[PowerShell](https://attack.mitre.org/techniques/T1086)',
      '[PowerShell](https://attack.mitre.org/techniques/T1059/001)',
    ],
    [
      'a link to another one stays',
      '[T1086](https://attack.mitre.org/techniques/T1059/)',
      '[T1059.001](https://attack.mitre.org/techniques/T1059/)',
    ],
  ];
  for (const [name, from, to, language] of revoked) {
    test(`replaces a revoked technique: ${name}`, () => {
      const head = language === 'yaml' ? 'attack_techniques:\n' : '# ATT&CK techniques\n\n';
      assertFirst('revoked-technique', head + from, head + to, language);
    });
  }

  test('corrects a typo', () => {
    assertFirst('malformed-id', 'ATT&CK T1059-003', 'ATT&CK T1059.003');
    assertFirst('malformed-id', 'ATT&CK T1059.1 Bash', 'ATT&CK T1059.001 Bash');
    assertFirst('malformed-id', 'CCM iam-1', 'CCM iam-01');
    assertFirst('malformed-id', 'CCM IAM-1.2', 'CCM IAM-01.2');
  });

  test('replaces an ID of another edition, and the title next to it', () => {
    assertFirst('other-edition', 'CCM 4.1 IVS-09 Network Defense', 'CCM 4.1 I&S-09 Network Defense');
    assertFirst('other-edition', 'CCM 4.1: IVS-09.2', 'CCM 4.1: I&S-09.2');
    assertFirst('other-edition', '| CCM 4.0 |\n| --- |\n| I&S-01 |', '| CCM 4.0 |\n| --- |\n| IVS-01 |');
  });

  test('offers the ID of the title next to an unknown ID first, with or without a typo in it', () => {
    const [first] = offered('CCM 4.1 IAM-99 Strong Authentication', 'unknown-id');
    assert.deepEqual(first?.text, 'CCM 4.1 IAM-13 Strong Authentication');
    const [second] = offered('CCM 4.0 SEF-98: Strong Authentification', 'unknown-id');
    assert.equal(second?.text, 'CCM 4.0 IAM-14: Strong Authentification');
    const [third] = offered('ATT&CK T9999 PowerShell', 'unknown-id');
    assert.equal(third?.text, 'ATT&CK T1059.001 PowerShell');
    const [fourth] = offered('CCM 4.1 IAM-99 is meant', 'unknown-id');
    assert.equal(fourth?.title, 'Replace with IAM-09 Segregation of Privileged Access Roles');
  });

  test('replaces the ID, the title or the edition if the title belongs to another control', () => {
    const fixes = offered('CCM 4.0 IAM-13 Strong Authentication', 'title-mismatch');
    assert.deepEqual(
      fixes.slice(0, 3).map(({ title, text }) => `${title}: ${text}`),
      [
        'Replace with IAM-14 Strong Authentication: CCM 4.0 IAM-14 Strong Authentication',
        'Change the title to Uniquely Identifiable Users: CCM 4.0 IAM-13 Uniquely Identifiable Users',
        'Mark this reference as CCM 4.1: CCM 4.1 IAM-13 Strong Authentication',
      ],
    );
    assert.ok(fixes.every(({ isPreferred }) => !isPreferred));
  });

  const commented: readonly Case[] = [
    ['YAML', '---\nccm: [GRC-03]\n---\n', '---\nccm: [GRC-03] # control-lens-disable-line no-mapping\n---\n'],
    [
      'TOML',
      '+++\nccm = ["GRC-03"]\n+++\n',
      '+++\nccm = ["GRC-03"] # control-lens-disable-line no-mapping\n+++\n',
    ],
  ];
  for (const [name, from, to] of commented)
    test(`suppresses a rule in front matter by a comment of ${name}`, () => {
      assert.ok(offered(from, 'no-mapping').some(({ text }) => text === to));
      assert.deepEqual(analysisOf('markdown', to, {}).findings, []);
    });

  const declared: readonly Case[] = [
    ['YAML', '---\na: b\n---\n\n', '---\na: b\nccm_version: 4.0\n---\n\n'],
    ['TOML', '+++\n[a]\nb = 1\n+++\n\n', '+++\nccm_version = "4.0"\n[a]\nb = 1\n+++\n\n'],
  ];
  for (const [name, from, to] of declared)
    test(`declares the edition in front matter in ${name}`, () => {
      const texts = offered(`${from}CCM IAM-13\n`, 'ambiguous-edition').map(({ text }) => text);
      assert.ok(texts.includes(`${to}CCM IAM-13\n`), texts.join('\n\n'));
    });

  test('replaces the address of a link to another ID in its own form, or its text', () => {
    const fixes = offered('See [T1021.007](https://attack.mitre.org/techniques/T1059/).', 'link-mismatch');
    assert.deepEqual(
      fixes.slice(0, 2).map(({ title, text }) => `${title}: ${text}`),
      [
        'Change the link address to T1021.007: See [T1021.007](https://attack.mitre.org/techniques/T1021/007/).',
        'Change the link text to T1059: See [T1059](https://attack.mitre.org/techniques/T1059/).',
      ],
    );
  });

  const addresses: readonly (readonly [text: string, from: string, to: string | undefined])[] = [
    ['TA0008', 'techniques/T1059/', 'tactics/TA0008/'],
    ['M1018', 'techniques/T1059/001/', 'mitigations/M1018/'],
    ['T1021.007', 'tactics/TA0008/', 'techniques/T1021/007/'],
    ['T1021', 'versions/v16/mitigations/M1018', 'versions/v16/techniques/T1021'],
    ['IAM-14', 'techniques/T1059/', undefined],
  ];
  for (const [text, from, to] of addresses)
    test(`writes the address of a link from ${from} by the kind of ${text}, or not at all`, () => {
      const link = (path: string): string => `CCM 4.1, ATT&CK: [${text}](https://attack.mitre.org/${path})`;
      const fixes = offered(link(from), 'link-mismatch').filter(({ title }) => title.includes('address'));
      assert.deepEqual(
        fixes.map((fix) => fix.text),
        to === undefined ? [] : [link(to)],
      );
      const { edits } = fixAll(analysisOf('markdown', link(from)), ['link-mismatch']);
      assert.equal(applyEdits(link(from), edits), link(to ?? from));
    });

  for (const [text, expected] of [
    [
      'note: ATT&CK T1086\n  - x\n',
      '# control-lens-disable-next-line revoked-technique\nnote: ATT&CK T1086\n  - x\n',
    ],
    [
      'attack:\n  - T1086\n   - x\n',
      'attack:\n  # control-lens-disable-next-line revoked-technique\n  - T1086\n   - x\n',
    ],
    [
      'attack:\n  - T1086\n  - x\n',
      'attack:\n  - T1086 # control-lens-disable-line revoked-technique\n  - x\n',
    ],
  ] as const)
    test(`silences a plain text of YAML without breaking it: ${JSON.stringify(text)}`, () => {
      const fixes = offered(text, 'revoked-technique', {}, 'yaml');
      assert.equal(fixes.find(({ title }) => title.includes('on this line'))?.text, expected);
    });

  test('silences a line of an AsciiDoc cell that goes on below', () => {
    const text = '= CCM\n\n|===\n|GRC-03\ngoes on\n|===\n';
    const fix = offered(text, 'no-mapping', {}, 'asciidoc').find(({ title }) => title.includes('this line'));
    assert.equal(fix?.text, text.replace('GRC-03', 'GRC-03 // control-lens-disable-line no-mapping'));
  });
});
