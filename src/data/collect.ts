import type { SourceRecord } from '../core/knowledge/records';
import type { Result } from '../core/text/result';
import { success } from '../core/text/result';
import type { Found } from './inputs/found';
import { describe } from './inputs/found';
import { read } from './inputs/read';
import { recognise } from './inputs/recognise';
import { sourceOf } from './inputs/sources';
import type { Input } from './inputs/walk';
import { mapAll, within } from '../core/publisher/values/results';

/** Everything that the inputs say, and which inputs said it. */
export interface Collection {
  readonly found: readonly Found[];
  readonly sources: readonly SourceRecord[];
}

interface Reading {
  readonly found: Found;
  readonly sources: readonly SourceRecord[];
}

/** Reads the inputs one by one, so that only one of the large bundles is in memory. */
export function collect(inputs: readonly Input[], say: (line: string) => void): Result<Collection> {
  const readings = mapAll(inputs, (input) => within(input.name, readInput(input, say)));
  if (!readings.ok) return readings;
  return success({
    found: readings.value.map(({ found }) => found),
    sources: readings.value.flatMap(({ sources }) => sources),
  });
}

function readInput(input: Input, say: (line: string) => void): Result<Reading> {
  const content = read(input);
  if (!content.ok) return content;
  const recognised = recognise(input.name, content.value.text);
  if (!recognised.ok) return recognised;
  const found = recognised.value;
  say(`${input.name}: ${describe(found)}`);
  return success({
    found,
    sources: found.kind === 'skipped' ? [] : [sourceOf(input.name, content.value.sha256, found)],
  });
}
