/** Milliseconds of processor time of this process. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface Block {
  readonly wall: number;
  readonly processor: number;
}

const EVERY_MS = 2;

/** How long nothing else could run: the time between two turns of the event loop, asked for again and again. */
export class BlockMeter {
  private readonly begun = { wall: performance.now(), processor: processorTime() };
  private last = this.begun;
  private longest: Block = { wall: 0, processor: 0 };
  private over50 = 0;
  private isOver = false;

  constructor() {
    this.turn();
  }

  /** Ends it, and tells what it saw. On a busy machine, the processor time is nearer to the truth. */
  stop(): string {
    this.isOver = true;
    this.look();
    const { longest, over50, begun, last } = this;
    const took = (last.wall - begun.wall).toFixed(0).padStart(6);
    const worked = (last.processor - begun.processor).toFixed(0).padStart(6);
    const block = `${longest.wall.toFixed(0)} ms, of them ${longest.processor.toFixed(0)} ms working`;
    return `${took} ms, ${worked} ms working; longest block ${block}; ${over50} over 50 ms`;
  }

  private turn(): void {
    setTimeout(() => {
      this.look();
      if (!this.isOver) this.turn();
    }, EVERY_MS);
  }

  private look(): void {
    const now = { wall: performance.now(), processor: processorTime() };
    const block = { wall: now.wall - this.last.wall, processor: now.processor - this.last.processor };
    if (Math.min(block.wall, block.processor) > 50) this.over50++;
    if (Math.min(block.wall, block.processor) > Math.min(this.longest.wall, this.longest.processor))
      this.longest = block;
    this.last = now;
  }
}
