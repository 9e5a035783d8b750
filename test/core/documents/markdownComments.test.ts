import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import { keyNames, places } from '../../support/places';

function comments(text: string, languageId = 'markdown'): (string | number)[][] {
  const document = new PolicyDocument(text, languageId);
  return document.structure
    .commentsWith('lens')
    .map((each) => [each.line, each.lastLine, each.text, text.slice(each.start, each.end)]);
}

suite('Markdown comments and front matter', () => {
  test('include comments that mention the word, with their lines', () => {
    assert.deepEqual(comments('a <!-- lens x --> b\n<!-- other -->\n<!--\nlens y\n-->\n'), [
      [0, 0, 'lens x', '<!-- lens x -->'],
      [2, 4, 'lens y', '<!--\nlens y\n-->'],
    ]);
  });

  test('include comments that mention the word in a text with CRLF', () => {
    assert.deepEqual(comments('a\r\n<!--\r\nlens\r\n-->\r\n'), [[1, 3, 'lens', '<!--\r\nlens\r\n-->']]);
  });

  test('extend a comment that is never closed to the end', () => {
    assert.deepEqual(comments('a\n<!-- lens\nb'), [[1, 2, 'lens\nb', '<!-- lens\nb']]);
  });

  test('leave out the word outside of a comment', () =>
    assert.deepEqual(comments('<b>lens</b> # lens\n'), []));

  test('read a comment in a fence as code', () => {
    assert.deepEqual(comments('```\n<!-- lens -->\n```\n'), []);
  });

  test('begin HTML with a tag alone on its line, in which backticks are text', () => {
    for (const tag of ['</pre>', '<pre/>', '</style>', '<br>'])
      assert.deepEqual(comments(`${tag}\n\`<!-- lens -->\``), [[1, 1, 'lens', '<!-- lens -->']], tag);
  });

  test('include the YAML comments of front matter', () => {
    assert.deepEqual(comments('---\na: b # lens\n---\n'), [[1, 1, 'lens', '# lens']]);
  });

  test('give a place in front matter its keys', () => {
    for (const { place } of places('markdown', '---\nccm:\n  version: ⟦4.1⟧\n---\nversion: 1\n'))
      assert.equal(keyNames(place), 'version < ccm');
    for (const { place } of places('markdown', '---\na: b\n---\nversion: ⟦1⟧\n'))
      assert.equal(keyNames(place), '');
  });

  test('end front matter with dots too, and begin it on the first line only', () => {
    for (const { place } of places('markdown', '---\na: ⟦b⟧\n...\n# c\n')) assert.equal(keyNames(place), 'a');
    for (const { place } of places('markdown', '\n---\na: ⟦b⟧\n---\n')) assert.equal(keyNames(place), '');
    for (const { place } of places('markdown', '---\na: ⟦b⟧\n')) assert.equal(keyNames(place), '');
  });

  test('include the values of front matter and no others', () => {
    const text = '---\nccm_version: "4.0"\nother: 1\n---\nccm: 4.1\n';
    const values = new PolicyDocument(text, 'markdown').structure.valuesOf(/ccm/);
    assert.deepEqual(
      values.map(({ key, value }) => [key.name, value]),
      [['ccm_version', '4.0']],
    );
  });

  test('take any line of a plain text for a comment', () => {
    const text = 'a\r\n; lens x\r\n';
    assert.deepEqual(comments(text, 'plaintext'), [[1, 1, 'lens x', '; lens x']]);
    const place = new PolicyDocument(text, 'plaintext').structure.placeAt(6);
    assert.deepEqual(place, { line: 1, paragraph: 1, headings: [], keys: [], inFence: false });
  });

  test('follow from the language of the document', () => {
    const kinds = ['markdown', 'mdx', 'quarto', 'yaml', 'jsonc', 'plaintext', 'constructor', ''];
    assert.deepEqual(
      kinds.map((languageId) => new PolicyDocument('', languageId).kind),
      ['markdown', 'markdown', 'markdown', 'yaml', 'yaml', 'plain', 'plain', 'plain'],
    );
  });
});
