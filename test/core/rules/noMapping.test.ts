import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/edits/fixes';
import { hoverAt } from '../../../src/core/hover/hover';
import type { NoMappingSetting } from '../../../src/core/rules/noMappingSetting';
import type { Finding } from '../../../src/core/rules/rule';
import { unmappedIn } from '../../support/catalogs';
import { analysisOf, findingsIn } from '../../support/findings';
import { realKnowledge } from '../../support/knowledge';

const all = realKnowledge().framework('ccm').idsIn('4.1');

function noMapping(text: string, mode: NoMappingSetting = 'near', languageId = 'markdown'): Finding[] {
  return findingsIn(languageId, text, { noMapping: mode }).filter(({ rule }) => rule === 'no-mapping');
}

/** Where warnings are, as `ID:line`, from line 1 on; a summary has a `+` behind its id. */
function warnings(text: string, mode?: NoMappingSetting, languageId?: string): string[] {
  return noMapping(text, mode, languageId)
    .filter(({ severity }) => severity === 'warning')
    .map(({ reference: { id, place }, isSummary }) => `${id}${isSummary ? '+' : ''}:${place.line + 1}`);
}

function table(...rows: readonly string[]): string {
  return ['| CCM 4.1 | Technique |', '| --- | --- |', ...rows, ''].join('\n');
}

suite('a control without a mapping', () => {
  const near: readonly (readonly [
    what: string,
    text: string,
    expected: readonly string[],
    languageId?: string,
  ])[] = [
    [
      'in the row of a technique',
      table('| GRC-03 | T1078 |', '| GRC-01 | T1021 |'),
      ['GRC-03:3', 'GRC-01:4'],
    ],
    [
      'in another row of its table',
      table('| GRC-03 | T1078 |', '| GRC-01 | |', '| GRC-02 | |'),
      ['GRC-03:3', 'GRC-01+:4'],
    ],
    ['in an item with a technique', '- T1078: CCM GRC-03\n', ['GRC-03:1']],
    [
      'in the section of a technique, and not in another one',
      '# Policy\n\n## Access\n\nATT&CK T1078. CCM GRC-03.\n\n## Reviews\n\nCCM GRC-01, CCM GRC-02.\n',
      ['GRC-03:5', 'GRC-01+:9'],
    ],
    [
      'below a heading that names a technique',
      '## T1078 Valid Accounts\n\n### Controls\n\n- CCM GRC-03\n- CCM GRC-01\n',
      ['GRC-03:5', 'GRC-01:6'],
    ],
    [
      'in a table beside one of techniques',
      `## Threats\n\n| ATT&CK technique |\n| --- |\n| T1078 |\n\nControls:\n\n| CCM |\n| --- |\n| GRC-03 |\n| GRC-01 |\n`,
      ['GRC-03:11', 'GRC-01:12'],
    ],
    [
      'in the entry of a technique, and not in another one',
      '- techniques: [T1078]\n  controls: [GRC-03]\n- controls: [GRC-01, GRC-02]\n',
      ['GRC-03:2', 'GRC-01+:3'],
      'yaml',
    ],
    [
      'in a list below the entry of a technique',
      'rules:\n  - techniques:\n      - T1078\n    controls:\n      - GRC-03\n  - controls:\n      - GRC-01\n      - GRC-02\n',
      ['GRC-03:5', 'GRC-01+:7'],
      'yaml',
    ],
    [
      'below other keys than the techniques of the file',
      'threats:\n  - id: T1078\nmeasures:\n  - controls: [GRC-01]\n  - controls: [GRC-03]\n',
      ['GRC-01+:4'],
      'yaml',
    ],
    ['in a file that is one entry', 'techniques: [T1078]\ncontrols: [GRC-03]\n', ['GRC-03:2'], 'yaml'],
  ];
  for (const [what, text, expected, languageId] of near)
    test(`${what} is reported ${expected.join(', ')}`, () =>
      assert.deepEqual(warnings(text, 'near', languageId), expected));

  test('near a technique is reported once, at its first place there', () => {
    const text = `CCM GRC-03.\n\n## Access\n\nATT&CK T1078, CCM GRC-03. Again CCM GRC-03.\n`;
    assert.deepEqual(warnings(text), ['GRC-03:5']);
    assert.deepEqual(
      noMapping(text).map(({ severity }) => severity),
      ['hint', 'warning', 'hint'],
    );
  });

  test('that is cited alone is reported in its own words, wherever it is repeated', () => {
    const [first, second] = noMapping('CCM GRC-03. CCM GRC-03.');
    assert.match(
      first?.message.text ?? '',
      /^No mapping for GRC-03 .*: outside the scope .* silence the rule here\.$/,
    );
    assert.equal(first?.severity, 'warning');
    assert.equal(second?.severity, 'hint');
    assert.doesNotMatch(second?.message.text ?? '', /Cite a mapped control/);
  });

  test('is summed up with all others, each place being related and having a hint', () => {
    const text = 'CCM GRC-01, CCM GRC-03, CCM IAM-10, CCM GRC-01.';
    const [summary, ...others] = noMapping(text);
    assert.equal(summary?.message.text, 'No mapping for GRC-01 and 1 more of the 3 controls cited here.');
    assert.deepEqual(
      summary?.related?.map(({ span }) => text.slice(span.start, span.end)),
      ['GRC-03', 'GRC-01'],
    );
    assert.deepEqual(
      others.map(({ span, severity }) => [span, severity]),
      summary?.related?.map(({ span }) => [span, 'hint']),
    );
  });

  test('is reported at every reference, or once, by the setting', () => {
    const text = table('| GRC-03 | T1078 |', '| GRC-03 | T1021 |', '| GRC-01 | |');
    assert.deepEqual(warnings(text, 'each'), ['GRC-03:3', 'GRC-03:4', 'GRC-01:5']);
    assert.deepEqual(warnings(text, 'document'), ['GRC-03+:3']);
  });

  test('is reported once in a catalog, whatever technique is beside it', () => {
    const rows = all.map((id) => `| ${id} | T1078 |`);
    const unmapped = unmappedIn('4.1', all);
    assert.deepEqual(
      noMapping(table(...rows))
        .filter(({ severity }) => severity === 'warning')
        .map(({ message }) => message.text),
      [`No mapping for ${unmapped[0]} and ${unmapped.length - 1} more of the 207 controls cited here.`],
    );
    assert.equal(warnings(table(...rows), 'each').length, unmapped.length);
    const half = rows.slice(0, Math.ceil(rows.length / 2) - 1);
    assert.ok(warnings(table(...half)).length > 10);
  });

  test('makes one message of a range, be some out of scope and some not assessed', () => {
    const found = noMapping('CCM 4.1 CCC-01 to CCC-03');
    assert.deepEqual(
      found.map(({ message }) => message.text),
      [
        'No mapping for CCC-01 and CCC-03 (outside the scope of ATT&CK) and CCC-02 (not assessed) in the CSA CCM 4.1 mapping. Cite a mapped control as well, or silence the rule here.',
      ],
    );
  });

  test('is suppressed by a comment, and counts without what a comment suppresses', () => {
    const text = 'CCM GRC-01 <!-- control-lens-disable-line no-mapping -->\n\nCCM GRC-02, CCM GRC-03.\n';
    assert.match(
      noMapping(text)[0]?.message.text ?? '',
      /^No mapping for GRC-02 and 1 more of the 3 controls/,
    );
    assert.deepEqual(noMapping(`<!-- control-lens-disable no-mapping -->\n\n${text}`), []);
  });

  test('has a fix that suppresses a summary in the document, and a hover that still says why', () => {
    const analysis = analysisOf('markdown', 'CCM GRC-01, CCM GRC-03');
    const [finding] = analysis.findings;
    assert.ok(finding);
    assert.deepEqual(
      fixesFor(analysis, finding).map(({ title }) => title.text),
      ['Silence no-mapping in this document'],
    );
    assert.match(JSON.stringify(hoverAt(analysis, finding.span.start)?.blocks), /No mapping\./);
  });
});

suite('a file that lists hundreds of techniques', () => {
  const { attack } = realKnowledge();
  const current = attack.ids('technique').filter((id) => attack.at(id)?.status === 'current');
  const list = (count: number): string =>
    [
      '# ATT&CK techniques',
      '',
      ...['T1086', 'T1064', ...current.slice(0, count - 4), 'T1193', 'T1108'].map((id) => `- ${id}`),
    ].join('\n');
  const outdated = (text: string): Finding[] =>
    [...findingsIn('markdown', text)].filter(({ severity }) => severity === 'warning');

  test('reports revoked and deprecated techniques once each', () => {
    const [revoked, deprecated, ...more] = outdated(list(200));
    assert.deepEqual(more, []);
    assert.equal(revoked?.message.text, 'T1086 and 1 more of the 200 techniques named here were revoked.');
    assert.equal(
      deprecated?.message.text,
      'T1064 and 1 more of the 200 techniques named here were deprecated.',
    );
    assert.deepEqual(revoked.replacements, ['T1059.001']);
    assert.equal(revoked.related?.length, 1);
  });

  test('reports each in a shorter one', () => {
    assert.equal(outdated(list(199)).length, 4);
  });
});
