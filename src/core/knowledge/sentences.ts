import { parseJson, textsByName } from './validate';

/** The first sentences of a publisher's descriptions, as they were stored. */
export interface SentenceFile {
  /** Whose they are: `MITRE ATT&CK Enterprise 18.1`. */
  readonly title: string;
  readonly json: string;
}

/** A publisher's sentence, and whose it is. */
export interface Sentence {
  readonly text: string;
  readonly title: string;
}

/** The first sentences of the publishers' descriptions, if they were imported. They are parsed when one is needed. */
export class Sentences {
  private lazyFiles:
    readonly (readonly [title: string, sentences: ReadonlyMap<string, string>])[] | undefined;

  /** @param files those of the newest release first */
  constructor(
    private readonly files: readonly SentenceFile[],
    private readonly report: (problem: string) => void = () => undefined,
  ) {}

  /** The sentence on an ATT&CK ID, of the newest release that describes it. */
  of(id: string): Sentence | undefined {
    this.lazyFiles ??= this.files.map(({ title, json }) => [title, this.parsed(title, json)] as const);
    for (const [title, sentences] of this.lazyFiles) {
      const text = sentences.get(id);
      if (text !== undefined && text !== '') return { text, title };
    }
    return undefined;
  }

  private parsed(title: string, json: string): ReadonlyMap<string, string> {
    const file = parseJson<Record<string, string>>(title, json, textsByName);
    if (file.ok) return new Map(Object.entries(file.value));
    this.report(file.failure.message);
    return new Map();
  }
}
