import assert from 'node:assert/strict';
import { Analysis } from '../../../src/core/analysis/analysis';
import { completionBlocks, completionsAt, type Completions } from '../../../src/core/completion/completions';
import { renderMarkdown } from '../../../src/core/text/renderMarkdown';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';
import { realKnowledge } from '../../support/knowledge';
import { withLineEnds } from '../../support/marked';
import { LINE_ENDS } from '../../support/places';
import { frameworkSettings } from '../../support/frameworkSettings';

interface Asked extends Partial<Settings> {
  readonly language?: string;
  readonly isExplicit?: boolean;
}

interface Answer {
  readonly text: string;
  readonly found: Completions | undefined;
  readonly analysis: Analysis;
}

/** What is offered at the bar in the text: `CCM IAM-¦`. */
function ask(marked: string, { language = 'markdown', isExplicit = true, ...settings }: Asked = {}): Answer {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const analysis = new Analysis(text, language, realKnowledge(), { ...DEFAULT_SETTINGS, ...settings });
  return { text, analysis, found: completionsAt(analysis, offset, isExplicit) };
}

/** The letters stand in the text in their order, with others between them. */
function hasLetters(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters.toLowerCase().split(''))
    at = text.toLowerCase().indexOf(letter, at) + 1 || Infinity;
  return at !== Infinity;
}

/** The text once the first item is accepted; `nothing` where none is offered. */
function accept(marked: string, asked?: Asked): string {
  const { text, found } = ask(marked, asked);
  const [first] = found?.items ?? [];
  if (!found || !first) return 'nothing';
  return text.slice(0, found.span.start) + first.newText + text.slice(found.span.end);
}

const table = (row: string): string => `| Technique | CCM controls | Owner |\n| --- | --- | --- |\n${row}`;
const format = (name: Settings['completion']['format']): Asked => ({
  completion: { enabled: true, format: name },
});

/** The last line of the text once the first item is accepted. */
const offered: readonly (readonly [name: string, marked: string, expected: string, asked?: Asked])[] = [
  ['after CCM, by words of the name', 'See CCM strong auth¦.', 'See CCM IAM-14.'],
  ['after CCM with an edition', 'See CCM 4.1 strong auth¦', 'See CCM 4.1 IAM-13'],
  ['after CCM, nothing typed', 'See CCM ¦', 'See CCM A&A-01'],
  ['after the full name', 'The Cloud Controls Matrix iam14¦', 'The Cloud Controls Matrix IAM-14'],
  [
    'after CCM, by the beginning of the title, while typing',
    'CCM Strong Au¦',
    'CCM IAM-14',
    { isExplicit: false },
  ],
  ['between two words of a title', 'CCM strong ¦', 'CCM IAM-02', { isExplicit: false }],
  ['an edition named anywhere', 'We follow CCM 4.1 and no other.\n\nCCM strong auth¦', 'CCM IAM-13'],
  ['a domain and a dash', 'as in IAM-1¦, and', 'as in IAM-10, and'],
  ['a domain with an ampersand', 'as in A&A-¦', 'as in A&A-01'],
  ['the word under the cursor is replaced', 'as in IAM-1¦4b, and', 'as in IAM-10, and'],
  ['the rest of an id goes', 'uses T1078¦.004.', 'uses T1078.'],
  ['the beginning of a technique', 'uses T1021.00¦', 'uses T1021.001'],
  ['in emphasis', 'uses **T1078¦**', 'uses **T1078**'],
  ['a tactic', 'in TA000¦', 'in TA0001'],
  ['a tag keeps its small letters', 'tags: [attack.t1078¦]', 'tags: [attack.t1078]', { language: 'yaml' }],
  ['a prefix keeps its small letters', 'tags: [ccm-iam-1¦]', 'tags: [ccm-iam-10]', { language: 'yaml' }],
  [
    'an address has a slash',
    '[x](https://attack.mitre.org/techniques/T1021/00¦)',
    '[x](https://attack.mitre.org/techniques/T1021/001)',
  ],
  ['the second part of a short form', 'CCM IAM-12/SEF-¦', 'CCM IAM-12/SEF-01'],
  ['a cell, by words', table('| T1078 | strong auth¦ | x |'), '| T1078 | IAM-14 | x |'],
  ['an empty cell', table('| T1078 | ¦ | x |'), '| T1078 | A&A-01 | x |'],
  ['an empty cell without spaces', table('| T1078 |¦| x |'), '| T1078 |A&A-01| x |'],
  ['a row that is not closed', table('| T1078 | ¦'), '| T1078 | A&A-01'],
  ['a row that has just begun', table('| ¦'), '| T1001'],
  ['an empty first cell', table('| ¦ | IAM-10 | x |'), '| T1001 | IAM-10 | x |'],
  ['a second id in a cell', table('| T1078 | IAM-10, strong auth¦ | x |'), '| T1078 | IAM-10, IAM-14 | x |'],
  ['a cell of techniques, by name', table('| valid acc¦ | IAM-10 | x |'), '| T1078 | IAM-10 | x |'],
  ['a cell of techniques, without the letter', table('| 1021.7¦ | | x |'), '| T1021.007 | | x |'],
  ['a table in a quote', '> | CCM |\n> | --- |\n> | strong auth¦ |', '> | IAM-14 |'],
  [
    'an HTML table',
    '<table><tr><th>CCM</th></tr><tr><td>IAM-1¦</td></tr></table>',
    '<table><tr><th>CCM</th></tr><tr><td>IAM-10</td></tr></table>',
  ],
  ['front matter', '---\nccm: [strong auth¦]\n---', '---'],
  ['a flow sequence', 'controls: [IAM-10, strong auth¦]', 'controls: [IAM-10, IAM-14]', { language: 'yaml' }],
  ['a block sequence', 'controls:\n  - strong auth¦', '  - IAM-14', { language: 'yaml' }],
  ['an item at the column of its key', 'controls:\n- ¦', '- A&A-01', { language: 'yaml' }],
  ['a plain value', 'control: ¦', 'control: A&A-01', { language: 'yaml' }],
  ['a quoted value', 'control: "iam14¦"', 'control: "IAM-14"', { language: 'yaml' }],
  [
    'an id below a key of controls',
    'controls:\n  - id: strong auth¦',
    '  - id: IAM-14',
    { language: 'yaml' },
  ],
  ['a flow sequence over lines', 'controls: [\n  IAM-10,\n  strong auth¦', '  IAM-14', { language: 'yaml' }],
  [
    'a flow mapping',
    '- { technique: T1078, controls: [strong auth¦] }',
    '- { technique: T1078, controls: [IAM-14] }',
    { language: 'yaml' },
  ],
  [
    'a key that the setting names',
    'x-refs: [strong auth¦]',
    'x-refs: [IAM-14]',
    { language: 'yaml', controlKeys: ['X_Refs'] },
  ],
  ['a key of techniques', 'techniques: [valid acc¦]', 'techniques: [T1078]', { language: 'yaml' }],
  ['a key of tactics', 'tactic: lateral¦', 'tactic: TA0008', { language: 'yaml' }],
  ['an edition in the key', 'ccm_4_1: [strong auth¦]', 'ccm_4_1: [IAM-13]', { language: 'yaml' }],
  [
    'an edition in a key above',
    'ccm_version: 4.1\ncontrols: [strong auth¦]',
    'controls: [IAM-13]',
    { language: 'yaml' },
  ],
  ['JSON', '{ "controls": ["strong auth¦"] }', '{ "controls": ["IAM-14"] }', { language: 'json' }],
  ['a begun id in a comment', 'a: b # CCM IAM-1¦', 'a: b # CCM IAM-10', { language: 'yaml' }],
  ['plain text', 'See CCM strong auth¦', 'See CCM IAM-14', { language: 'plaintext' }],
  ['an edition in the heading', '# CCM 4.1\n\nSee IAM-¦', 'See IAM-01'],
  ['an edition by setting', 'CCM strong auth¦', 'CCM IAM-13', frameworkSettings({ edition: '4.1' })],
  ['an edition that only other ids tell', 'CCM 4.1 IAM-13\n\nCCM strong auth¦', 'CCM IAM-13'],
  [
    'the column’s own edition',
    '| CCM 4.0 | CCM 4.1 |\n| --- | --- |\n| IAM-14 | strong auth¦ |',
    '| IAM-14 | IAM-13 |',
  ],
  ['an old code, where the edition has another', '# CCM 4.1\n\nSee IVS-0¦', 'See I&S-01'],
  ['an old id', 'controls: [CCM 4.1 IVS-09¦]', 'controls: [CCM 4.1 I&S-09]', { language: 'yaml' }],
  ['an old number', 'CCM 4.1 IAM-16¦', 'CCM 4.1 IAM-15'],
  ['a new code in an older edition', 'CCM 4.0 I&S-0¦', 'CCM 4.0 IVS-01'],
  [
    'an old code in small letters',
    'tags: [ccm-4.1-x, ccm-ivs-0¦]',
    'tags: [ccm-4.1-x, ccm-i&s-01]',
    { language: 'yaml', ...frameworkSettings({ edition: '4.1' }) },
  ],
  ['with the title', 'CCM strong auth¦', 'CCM IAM-14 Strong Authentication', format('id and title')],
  [
    'with the parent’s name',
    'T1021.007¦',
    'T1021.007 Remote Services: Cloud Services',
    format('id and title'),
  ],
  ['a name with markup', 'T1149¦', 'T1149 LC\\_MAIN Hijacking', format('id and title')],
  ['a link', 'T1021.007¦', '[T1021.007](https://attack.mitre.org/techniques/T1021/007/)', format('link')],
  ['a link within a link', '[T1021.007¦](x)', '[T1021.007](x)', format('link')],
  [
    'a value takes the id alone',
    'controls: [strong auth¦]',
    'controls: [IAM-14]',
    { language: 'yaml', ...format('link') },
  ],
  [
    'a link in AsciiDoc',
    'T1078¦',
    'https://attack.mitre.org/techniques/T1078/[T1078]',
    { language: 'asciidoc', ...format('link') },
  ],
];

const refused: readonly (readonly [name: string, marked: string, asked?: Asked])[] = [
  ['ordinary prose', 'Administrators use strong auth¦'],
  ['an empty document', '¦'],
  ['a sentence that goes on after CCM', 'The CCM requires that strong¦'],
  ['words of a title while a sentence is typed', 'The CCM mechan¦', { isExplicit: false }],
  ['the part of a path', 'see T1021/0¦'],
  ['after an id and a space in a cell', table('| T1078 | IAM-14 ¦ | x |')],
  ['a list in a block of text', 'controls: |\n  - strong¦', { language: 'yaml' }],
  ['the part of an address', 'see https://example.com/?control=IAM-1¦'],
  ['a letter', 'T¦'],
  ['a small t', 'a t1¦.micro machine'],
  ['a longer word', 'PORT1¦'],
  ['a longer key', 'CTL-IAM-¦'],
  ['a version', 'v1.T1¦'],
  ['a shell variable', '$T1¦'],
  ['small letters', 'iam-¦'],
  ['another shape', 'ABC-1¦'],
  ['AICM', 'AICM IAM-¦'],
  ['after an id', 'CCM IAM-14 ¦'],
  ['after an id in a cell', table('| T1078 | IAM-14 strong¦ | x |')],
  ['a cell of another column', table('| T1078 | IAM-14 | strong¦ |')],
  ['a row that is not closed, in another column', table('| T1078 | IAM-14 | ¦')],
  ['a pipe outside of a table', 'text\n\n| ¦'],
  ['the header', '| Controls ¦| x |\n| --- | --- |\n| a | b |'],
  ['the row of dashes', '| Controls |\n| --¦- |\n| a |'],
  ['a column of owners', '| Control owner |\n| --- |\n| strong¦ |'],
  ['a column of another framework', '| NIST controls |\n| --- |\n| strong¦ |'],
  ['a column of AICM', '| AICM controls |\n| --- |\n| IAM-¦ |'],
  ['a key', 'contr¦ols: x', { language: 'yaml' }],
  ['a key below controls', 'controls:\n  stro¦', { language: 'yaml' }],
  ['another key', 'title: strong¦', { language: 'yaml' }],
  ['another key below controls', 'controls:\n  - id: IAM-14\n    title: strong¦', { language: 'yaml' }],
  ['a value that is not begun, while typing', 'controls: ¦', { language: 'yaml', isExplicit: false }],
  ['right behind the colon', 'controls:¦', { language: 'yaml' }],
  ['words in a comment', 'controls: [IAM-10] # strong¦', { language: 'yaml' }],
  ['words in a block of text', 'controls: |\n  strong¦', { language: 'yaml' }],
  ['a key behind a dash', 'controls:\n  - name: strong¦', { language: 'yaml' }],
  ['what nothing is called', 'controls: [zzz¦]', { language: 'yaml' }],
  ['turned off', 'CCM IAM-¦', { completion: { enabled: false, format: 'id' } }],
  ['no id is a control', 'IAM-¦', frameworkSettings({ assume: 'never' })],
];

suite('completions', () => {
  for (const [name, end] of LINE_ENDS) {
    for (const [what, marked, expected, asked] of offered) {
      test(`${what} (${name})`, () => {
        const lines = accept(withLineEnds(marked, end), asked).split(end);
        assert.equal(lines.at(-1), expected);
      });
    }
    for (const [what, marked, asked] of refused) {
      test(`nothing for ${what} (${name})`, () => {
        assert.equal(accept(withLineEnds(marked, end), asked), 'nothing');
      });
    }
  }

  test('replace a span that holds the cursor and lies on one line', () => {
    for (const [, marked, , asked] of offered) {
      const { text, found } = ask(marked, asked);
      if (!found) continue;
      const offset = marked.indexOf('¦');
      assert.ok(found.span.start <= offset && offset <= found.span.end);
      assert.doesNotMatch(text.slice(found.span.start, found.span.end), /[\r\n]/);
    }
  });

  test('give the editor a filter text that has the typed letters in order', () => {
    for (const [, marked, , asked] of offered) {
      const { text, found } = ask(marked, asked);
      const typed = text.slice(found?.span.start, marked.indexOf('¦'));
      for (const { filterText } of found?.items ?? [])
        assert.ok(hasLetters(filterText, typed), `${typed} in ${filterText}`);
    }
  });

  test('find a control by its former ID, and report the change', () => {
    const { analysis, found } = ask('# CCM 4.1\n\nSee IVS-0¦');
    const [first] = found?.items ?? [];
    assert.deepEqual(
      [first?.entry.id, first?.former?.id, first?.former?.edition],
      ['I&S-01', 'IVS-01', '4.0'],
    );
    assert.equal(first?.filterText, 'IVS-01');
    assert.ok(first);
    assert.match(
      renderMarkdown(completionBlocks(analysis, first)),
      /^CCM 4\.0 IVS\\-01 is I&amp;S\\-01 in CCM 4\.1\./,
    );
    assert.ok(found?.items.every(({ entry, former }) => entry.edition === '4.1' && former));
  });

  test('begin with IDs that start with what is typed', () => {
    const ids = ask('IAM-1¦').found?.items.map(({ newText }) => newText);
    assert.deepEqual([ids?.[0], ids?.at(-1)], ['IAM-10', 'IAM-01']);
  });

  test('ask the editor to query again for words, and for IDs only if the list was cut', () => {
    assert.equal(ask('CCM strong¦').found?.isComplete, false);
    assert.equal(ask('IAM-¦').found?.isComplete, true);
    assert.equal(ask('T1¦').found?.isComplete, false);
    assert.equal(ask('T1021¦').found?.isComplete, true);
  });

  test('put revoked techniques last, and mark them', () => {
    const items = ask('T10¦').found?.items ?? [];
    const flags = items.map(({ isOutdated }) => isOutdated);
    assert.ok(flags.includes(true));
    assert.equal(flags.lastIndexOf(false), flags.indexOf(true) - 1);
  });

  test('show the hover of the item as its documentation, in the edition of the place', () => {
    const { analysis, found } = ask('CCM 4.1 strong¦');
    const [first] = found?.items ?? [];
    assert.ok(first);
    const markdown = renderMarkdown(completionBlocks(analysis, first));
    assert.match(markdown, /^\*\*IAM\\-13 Strong Authentication\*\*/);
    assert.match(markdown, /techniques mapped to it/);
  });

  /** Work that grows with the square of the line would outlast the time that mocha gives a test. */
  for (const piece of ['CCM ', 'a ', '| ', 'T1/'])
    for (const language of ['markdown', 'yaml'])
      test(`a line of 200,000 characters of "${piece}" is answered in ${language}`, () => {
        const { found } = ask(`CCM ${piece.repeat(200_000 / piece.length)}¦`, { language });
        assert.ok((found?.items.length ?? 0) < 1000);
      });
});

suite('completions of tactics by name', () => {
  const CASES: readonly (readonly [name: string, language: string, marked: string, accepted: string])[] = [
    ['a tag that is begun', 'yaml', 'tags:\n  - attack.defense¦', 'tags:\n  - attack.defense-impairment'],
    [
      'a tag, in the spelling of the others',
      'yaml',
      'tags:\n  - attack.credential_access\n  - attack.lat¦',
      'tags:\n  - attack.credential_access\n  - attack.lateral_movement',
    ],
    [
      'a field that holds names',
      'yaml',
      'mitre: x\ntactics:\n  - CredentialAccess\n  - lat¦',
      'mitre: x\ntactics:\n  - CredentialAccess\n  - LateralMovement',
    ],
    [
      'a field that holds IDs',
      'yaml',
      'mitre: x\ntactics:\n  - TA0006\n  - lat¦',
      'mitre: x\ntactics:\n  - TA0006\n  - TA0008',
    ],
    [
      'the phase of a kill chain',
      'yaml',
      'kill_chain_phases:\n  - kill_chain_name: mitre-attack\n    phase_name: ini¦',
      'kill_chain_phases:\n  - kill_chain_name: mitre-attack\n    phase_name: initial-access',
    ],
    [
      'a cell below names',
      'markdown',
      '# ATT&CK\n\n| Tactic | Technique |\n|---|---|\n| Credential Access | T1110 |\n| lat¦ | T1021 |\n',
      '# ATT&CK\n\n| Tactic | Technique |\n|---|---|\n| Credential Access | T1110 |\n| Lateral Movement | T1021 |\n',
    ],
  ];
  for (const [name, language, marked, accepted] of CASES)
    test(`are offered for ${name}`, () => assert.equal(accept(marked, { language }), accepted));

  test('have each tactic of the enterprise matrix once in a tag', () => {
    const { found } = ask('tags:\n  - attack.¦', { language: 'yaml' });
    assert.equal(found?.items.length, 15);
    assert.equal(new Set(found.items.map(({ newText }) => newText)).size, 15);
  });
});
