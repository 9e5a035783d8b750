import type { ReferenceFact } from './facts';

const COLUMNS = 5;
const CERTAIN = 1;
const IMPLIED = 2;
const DECLARES = 4;
const FLAG_BITS = 3;

/**
 * The references of a document as a row of numbers each. 212,000 references keep 14 MB so, and 76 MB as objects
 * (`npm run bench`): the editor holds those of the whole workspace.
 */
export class PackedFacts<M extends object> {
  private readonly cells: Int32Array;

  /** `meanings` holds the meaning of each fact, at its own index once. */
  constructor(
    facts: readonly ReferenceFact[],
    readonly meanings: readonly M[],
    meaningOf: readonly number[],
  ) {
    this.cells = new Int32Array(facts.length * COLUMNS);
    for (const [row, { range, certain, implied, declares }] of facts.entries()) {
      const flags = (certain ? CERTAIN : 0) | (implied ? IMPLIED : 0) | (declares ? DECLARES : 0);
      const at = row * COLUMNS;
      this.cells[at] = range.start.line;
      this.cells[at + 1] = range.start.character;
      this.cells[at + 2] = range.end.line;
      this.cells[at + 3] = range.end.character;
      this.cells[at + 4] = ((meaningOf[row] ?? 0) << FLAG_BITS) | flags;
    }
  }

  get count(): number {
    return this.cells.length / COLUMNS;
  }

  meaningAt(row: number): M | undefined {
    return this.meanings[this.cell(row, 4) >> FLAG_BITS];
  }

  /** The rows of one meaning, in order of place. */
  rowsOf(meaning: M): number[] {
    const wanted = this.meanings.indexOf(meaning);
    const rows: number[] = [];
    const { cells } = this;
    for (let at = COLUMNS - 1; at < cells.length; at += COLUMNS) {
      if ((cells[at] ?? 0) >> FLAG_BITS === wanted) rows.push((at - COLUMNS + 1) / COLUMNS);
    }
    return rows;
  }

  /** The first row of one meaning, or of those of them that are certain. */
  firstRowOf(meaning: M, onlyCertain: boolean): number | undefined {
    const wanted = this.meanings.indexOf(meaning);
    const { cells } = this;
    for (let at = COLUMNS - 1; at < cells.length; at += COLUMNS) {
      const cell = cells[at] ?? 0;
      if (cell >> FLAG_BITS === wanted && (!onlyCertain || (cell & CERTAIN) !== 0))
        return (at - COLUMNS + 1) / COLUMNS;
    }
    return undefined;
  }

  /** How many rows each meaning has, at its index; or how many of them are certain, or declare it. */
  counts(only?: 'certain' | 'declares'): number[] {
    const wanted = only === undefined ? 0 : only === 'certain' ? CERTAIN : DECLARES;
    const counts = this.meanings.map(() => 0);
    const { cells } = this;
    for (let at = COLUMNS - 1; at < cells.length; at += COLUMNS) {
      const cell = cells[at] ?? 0;
      if ((cell & wanted) !== wanted) continue;
      const meaning = cell >> FLAG_BITS;
      counts[meaning] = (counts[meaning] ?? 0) + 1;
    }
    return counts;
  }

  at(row: number): Omit<ReferenceFact, 'meaning'> {
    const flags = this.cell(row, 4);
    return {
      range: {
        start: { line: this.cell(row, 0), character: this.cell(row, 1) },
        end: { line: this.cell(row, 2), character: this.cell(row, 3) },
      },
      certain: (flags & CERTAIN) !== 0,
      implied: (flags & IMPLIED) !== 0,
      declares: (flags & DECLARES) !== 0,
    };
  }

  equals(other: PackedFacts<M>): boolean {
    return (
      this.cells.length === other.cells.length &&
      this.cells.every((cell, index) => cell === other.cells[index]) &&
      this.meanings.length === other.meanings.length &&
      this.meanings.every((meaning, index) => meaning === other.meanings[index])
    );
  }

  private cell(row: number, column: number): number {
    return this.cells[row * COLUMNS + column] ?? 0;
  }
}
