/** A list of 32-bit integers that only grows; unlike an array it costs the garbage collector nothing. */
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

  private grow(): void {
    const larger = new Int32Array(this.values.length * 2);
    larger.set(this.values);
    this.values = larger;
  }
}
