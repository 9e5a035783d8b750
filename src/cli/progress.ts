const SILENT_MS = 2000;
const BETWEEN_MS = 100;
/** To the beginning of the line, and nothing of it is left. */
const CLEAR = '\r\u001B[K';

/** One line on a terminal that says how far a long run is. */
export class ProgressLine {
  private readonly begin: number;
  private last = 0;
  private isShown = false;

  constructor(
    private readonly write: (text: string) => void,
    private readonly now: () => number,
  ) {
    this.begin = now();
  }

  tell(done: number, all: number): void {
    const time = this.now();
    if (time - this.begin < SILENT_MS || time - this.last < BETWEEN_MS) return;
    this.last = time;
    this.isShown = true;
    this.write(`${CLEAR}${done} of ${all} files`);
  }

  /** Before anything else is printed. */
  clear(): void {
    if (this.isShown) this.write(CLEAR);
    this.isShown = false;
  }
}
