import type { SourceRecord } from '../core/knowledge/records';
import type { Found } from './inputs/recognise';
import { recognise } from './inputs/recognise';
import { sourceOf } from './inputs/sources';
import type { Input } from './inputs/walk';
import { read } from './inputs/walk';
import type { Result } from './values/result';
import { mapAll, succeed, within } from './values/result';

/** Everything that the inputs say, and which inputs said it. */
export interface Collection {
  readonly found: readonly Found[];
  readonly sources: readonly SourceRecord[];
}

interface Reading {
  readonly found: Found;
  readonly source: SourceRecord | undefined;
}

/** Reads the inputs one by one, so that only one of the large bundles is in memory. */
export function collect(inputs: readonly Input[], say: (line: string) => void): Result<Collection> {
  const readings = mapAll(inputs, (input) => within(input.name, readInput(input, say)));
  if (!readings.ok) return readings;
  return succeed({
    found: readings.value.map(({ found }) => found),
    sources: readings.value.map(({ source }) => source).filter((source) => source !== undefined),
  });
}

function readInput(input: Input, say: (line: string) => void): Result<Reading> {
  const content = read(input);
  if (!content.ok) return content;
  const found = recognise(input.name, content.value.text);
  if (!found.ok) return found;
  say(`${input.name}: ${describe(found.value)}`);
  const source =
    found.value.kind === 'skipped' ? undefined : sourceOf(input.name, content.value.sha256, found.value);
  return succeed({ found: found.value, source });
}

function describe(found: Found): string {
  switch (found.kind) {
    case 'release':
      return `ATT&CK ${found.release.domain} ${found.release.version}, ${found.release.observations.length} objects`;
    case 'mapping':
      return `${found.mapping.rows.length} rows, ${found.mapping.skipped} skipped (no capability or no type)`;
    case 'editions':
      return `${found.table.controls.length} controls in ${found.table.editions.length} editions`;
    case 'crosswalk':
      return `${found.crosswalk.steps.length} steps from ${found.crosswalk.edition} to ${found.crosswalk.toEdition}`;
    case 'sister':
      return `${found.sister.ids.length} ids of the ${found.sister.name}`;
    case 'skipped':
      return `skipped, ${found.why}`;
  }
}
