/** A growing list of 32-bit integers; unlike an array it costs the garbage collector nothing. */
export class Numbers {
  private values: Int32Array;
  private used = 0;

  constructor(capacity = 64) {
    this.values = new Int32Array(Math.max(1, capacity));
  }

  get length(): number {
    return this.used;
  }

  /** Zero past the end. */
  at(index: number): number {
    return index < this.used ? (this.values[index] ?? 0) : 0;
  }

  /** Gives back the index of the number. */
  push(value: number): number {
    if (this.used === this.values.length) this.grow();
    this.values[this.used] = value;
    return this.used++;
  }

  /** Changes a number that was pushed before. */
  set(index: number, value: number): void {
    if (index >= 0 && index < this.used) this.values[index] = value;
  }

  /** Drops the numbers from an index on. */
  truncate(length: number): void {
    this.used = Math.min(this.used, Math.max(0, length));
  }

  /** The index of the last number that is at most the one given, or -1. The numbers are sorted. */
  lastUpTo(value: number): number {
    let low = 0;
    let high = this.used;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.values[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private grow(): void {
    const larger = new Int32Array(this.values.length * 2);
    larger.set(this.values);
    this.values = larger;
  }
}
