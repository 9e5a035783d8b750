import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import type { Place } from '../../../src/core/documents/place';
import { offsetOf, withLineEnds } from '../../support/marked';

function placeOf(text: string, what: string): Place {
  return new PolicyDocument(text, 'asciidoc').structure.placeAt(offsetOf(text, what));
}

/** `header / label` of the cell that holds the words. */
function cellOf(text: string, what: string): string | undefined {
  const { cell } = placeOf(text, what);
  return cell && `${cell.column} ${cell.header} / ${cell.rowLabel}`;
}

const TABLE = ['|===', '| A | B', '', '| one | two', '| three', '| four', '|===', 'after'].join('\n');

suite('AsciiDoc', () => {
  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    test(`has headings above a place, innermost first (${name})`, () => {
      const text = withLineEnds(
        '= Title\n\ntext\n\n== Part\n\n=== Inner ===\n\ninside\n\n== Other\n\noutside',
        end,
      );
      const titles = (what: string): string[] => placeOf(text, what).headings.map((each) => each.text);
      assert.deepEqual(titles('text'), ['Title']);
      assert.deepEqual(titles('inside'), ['Inner ===', 'Part', 'Title']);
      assert.deepEqual(titles('outside'), ['Other', 'Title']);
    });

    test(`has cells with the header of their column and the label of their row (${name})`, () => {
      const text = withLineEnds(TABLE, end);
      assert.equal(cellOf(text, 'two'), '1 B / one');
      assert.equal(cellOf(text, 'three'), '0 A / ');
      assert.equal(cellOf(text, 'four'), '1 B / three');
      assert.equal(cellOf(text, 'B'), '1  / ');
      assert.equal(cellOf(text, 'after'), undefined);
    });
  }

  test('counts columns by their attribute, and cells that span columns', () => {
    const text = '[%header,cols="1a,2*"]\n|===\n|A |B |C\n2+^.>s|wide |end\n|x\n\ngoes on |y |z\n|===';
    assert.equal(cellOf(text, 'wide'), '0 A / ');
    assert.equal(cellOf(text, 'end'), '2 C / wide');
    assert.equal(cellOf(text, 'goes'), '0 A / ');
    assert.equal(cellOf(text, 'z'), '2 C / x goes on');
  });

  test('reads a table without a header, and one that is never closed', () => {
    assert.equal(cellOf('|===\n|a |b\n|c |d\n|===', 'd'), '1  / c');
    assert.equal(cellOf('|===\n|a |b', 'b'), '1  / a');
  });

  test('reads a listing block as code, up to its closing mark', () => {
    const text = '----\n== code\n....\n|===\n----\n\n== text';
    assert.ok(placeOf(text, 'code').inFence);
    assert.ok(!placeOf(text, 'text').inFence);
    assert.deepEqual(
      new PolicyDocument(text, 'asciidoc').structure.headings.map((each) => each.text),
      ['text'],
    );
  });

  test('leads in a list by a paragraph, the title of a block or the item around it', () => {
    const text =
      'CCM\ncontrols:\n\n* one\n* two\n  goes on\n** inner\n* three\n\nText.\n\n.Title\n. first\n\nlast';
    const leadOf = (what: string): string | undefined => placeOf(text, what).leadIn;
    for (const item of ['one', 'two', 'goes', 'three']) assert.equal(leadOf(item), 'CCM controls:', item);
    assert.equal(leadOf('inner'), '* two goes on');
    assert.equal(leadOf('Text.'), undefined);
    assert.equal(leadOf('first'), 'Title');
    assert.equal(leadOf('last'), undefined);
  });

  test('joins the lines of a paragraph', () => {
    const text = 'one\ntwo\n\nthree';
    assert.equal(placeOf(text, 'two').paragraph, 0);
    assert.equal(placeOf(text, 'three').paragraph, 3);
  });

  test('reads attributes as values', () => {
    const { structure } = new PolicyDocument('= T\n:ccm-version: 4.1\n:toc:\n', 'asciidoc');
    assert.deepEqual(
      structure.valuesOf(/./).map(({ key, value }) => [key.name, value]),
      [
        ['ccm-version', '4.1'],
        ['toc', ''],
      ],
    );
  });

  /** Work that grows with the square of the length would outlast the time that mocha gives a test. */
  for (const piece of [
    '|',
    '|===\n',
    '|===\n| a ',
    '* a\n',
    '= a\n',
    '----\n',
    '[cols="1,',
    '1+|',
    ':a: b\n',
    '.a\n',
  ])
    test(`is read to the end of 200,000 characters of ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(200_000 / piece.length);
      const { line } = new PolicyDocument(text, 'asciidoc').structure.placeAt(text.length - 1);
      assert.equal(line, text.slice(0, -1).split('\n').length - 1);
    });
});
