import { DATA_FORMAT } from './records';
import { listOf, optional, parseJson, shape, text, textsByName, type Check } from './validate';

/** Name of the file below `data/` with our own sentences. */
export const SUMMARIES_FILE = 'summaries.json';

/** `data/summaries.json`: sentences written for this project, one record a line, sorted by ID. */
export interface SummariesFile {
  readonly format: number;
  readonly summaries: readonly SummaryRecord[];
}

export interface SummaryRecord {
  /** An ATT&CK ID, or the key of a control: `T1021.007`, `IAM-13@4.1`. */
  readonly id: string;
  /** One sentence of at most 160 characters. */
  readonly summary: string;
  /** Mapped controls only: how such a control works against the techniques that it is mapped to. */
  readonly why?: string;
  /** By tactic ID, where that differs. */
  readonly whyByTactic?: Readonly<Record<string, string>>;
}

const currentFormat: Check = (value) => value === DATA_FORMAT || `is not ${DATA_FORMAT}`;

export const summariesShape = shape({
  format: currentFormat,
  summaries: listOf(
    shape({ id: text, summary: text, why: optional(text), whyByTactic: optional(textsByName) }),
  ),
});

/** Our own sentences. They are parsed when the first one is needed; if that fails, there are none, and it is reported. */
export class Summaries {
  private lazyRecords: ReadonlyMap<string, SummaryRecord> | undefined;

  /** `json` is undefined if the file could not be read. */
  constructor(
    private readonly json: string | undefined,
    private readonly report: (problem: string) => void = () => undefined,
  ) {}

  /** The sentence on an ATT&CK ID or on the key of a control. */
  of(id: string): string | undefined {
    return this.records.get(id)?.summary;
  }

  /** How a control works against its techniques; under a tactic, if that differs. */
  why(controlKey: string, tactic?: string): string | undefined {
    const record = this.records.get(controlKey);
    return (tactic === undefined ? undefined : record?.whyByTactic?.[tactic]) ?? record?.why;
  }

  private get records(): ReadonlyMap<string, SummaryRecord> {
    this.lazyRecords ??= new Map(this.read().map((record) => [record.id, record]));
    return this.lazyRecords;
  }

  private read(): readonly SummaryRecord[] {
    if (this.json === undefined) return [];
    const file = parseJson<SummariesFile>(SUMMARIES_FILE, this.json, summariesShape);
    if (file.ok) return file.value.summaries;
    this.report(file.failure.message);
    return [];
  }
}
