import type { Result } from './result';

/** Deeper than any settings are. */
const MAX_DEPTH = 500;

/** What is wrong with a text, and the offset where it is. */
export interface JsonFailure {
  readonly code: 'not-json' | 'too-deep';
  readonly message: string;
  readonly offset: number;
}

/** Reads JSON that may have comments and commas before a closing bracket, as the editor's settings do. */
export function parseJsonWithComments(text: string): Result<unknown, JsonFailure> {
  const reader = new Reader(text);
  try {
    const value = reader.value(0);
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** Ends the reading, wherever it is. */
class Fault extends Error {
  constructor(readonly failure: JsonFailure) {
    super(failure.message);
  }
}

const WORD = /[^\s,:[\]{}"/]+/y;
const STRING = /"(?:[^"\\\r\n]|\\.)*"/y;

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw this.fault('nested too deeply', 'too-deep');
    if (this.takes('{')) return this.object(depth);
    if (this.takes('[')) return this.array(depth);
    return this.parsed(this.matched(STRING) ?? this.matched(WORD), 'value expected');
  }

  end(): void {
    this.skip();
    if (this.at < this.text.length) throw this.fault('end expected');
  }

  private object(depth: number): object {
    const entries: [string, unknown][] = [];
    while (!this.takes('}')) {
      const name = this.parsed(this.matched(STRING), 'name in quotes expected') as string;
      if (!this.takes(':')) throw this.fault('colon expected');
      entries.push([name, this.value(depth + 1)]);
      if (!this.takes(',') && this.next() !== '}') throw this.fault('comma or closing bracket expected');
    }
    return Object.fromEntries(entries);
  }

  private array(depth: number): unknown[] {
    const values: unknown[] = [];
    while (!this.takes(']')) {
      values.push(this.value(depth + 1));
      if (!this.takes(',') && this.next() !== ']') throw this.fault('comma or closing bracket expected');
    }
    return values;
  }

  private takes(character: string): boolean {
    const isNext = this.next() === character;
    if (isNext) this.at++;
    return isNext;
  }

  private next(): string | undefined {
    this.skip();
    return this.text[this.at];
  }

  private matched(pattern: RegExp): string | undefined {
    this.skip();
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  /** A string, a number, `true`, `false` or `null`. */
  private parsed(written: string | undefined, expected: string): unknown {
    if (written === undefined) throw this.fault(expected);
    try {
      const value: unknown = JSON.parse(written);
      this.at += written.length;
      return value;
    } catch {
      throw this.fault(expected);
    }
  }

  /** Passes white space and comments. */
  private skip(): void {
    for (;;) {
      while (/\s|\ufeff/.test(this.text[this.at] ?? '')) this.at++;
      const mark = this.text.slice(this.at, this.at + 2);
      if (mark !== '//' && mark !== '/*') return;
      const end = this.text.indexOf(mark === '//' ? '\n' : '*/', this.at + 2);
      this.at = end < 0 ? this.text.length : end + (mark === '//' ? 1 : 2);
    }
  }

  private fault(message: string, code: JsonFailure['code'] = 'not-json'): Fault {
    return new Fault({ code, message, offset: this.at });
  }
}
