import assert from 'node:assert/strict';
import { scanCandidates, type Candidate } from '../../../src/core/identifiers/candidates';
import { kindOf } from '../../../src/core/identifiers/grammar';
import { randomText, seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

const PIECES = [
  ...['T1021', 'TA0008', '.007', '.01', '/', '_', '-', '&', '&amp;', '%26', '%2e', 'A', 'a&a', 'I', 'S', 'M'],
  ...['IAM', 'IAM-', '-14', '1', '0', '12', '.1', '-M1', ' ', '\n', 'é', '–', 'T', 'G0016', 'i', '\u2011'],
];
const MEGABYTE = 1_000_000;

function assertOrdered(text: string, candidates: readonly Candidate[]): void {
  let end = 0;
  for (const { span, id, tail } of candidates) {
    assert.ok(span.start >= end && span.end > span.start && span.end <= text.length, JSON.stringify(text));
    assert.ok(kindOf(id), id);
    assert.ok(tail === undefined || text.slice(span.start, span.end).endsWith(tail));
    end = span.end;
  }
}

suite('candidates in hostile text', () => {
  test('are in order, apart from each other and canonical in random text', () => {
    const random = seeded(3);
    const count = rounds(3000, 200_000);
    let found = 0;
    for (let round = 0; round < count; round++) {
      const text = randomText(random, PIECES, 24);
      const candidates = scanCandidates(text);
      found += candidates.length;
      assertOrdered(text, candidates);
    }
    assert.ok(found > count / 6, String(found));
  });

  test('do not depend on the text before the one where they stand', () => {
    const random = seeded(4);
    for (let round = 0; round < rounds(500, 50_000); round++) {
      const text = randomText(random, PIECES, 12);
      const moved = scanCandidates(`T1021 \n${text}`).slice(1);
      const expected = scanCandidates(text).map(({ span, ...rest }) => ({
        span: { start: span.start + 7, end: span.end + 7 },
        ...rest,
      }));
      assert.deepEqual(moved, expected, JSON.stringify(text));
    }
  });

  /** A megabyte of each; the count of candidates says that all of it was read. */
  const megabytes: readonly [piece: string, perPiece: number][] = [
    ['-', 0],
    ['A-', 0],
    ['A&A&', 0],
    ['A&amp;', 0],
    ['A_A_', 0],
    ['A', 0],
    ['T', 0],
    ['1', 0],
    ['T1', 0],
    ['A-1', 0],
    ['A&A-1', 0],
    ['T1021', 0],
    ['T1021.', 1],
    ['T1021/007/', 1],
    ['T1021-', 1],
    ['A&A-01 ', 1],
    ['IAM-01-', 1],
  ];
  for (const [piece, perPiece] of megabytes) {
    test(`a megabyte of ${piece}`, () => {
      const times = Math.floor(MEGABYTE / piece.length);
      const candidates = scanCandidates(`${piece.repeat(times)} IAM-14`);
      assert.equal(candidates.length, perPiece * times + 1);
      assert.equal(candidates.at(-1)?.id, 'IAM-14');
    });
  }
});
