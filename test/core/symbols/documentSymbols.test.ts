import assert from 'node:assert/strict';
import { documentSymbols, type DocumentSymbol } from '../../../src/core/symbols/documentSymbols';
import { analysisOf } from '../../support/findings';
import { realKnowledge } from '../../support/knowledge';
import { randomText, seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

const { attack } = realKnowledge();

/** One a line, with the lines that it spans, those below another one further in. */
function outline(languageId: string, text: string): string[] {
  const { document } = analysisOf(languageId, text);
  const shown = ({ name, span, place, children }: DocumentSymbol, depth: number): string[] => {
    const [first, last] = [document.lines.lineAt(span.start), document.lines.lineAt(span.end)];
    for (const { place: inner } of [...children, { place }])
      assert.ok(span.start <= inner.start && inner.end <= span.end);
    const lines = first === last ? `${first}` : `${first}-${last}`;
    return [`${'  '.repeat(depth)}${name} @${lines}`, ...children.flatMap((each) => shown(each, depth + 1))];
  };
  return documentSymbols(analysisOf(languageId, text)).flatMap((each) => shown(each, 0));
}

const IDS = ['T1078', 'T1021.007', 'IAM-10', 'IAM-13', 'CCM IAM-14', 'ATT&CK'];
const PIECES: Readonly<Record<string, readonly string[]>> = {
  yaml: [
    ...IDS,
    '- ',
    '\n',
    '\n  ',
    '\n    ',
    'id: ',
    'controls: ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '# ',
    '\n# ',
    '|\n',
    '"',
    '---\n',
  ],
  json: [...IDS, '[', ']', '{', '}', ',', '\n', '"id": "', '"', '"controls": ['],
  toml: [...IDS, '[a]\n', '[[a]]\n', 'id = "', '"', '\n', '[', ']', '{', '}', ', ', '"""', '# '],
  markdown: [
    ...IDS,
    '- ',
    '\n',
    '\n\n',
    '# ',
    '| ',
    '| -\n',
    '<td>',
    '<table>',
    '\r\n',
    '  ',
    '---\n',
    'id: ',
  ],
};

function checkSpans({ span, place, children }: DocumentSymbol, text: string): void {
  for (const inner of [place, ...children.map((child) => child.span)])
    assert.ok(span.start <= inner.start && inner.end <= span.end, text);
  for (const child of children) checkSpans(child, text);
}

suite('the symbols of a document', () => {
  test('are the references of Markdown, each once, where it is declared or first', () => {
    const text =
      'CCM 4.1 IAM-13 and T1021.007.\n\nCCM 4.0 IAM-14.\n\n# T1021.007 Cloud\n\n~~T1059~~ Ticket IAM-10\n';
    assert.deepEqual(outline('markdown', text), [
      'IAM-13 Strong Authentication @0',
      `T1021.007 ${attack.name('T1021.007')} @4`,
    ]);
  });

  test('are entries of YAML, with what each of them names', () => {
    const text =
      'framework: CSA CCM 4.1\nthreats:\n  - name: one\n    controls: [IAM-10, IAM-13]\n    technique: T1078\n    note: x\n\n' +
      '  - technique: T1078\n  - IAM-10\ncatalog:\n- id: IAM-13\n  related:\n  - id: IAM-10\nlast: IAM-12\n';
    assert.deepEqual(outline('yaml', text), [
      'T1078 Valid Accounts @2-5',
      '  IAM-10 Management of Privileged Access Roles @3',
      '  IAM-13 Strong Authentication @3',
      'T1078 Valid Accounts @7',
      'IAM-10 Management of Privileged Access Roles @8',
      'IAM-13 Strong Authentication @10-12',
      'IAM-10 Management of Privileged Access Roles @12',
      'IAM-12 Unique Identities @13',
    ]);
  });

  test('hold an item of YAML to its end, past a comment at the margin', () => {
    const text = 'a:\n  - technique: T1078\n# at the margin\n    controls: [IAM-10]\n  - technique: T1059\n';
    assert.deepEqual(outline('yaml', `framework: CCM 4.1\n${text}`), [
      'T1078 Valid Accounts @2-4',
      '  IAM-10 Management of Privileged Access Roles @4',
      `T1059 ${attack.name('T1059')} @5`,
    ]);
  });

  test('are the objects of JSON, even on one line', () => {
    const text = '[{"technique": "T1078", "ccm": ["IAM-10"]}, {"technique": "T1059"}]';
    assert.deepEqual(outline('json', text), [
      'T1078 Valid Accounts @0',
      '  IAM-10 Management of Privileged Access Roles @0',
      `T1059 ${attack.name('T1059')} @0`,
    ]);
  });

  for (const [languageId, pieces] of Object.entries(PIECES))
    test(`hold their places and their children in every random document: ${languageId}`, () => {
      const random = seeded(4);
      for (let round = 0; round < rounds(150, 5000); round++) {
        const text = `CCM 4.1\n${randomText(random, pieces, 30)}`;
        for (const symbol of documentSymbols(analysisOf(languageId, text))) checkSpans(symbol, text);
      }
    });

  test('have a name if one is known, and ranges where they begin', () => {
    assert.deepEqual(outline('markdown', 'CCM 4.1 IAM-10 to IAM-12, CCM IAM-99, ATT&CK T9999'), [
      'IAM-10 Management of Privileged Access Roles @0',
      'IAM-12 Unique Identities @0',
      'IAM-99 @0',
      'T9999 @0',
    ]);
  });

  test('are absent in a report of ours', () => {
    const report = '<!-- control-lens-report -->\n\nATT&CK T1078\n';
    assert.deepEqual(outline('markdown', report), []);
  });
});
