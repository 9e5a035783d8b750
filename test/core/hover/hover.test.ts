import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/core/hover/hover';
import type { Block, Run } from '../../../src/core/text/blocks';
import type { Settings } from '../../../src/core/settings/settings';
import { analysisOf } from '../../support/findings';
import { unmark } from '../../support/marked';

const shown = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** One string a line or a row, its cells with ` | ` between; without the last line, which tells the versions. */
function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'table':
        return [block.head.join(' | '), ...block.rows.map((cells) => cells.map(shown).join(' | '))];
      case 'heading':
        return [block.text];
      case 'quote':
        return block.paragraphs.map((runs) => `> ${shown(runs)}`);
      default:
        return [shown(block.runs)];
    }
  });
}

/** What the hover at the mark shows; empty where there is none. */
function hoverOver(marked: string, settings: Partial<Settings> = {}): string[] {
  const { text, marks } = unmark(marked);
  const hover = hoverAt(analysisOf('markdown', text, settings), marks[0]?.span.start ?? -1);
  return hover ? linesOf(hover.blocks) : [];
}

function links(marked: string): string[] {
  const { text, marks } = unmark(marked);
  const blocks = hoverAt(analysisOf('markdown', text), marks[0]?.span.start ?? -1)?.blocks ?? [];
  const runs = blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.flat(2);
    if (block.kind === 'quote') return block.paragraphs.flat();
    return block.kind === 'heading' ? [] : block.runs;
  });
  return runs.flatMap(({ href }) => href ?? []);
}

suite('the hover of a technique', () => {
  test('says that it is struck through, and what it is', () => {
    const [first, second] = hoverOver('ATT&CK ~~⟦T1021.007⟧~~');
    assert.match(first ?? '', /Struck-through text is ignored/);
    assert.match(second ?? '', /^T1021\.007 Cloud Services/);
  });

  test('begins with its links, a sentence and its place in ATT&CK, and goes on to the controls at once', () => {
    assert.deepEqual(hoverOver('ATT&CK ⟦T1021.007⟧ against CCM IAM-14').slice(0, 5), [
      'T1021.007 Cloud Services · Open Page · View in MITRE ATT&CK · View in Mappings Explorer',
      'Uses taken-over identities to log on to cloud consoles, command lines or SaaS apps, and goes from one service to the next.',
      'Sub-technique of T1021 Remote Services · Lateral Movement · IaaS, Identity Provider, Office Suite, SaaS',
      'CSA CCM | 7 controls mapped to it (mitigates) | 1 cited here',
      'IAM-09 | Segregation of Privileged Access Roles | no',
    ]);
  });

  test('links to its page, and to that of each control', () => {
    const found = links('ATT&CK ⟦T1021.007⟧');
    assert.ok(found.includes('https://attack.mitre.org/techniques/T1021/007/'));
    const controls = found
      .filter((href) => href.includes('/external/'))
      .map((href) => href.split('/').at(-2));
    assert.deepEqual(controls.slice(0, 7), [
      ...['IAM-09', 'IAM-10', 'IAM-11', 'IAM-14', 'IAM-16', 'IPY-02', 'IPY-03'],
    ]);
    assert.deepEqual(controls.slice(7), ['AC-02', 'AC-03', 'AC-05', 'AC-06', 'AC-20', 'IA-02', 'IA-05']);
  });

  test('has a table for the framework of the document, and a line for another', () => {
    const nist = hoverOver('NIST SP 800-53 AC-2 against ATT&CK ⟦T1021.007⟧');
    assert.deepEqual(nist.slice(3, 6), [
      'NIST SP 800-53 Rev. 5 | 7 controls mapped to it (mitigates) | 1 cited here',
      'AC-2 | Account Management | yes',
      'AC-3 | Access Enforcement | no',
    ]);
    assert.ok(nist.includes('CSA CCM: IAM-09, IAM-10, IAM-11, IAM-14, IAM-16, IPY-02, IPY-03'));
    const own = hoverOver('ATT&CK ⟦T1021.007⟧ against CCM IAM-14');
    assert.ok(own.includes('NIST SP 800-53 Rev. 5: AC-2, AC-3, AC-5, AC-6, AC-20, IA-2, IA-5'));
  });

  test('with two frameworks in the document, has a table for each that fits a screen', () => {
    const lines = hoverOver('ATT&CK ⟦T1190⟧ against CCM IAM-14 and NIST SP 800-53 AC-2');
    assert.equal(lines.filter((line) => / mapped to it \(mitigates\) \| /.test(line)).length, 2);
    assert.ok(lines.length <= 24, String(lines.length));
  });

  test('names the edition that numbers the controls', () => {
    const [, , , head, ...rows] = hoverOver('ATT&CK ⟦T1021.007⟧ against CCM 4.1 IAM-13');
    assert.equal(head, 'CCM 4.1 | 7 controls mapped to it (mitigates) | 1 cited here');
    assert.ok(rows.includes('IAM-13 | Strong Authentication | yes'));
  });

  test('opens a page that numbers the controls as the document does', () => {
    assert.ok(links('ATT&CK ⟦T1021.007⟧')[0]?.endsWith('openPage?%5B%22T1021.007%22%5D'));
    assert.ok(links('ATT&CK ⟦T1021.007⟧, CCM 4.1 IAM-13')[0]?.endsWith('%22T1021.007%404.1%22%5D'));
  });

  test('names the ID that the mapping is published for', () => {
    const lines = hoverOver('ATT&CK ⟦T1086⟧');
    assert.ok(
      lines.includes('CSA CCM | 1 control mapped to it (mitigates, published for T1059.001) | 0 cited here'),
    );
  });
});

suite('the hover of a control', () => {
  test('has a row for each tactic', () => {
    const lines = hoverOver('CCM 4.1 ⟦IAM-13⟧');
    assert.deepEqual(lines.slice(0, 6), [
      'IAM-13 Strong Authentication · Open Page · View in Mappings Explorer (as IAM-14)',
      'Asks that sign-in to systems and data needs proof as strong as the risk, with more than one factor for sensitive access.',
      'CSA CCM control · Identity and Access Management · CCM 4.1 · CCM 4.0: IAM-14',
      'In CCM 4.0 and the mapping file, IAM-13 is Uniquely Identifiable Users.',
      'Tactic | 19 techniques mapped to it (mitigates)',
      'Initial Access | T1078, T1078.002, T1078.003, T1078.004, T1133',
    ]);
    assert.equal(lines.length, 12);
  });

  test('explains an ID that only another edition has, with its techniques', () => {
    const lines = hoverOver('CCM 4.1 ⟦IVS-03⟧');
    assert.equal(lines[0], 'IVS-03 Network Security · Open Page · View in Mappings Explorer (as I&S-03)');
    assert.match(lines[3] ?? '', /^Tactic \| \d+ techniques mapped to it/);
  });
});

suite('a hover below a problem', () => {
  /** What the hover says of it where no problem does. */
  const cases: readonly (readonly [string, RegExp])[] = [
    ['CCM ⟦GRC-03⟧', /^No mapping\. The publisher/],
    ['CCM ⟦CCC-02⟧', /^No mapping\. The mapping file doesn't/],
    ['CCM ⟦IAM-99⟧', /^This ID is unknown/],
    ['CCM 4.1 ⟦IVS-09⟧', /^CCM 4\.1 doesn't have this ID/],
    ['CCM ⟦GRC-12⟧', /AI Controls Matrix/],
    ['CCM ⟦IAM-14⟧', /^No edition is declared/],
    ['ATT&CK ⟦T1695⟧', /^Not in ATT&CK/],
    ['ATT&CK ⟦T1086⟧', /^Revoked in/],
    ['ATT&CK ⟦T1149⟧', /^Deprecated in/],
    ['ATT&CK ⟦T1404⟧', /^No control is mapped/],
  ];

  for (const [marked, said] of cases) {
    const isSaid = (lines: readonly string[]): boolean => lines.some((line) => said.test(line));
    test(`doesn't repeat the problem of: ${marked}`, () => {
      assert.ok(!isSaid(hoverOver(marked)));
      assert.ok(
        isSaid(hoverOver(`<!-- control-lens-disable -->\n\n${marked}`)),
        'it does where none is shown',
      );
    });
  }

  test('links to the successor, and says how to declare the edition', () => {
    assert.ok(hoverOver('ATT&CK ⟦T1086⟧').includes('Now T1059.001 PowerShell'));
    assert.ok(links('ATT&CK ⟦T1086⟧').includes('https://attack.mitre.org/techniques/T1059/001/'));
    assert.ok(
      hoverOver('CCM ⟦IAM-14⟧').includes('Declare the edition in the front matter: ccm_version: 4.1'),
    );
  });

  test('is absent if nothing is left to say', () => {
    assert.deepEqual(hoverOver('CCM ⟦IAM-99⟧'), []);
  });
});

suite('the last line of a hover', () => {
  test('names the mapping if the hover uses it, else the data alone', () => {
    assert.match(
      hoverOver('ATT&CK ⟦T1021.007⟧').at(-1) ?? '',
      /^Mapping: CSA CCM 4\.1, updated .*not proof of protection\.$/,
    );
    assert.deepEqual(hoverOver('ATT&CK ⟦M1032⟧'), [
      'M1032 Multi-factor Authentication · Open Page · View in MITRE ATT&CK',
      'Requires a second factor at sign-in, so that a stolen password alone does not work.',
      'Mitigation',
      'ATT&CK data up to 19.1.',
    ]);
  });
});
