import { importedSourceShape, type ImportedSource } from '../../knowledge/publisherTexts';
import { flag, listOf, number, parseJson, shape, text, type Check } from '../../knowledge/validate';
import type { Result } from '../../text/result';
import type { FactChanges } from '../facts/changes';

/** One set of imported data: which files it has, and what the last import changed. */
export interface Generation {
  /** ISO 8601. */
  readonly imported: string;
  readonly sources: readonly ImportedSource[];
  readonly merged: MergedFacts;
  readonly changes: FactChanges;
}

/** Files of facts that take the place of those below `data/`. */
export interface MergedFacts {
  /** What the bundled facts were that they were merged with; see `fingerprint`. */
  readonly base: string;
  /** The folder of the files; empty if there are none. */
  readonly folder: string;
  readonly files: readonly string[];
}

/** The file that says what holds. It is written under another name first; the one with the highest number counts. */
export interface StoreState {
  readonly format: number;
  /** Null if nothing is imported, or all of it was rolled back. */
  readonly current: Generation | null;
  /** What Roll Back goes back to; null for the bundled data alone. */
  readonly previous: Generation | null;
  /** Whether there is anything to go back to. */
  readonly canRollBack: boolean;
}

export const STATE_FORMAT = 1;
const STATE_NAME = /^state-(\d{6})\.json$/;

export function stateName(serial: number): string {
  return `state-${String(serial).padStart(6, '0')}.json`;
}

/** Of a file's name; undefined if it is that of another file. */
export function serialOf(name: string): number | undefined {
  const [, digits] = STATE_NAME.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const named = { id: text, name: text };
const nullOr =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const generationShape = shape({
  imported: text,
  sources: listOf(importedSourceShape),
  merged: shape({ base: text, folder: text, files: listOf(text) }),
  changes: shape({
    added: listOf(shape(named)),
    renamed: listOf(shape({ ...named, before: text })),
    ended: listOf(shape({ ...named, status: text, successors: listOf(text) })),
    mappings: listOf(shape({ framework: text, added: number, removed: number, controls: listOf(text) })),
  }),
});

const stateShape = shape({
  format: (value) => value === STATE_FORMAT || 'is of another version of Control Lens',
  current: nullOr(generationShape),
  previous: nullOr(generationShape),
  canRollBack: flag,
});

export function parseState(name: string, json: string): Result<StoreState> {
  return parseJson<StoreState>(name, json, stateShape);
}

/** A mark of the bundled facts: `sources.json` has the checksums of all that they were made from. */
export function fingerprint(sourcesJson: string): string {
  let hash = 0;
  for (let at = 0; at < sourcesJson.length; at++)
    hash = (hash * 33 + sourcesJson.charCodeAt(at)) % 4_294_967_291;
  return `${sourcesJson.length}-${hash}`;
}
