import assert from 'node:assert/strict';
import { cellsOf, headersOf } from '../../../src/core/documents/markdownTables';
import type { Cell } from '../../../src/core/documents/place';
import { places } from '../../support/places';

/** The cell of the mark: its column, header and row label. */
function cells(marked: string): (readonly [number, string, string] | undefined)[] {
  return places('markdown', marked).map(({ place: { cell } }) => cell && facts(cell));
}

function facts({ column, header, rowLabel }: Cell): readonly [number, string, string] {
  return [column, header, rowLabel];
}

function check(marked: string, expected: readonly [number, string, string] | undefined): void {
  for (const found of cells(marked)) assert.deepEqual(found, expected);
}

suite('a Markdown table', () => {
  test('gives a cell the header of its column and the label of its row', () => {
    check('| Risk | Controls |\n| --- | --- |\n| Login | ⟦IAM-14⟧ |\n', [1, 'Controls', 'Login']);
  });

  test('gives its first column no label', () => {
    check('| Risk | Controls |\n| --- | --- |\n| ⟦T1021⟧ | x |\n', [0, 'Risk', '']);
  });

  test('gives its header row neither a header nor a label', () => {
    check('| Risk | ⟦IAM-14⟧ |\n| --- | --- |\n| a | b |\n', [1, '', '']);
  });

  test('is read without outer pipes', () => {
    check('Risk | Controls\n--- | ---\nLogin | ⟦IAM-14⟧\n', [1, 'Controls', 'Login']);
  });

  test('is read with alignment and indentation', () => {
    check('  | Risk | Controls |\n  | :-- | --: |\n  | Login | ⟦IAM-14⟧ |\n', [1, 'Controls', 'Login']);
  });

  test('reads an escaped pipe as text', () => {
    check('| A\\|B | C |\n| --- | --- |\n| a \\| b | ⟦IAM-14⟧ |\n', [1, 'C', 'a \\| b']);
  });

  test('gives a cell beyond the header no header', () => {
    check('| A | B |\n| --- | --- |\n| a | b | ⟦IAM-14⟧ |\n', [2, '', 'a']);
  });

  test('has empty cells, and cells that begin with space', () => {
    check('| A | B | C |\n| --- | --- | --- |\n| a |⟦ ⟧ | c |\n', [1, 'B', 'a']);
    check('| A | B | C |\n| --- | --- | --- |\n| a |⟦⟧| c |\n', [1, 'B', 'a']);
    check('| A | B | C |\n| --- | --- | --- |\n| a |⟦ ⟧b | c |\n', [1, 'B', 'a']);
    check('| A | B |\n| --- | --- |\n|⟦ ⟧| b |\n', [0, 'A', '']);
  });

  test('has the cell that a row begins without closing it', () => {
    check('| A | B |\n| --- | --- |\n| a |⟦ ⟧\n', [1, 'B', 'a']);
    check('| A | B |\n| --- | --- |\n|⟦ ⟧\n', [0, 'A', '']);
    check('| A | B |\n| --- | --- |\n| a | b |⟦⟧\n', [2, '', 'a']);
  });

  test('has no cells in its delimiter row', () => {
    check('| A | B |\n| --⟦-⟧ | --- |\n| a | b |\n', undefined);
  });

  test('ends at a blank line', () => {
    check('| A | B |\n| --- | --- |\n| a | b |\n\n| c | ⟦IAM-14⟧ |\n', undefined);
  });

  test('may have no rows', () => {
    check('| A | B |\n| --- | --- |\n\n| c | ⟦IAM-14⟧ |\n', undefined);
  });

  test('ends at a heading', () => check('| A | B |\n| --- | --- |\n| a | b |\n# ⟦x⟧ | y\n', undefined));

  test('needs a delimiter row below its header', () => {
    check('| A | B |\n| a | ⟦IAM-14⟧ |\n', undefined);
    check('| A | B |\n| --- |\n| a | ⟦IAM-14⟧ |\n', undefined);
  });

  test("isn't read in a fence", () => check('```\n| A | B |\n| --- | --- |\n| a | ⟦x⟧ |\n```\n', undefined));

  test('is told from another table by its header line', () => {
    const text = '| A | B |\n|---|---|\n| a | ⟦x⟧ |\n';
    const [first] = places('markdown', text);
    const [second] = places('markdown', `| C | D |\n|---|---|\n| c | d |\n\n${text}`);
    assert.equal(first?.place.cell?.table, 0);
    assert.equal(second?.place.cell?.table, 4);
  });

  test('has cells that span their text without the space around it', () => {
    const [lf] = places('markdown', '| A |\n| --- |\n|   ⟦x⟧ y   |\n');
    const { start, end } = lf?.place.cell ?? { start: 0, end: 0 };
    assert.deepEqual([start, end], [18, 21]);
  });

  test('lists the cells of a row', () => {
    const texts = (line: string): string[] => cellsOf(line).map(({ text }) => text);
    assert.deepEqual(texts('| a | b \\| c |'), ['a', 'b \\| c']);
    assert.deepEqual(texts('a | b'), ['a', 'b']);
    assert.deepEqual(texts('| a || c |'), ['a', '', 'c']);
    assert.deepEqual(texts('|'), []);
    assert.deepEqual(texts('   '), []);
    assert.deepEqual(cellsOf('  | ab |'), [{ open: 3, start: 4, end: 6, text: 'ab' }]);
  });

  test('begins with the delimiter rows that GitHub accepts', () => {
    const begins = (line: string): boolean =>
      ['| a |', '| a | b |'].some((header) => headersOf(header, line) !== undefined);
    for (const line of ['| --- | :-: |', '---|---', '|-|', ' |:--|--:| ']) assert.ok(begins(line), line);
    for (const line of ['---', '| a |', '||', '| - - |', '|:|', '']) assert.ok(!begins(line), line);
  });
});
