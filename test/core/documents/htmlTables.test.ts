import assert from 'node:assert/strict';
import { places } from '../../support/places';

/** The cell of the mark: its column, header and row label. */
function check(marked: string, expected: readonly [number, string, string] | undefined): void {
  for (const { name, place } of places('markdown', marked)) {
    const { cell } = place;
    assert.deepEqual(cell && [cell.column, cell.header, cell.rowLabel], expected, name);
  }
}

const HEAD = '<table>\n<tr><th>Risk</th><th><b>CCM</b>\ncontrols</th></tr>\n';

suite('an HTML table in Markdown', () => {
  test('gives a cell the header of its column and the label of its row', () => {
    check(`${HEAD}<tr>\n<td>Login</td>\n<td>\n⟦IAM-14⟧\n</td>\n</tr>\n</table>\n`, [
      1,
      'CCM controls',
      'Login',
    ]);
    check(`${HEAD}<tr><td>Login<td>⟦IAM-14⟧</table>\n`, [1, 'CCM controls', 'Login']);
  });

  test('gives its header row neither a header nor a label', () =>
    check('<table><tr><th>A</th><th>⟦B⟧</th></tr></table>\n', [1, '', '']));

  test('moves the cells after one that spans columns', () => {
    check('<table>\n<tr><th>A<th>B<th>C</tr>\n<tr><td colspan="2">a<td>⟦c⟧</tr>\n</table>\n', [2, 'C', 'a']);
  });

  test('labels every row that a cell spans', () => {
    check(`${HEAD}<tr><td rowspan=2>Login<td>x</tr>\n<tr><td>⟦IAM-14⟧</tr>\n</table>\n`, [
      1,
      'CCM controls',
      'Login',
    ]);
  });

  test('reads rows after a blank line, and none in a comment', () => {
    check(`${HEAD}\n<!-- <tr><td>x</td></tr> -->\n<tr><td>Login</td>\n\n<td>⟦IAM-14⟧</td></tr>\n</table>\n`, [
      1,
      'CCM controls',
      'Login',
    ]);
  });

  test('has no cell after its end, in code or outside of a table', () => {
    check(`${HEAD}</table>\n\n⟦x⟧\n`, undefined);
    check('```\n<table><tr><td>⟦x⟧</td></tr></table>\n```\n', undefined);
    check('<td>⟦x⟧</td>\n', undefined);
  });

  test('ends a cell of several lines with the line of the place', () => {
    const [lf] = places('markdown', '<table>\n<tr><td>⟦a⟧\nb</td></tr>\n</table>\n');
    assert.deepEqual([lf?.place.cell?.start, lf?.place.cell?.end], [16, 17]);
  });
});

suite('a Markdown table inside another block', () => {
  test('is read in a block quote and in a list', () => {
    check('> | A | B |\n> | - | - |\n> | a | ⟦b⟧ |\n', [1, 'B', 'a']);
    check('- | A | B |\n  | - | - |\n  | a | ⟦b⟧ |\n', [1, 'B', 'a']);
    check('> 1. x\n>\n>    | A | B |\n>    | - | - |\n>    | a | ⟦b⟧ |\n', [1, 'B', 'a']);
  });

  test('is below the heading in its block quote', () => {
    for (const { place } of places('markdown', '> # A\n> ⟦x⟧\n'))
      assert.deepEqual(
        place.headings.map(({ text }) => text),
        ['A'],
      );
  });
});
