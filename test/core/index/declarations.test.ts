import assert from 'node:assert/strict';
import { isDeclaration } from '../../../src/core/index/declarations';
import { analysisOf } from '../../support/findings';
import { unmark, withLineEnds } from '../../support/marked';

/** The marks of a text are its declarations, no more and no fewer. */
const CASES: readonly (readonly [name: string, languageId: string, marked: string])[] = [
  [
    'a heading that begins with the id',
    'markdown',
    '## ⟦IAM-14⟧ Strong authentication\n\nSee IAM-14, a CCM control.',
  ],
  [
    'a heading with a number, marks and the framework before it',
    'markdown',
    '### 4.2 **CCM ⟦IAM-14⟧** Strong',
  ],
  ['a heading that is a link', 'markdown', '# [⟦T1021.007⟧ Cloud](https://example.com)'],
  ['an underlined heading', 'markdown', 'Control ⟦IAM-14⟧: the second factor\n===\n'],
  ['a heading that ends with the id is about something', 'markdown', '## Logins (CCM IAM-14)'],
  ['a heading that begins with other words', 'markdown', '## Why CCM IAM-14 matters'],
  ['of several ids in a heading the first', 'markdown', '## CCM ⟦IAM-14⟧ and IAM-10'],
  ['a range declares nothing', 'markdown', '## CCM IAM-01 to IAM-04'],
  ['the key id', 'yaml', 'controls:\n  - id: ⟦IAM-14⟧\n    related: [IAM-10]\n  - id: "⟦CEK-03⟧" # note\n'],
  ['the key control_id', 'yaml', 'framework: CCM\ncontrol_id: CCM ⟦IAM-14⟧\nowner: IAM-10 team\n'],
  ['JSON', 'json', '{ "framework": "CCM",\n  "id": "⟦IAM-14⟧",\n  "name": "x" }'],
  ['front matter', 'markdown', '---\nframework: CCM\ncontrol-id: ⟦IAM-14⟧\n---\n\nText.'],
  ['another key', 'yaml', 'controls: [IAM-14, GRC-03]\ntechnique: T1021.007\n'],
  ['an id with more behind it is no value', 'yaml', 'id: T1021.007 and more\n'],
  [
    'a definition list',
    'markdown',
    'CCM\n\n⟦IAM-14⟧\n: Strong authentication, by CCM.\n\nIAM-10 is a CCM control.',
  ],
  ['a definition list of AsciiDoc', 'plaintext', 'CCM ⟦IAM-14⟧:: Strong authentication\n'],
  ['a list item', 'markdown', 'CCM controls:\n\n- IAM-14\n- IAM-10: more\n'],
  ['a cell', 'markdown', '| CCM control |\n| --- |\n| IAM-14 |\n'],
];

suite('a declaration', () => {
  for (const [name, languageId, marked] of CASES) {
    for (const end of ['\n', '\r\n']) {
      test(`is found, or is not, for: ${name} (${end === '\n' ? 'LF' : 'CRLF'})`, () => {
        const { text, marks } = unmark(withLineEnds(marked, end));
        const { document, references } = analysisOf(languageId, text);
        const declared = references.filter((reference) => isDeclaration(document, reference));
        assert.deepEqual(
          declared.map(({ span }) => span),
          marks.map(({ span }) => span),
        );
      });
    }
  }

  test("isn't found behind more than 80 characters of marks, since no more of a line is read", () => {
    const declared = [39, 40, 50_000].map((marks) => {
      const { document, references } = analysisOf('markdown', `# ${'(['.repeat(marks)}T1021.007`);
      return references.map((reference) => isDeclaration(document, reference));
    });
    assert.deepEqual(declared, [[true], [false], [false]]);
  });
});
