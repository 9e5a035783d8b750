import assert from 'node:assert/strict';
import { Analysis } from '../../../src/core/analysis/analysis';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { realKnowledge } from '../../support/knowledge';

const SIZE = 300_000;
const COMMENT = '<!-- control-lens-disable-line -->';

/**
 * What is said again and again, and the text before it. Work that grows with the square of the length would take
 * minutes: the time that mocha gives a test is enough for the rest.
 */
const HOSTILE: readonly (readonly [languageId: string, before: string, piece: string])[] = [
  ...[
    '- ',
    '1. ',
    '> ',
    '>',
    '- > ',
    '#',
    '# ',
    '* * ',
    '|',
    '| a ',
    '`',
    '` `` ',
    '<',
    '<a ',
    '[',
    '[^a]: ',
  ].map((piece) => ['markdown', '', piece] as const),
  ...['\n- ', '\n    - a', '\n> ', 'a\n', '\n\t', '\n***', '\n[a]: ', '\n<td>', '<tr><td>', '\n| a |'].map(
    (piece) => ['markdown', '', piece] as const,
  ),
  ['markdown', '# a', ' '],
  ['markdown', '# ', '# '],
  ['markdown', 'a', ' '],
  ['markdown', '<table>\n', '<td>\n'],
  ['markdown', '| x\n| -\n', '| a '],
  ['markdown', 'a ', COMMENT],
  ['markdown', 'a ', `${COMMENT}\n`],
  ['markdown', '', `${COMMENT}\n`],
  ['markdown', '| x\n| -\n', `| ${COMMENT} `],
  ['markdown', `a ${COMMENT}`, '<'],
  ...['- ', '? ', '[', '{', '{a: ', '"', "'", '&a ', '!a ', '# ', 'a: ', ':', '\\'].map(
    (piece) => ['yaml', 'a: ', piece] as const,
  ),
  ...[
    '\n- ',
    '\n- [',
    '\n- {a: ',
    '\na: "',
    "\na: '",
    '\na: |',
    '\n---',
    ']:\n',
    '\n?',
    '\n# a',
    '\n- - a',
  ].map((piece) => ['yaml', '', piece] as const),
  ['yaml', 'a: b', ' # control-lens-disable-line'],
  ['yaml', '', '# control-lens-disable-line\n'],
];

suite('a hostile document', () => {
  for (const [languageId, before, piece] of HOSTILE) {
    test(`in ${languageId} is checked to its end: ${JSON.stringify(before)}, then ${JSON.stringify(piece)} repeated`, () => {
      const text = `CCM IAM-14\n\n${before}${piece.repeat(SIZE / piece.length)}x\n\nCCM IAM-10 ${COMMENT}\n`;
      const { references, findings } = new Analysis(text, languageId, realKnowledge(), DEFAULT_SETTINGS);
      assert.equal(references[0]?.id, 'IAM-14');
      assert.ok(Array.isArray(findings));
    });
  }
});
