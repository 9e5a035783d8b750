import type { ReferenceFact } from './facts';

const COLUMNS = 5;
const CERTAIN = 1;
const IMPLIED = 2;
const DECLARES = 4;
const FLAG_BITS = 3;

/** The references of a document as a row of numbers each: twenty bytes, where an object takes ten times as many. */
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
      this.cells.set(
        [
          range.start.line,
          range.start.character,
          range.end.line,
          range.end.character,
          ((meaningOf[row] ?? 0) << FLAG_BITS) | flags,
        ],
        row * COLUMNS,
      );
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
    for (let row = 0; row < this.count; row++) {
      if (this.cell(row, 4) >> FLAG_BITS === wanted) rows.push(row);
    }
    return rows;
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
