import type { Result } from '../text/result';
import type { SourceRecord } from './records';
import { listOf, number, optional, parseJson, shape, text } from './validate';

/** A text of a publisher that a description cites. */
export interface Citation {
  readonly name: string;
  readonly text: string;
  readonly url?: string;
}

/** A publisher's texts on one ATT&CK object. */
export interface ObjectText {
  readonly id: string;
  /** In the publisher's Markdown. */
  readonly description?: string;
  /** What the description cites. */
  readonly citations?: readonly Citation[];
  /** Techniques only: how each of ATT&CK's mitigations is used against it. */
  readonly mitigations?: readonly UseText[];
}

export interface UseText {
  readonly id: string;
  readonly text: string;
  readonly citations?: readonly Citation[];
}

/** What a mapping file says on one pair of a capability and a technique. */
export interface MappingText {
  readonly technique: string;
  /** The control's key, if the program knows the framework; else the ID of the capability. */
  readonly capability: string;
  /** Unknown frameworks only: what the file calls the capability. */
  readonly title?: string;
  readonly type: string;
  /** As the file writes it: `protect, partial`. */
  readonly score?: string;
  readonly comment?: string;
  readonly references?: readonly string[];
}

/** A part of the texts of one imported file: what is kept together to be read together. */
export interface TextShard {
  readonly objects: readonly ObjectText[];
  readonly mappings: readonly MappingText[];
}

/** Number of parts that the texts of a file are stored in. */
export const SHARDS = 32;

/** The part that has the texts on an ATT&CK ID or a control's key. */
export function shardOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (hash * 31 + id.charCodeAt(at)) % 65_521;
  return hash % SHARDS;
}

const citations = optional(listOf(shape({ name: text, text, url: optional(text) })));

const shardShape = shape({
  objects: listOf(
    shape({
      id: text,
      description: optional(text),
      citations,
      mitigations: optional(listOf(shape({ id: text, text, citations }))),
    }),
  ),
  mappings: listOf(
    shape({
      technique: text,
      capability: text,
      title: optional(text),
      type: text,
      score: optional(text),
      comment: optional(text),
      references: optional(listOf(text)),
    }),
  ),
});

export function parseShard(name: string, json: string): Result<TextShard> {
  return parseJson<TextShard>(name, json, shardShape);
}

/** What a reader is told of a file that was imported. */
export interface ImportedSource extends SourceRecord {
  /** Its folder in the store. */
  readonly id: string;
  /** What takes its place when it is imported again: `attack enterprise 18.1`, `mapping aws enterprise`. */
  readonly key: string;
  readonly kind: 'attack' | 'mapping';
  /** The version of ATT&CK that it is, or is based on. */
  readonly attackVersion: string;
  /** Mappings only: the key of the framework, or the file's own name for one that the program doesn't know. */
  readonly framework?: string;
  /** Of objects or rows that were read, and of texts that were kept. */
  readonly records: number;
  readonly texts: number;
}

export const importedSourceShape = shape({
  ...Object.fromEntries(
    [
      ...['id', 'key', 'kind', 'attackVersion', 'file', 'title', 'publisher', 'version', 'date'],
      ...['licence', 'licenceUrl', 'sha256'],
    ].map((name) => [name, text]),
  ),
  framework: optional(text),
  records: number,
  texts: number,
});
