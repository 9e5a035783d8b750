import { attackShape, mappingSourceShape, mappingsShape } from '../../knowledge/load';
import { listOf, oneOf, parseJson, shape, text, type Check } from '../../knowledge/validate';
import { failure, type Result } from '../../text/result';
import type { SourceFacts } from './merge';

const pair: Check = (value) =>
  (Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string')) ||
  'is not a pair of strings';

const attackFacts = shape({ attack: attackShape, stixIds: listOf(pair) });
const mappingFacts = shape({
  framework: text,
  source: mappingSourceShape,
  mappings: mappingsShape,
  unmappable: listOf(text),
});
const kind = shape({ kind: oneOf(['attack', 'mapping']) });

/** The facts of one imported file, as it was stored. */
export function parseFacts(name: string, json: string): Result<SourceFacts> {
  const read = parseJson<SourceFacts>(name, json, kind);
  if (!read.ok) return read;
  const verdict = (read.value.kind === 'attack' ? attackFacts : mappingFacts)(read.value);
  return verdict === true ? read : failure('bad-data', `${name}${verdict}`);
}
