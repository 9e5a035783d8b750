import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Fields } from '../values/fields';
import { asText, collapse, quote } from '../values/fields';
import { together, within, wrong } from '../values/results';
import type { MappingSpec } from './spec';

/** A row of a mapping file, in the numbering of that file. */
export interface MappingRow {
  readonly control: string;
  readonly title: string | undefined;
  readonly type: string;
  readonly technique: string | undefined;
}

const NON_MAPPABLE = 'non_mappable';

const TECHNIQUE_ID = /^T\d{4}(?:\.\d{3})?$/;
const TYPE = /^[a-z][a-z0-9_-]{0,63}$/;

/** Undefined for a row without a capability or without a type: it states nothing. */
export function readRow(row: Fields, spec: MappingSpec): Result<MappingRow | undefined> {
  const { capability_id: id, mapping_type: type } = row;
  if (isNothing(id) || isNothing(type)) return success(undefined);
  const written = typeof id === 'string' ? id.trim() : '';
  const control = spec.idOf?.(written) ?? written;
  if (!spec.controlId.test(control))
    return wrong(`capability_id ${quote(id)} is no id of ${spec.record.name}`);
  if (typeof type !== 'string' || !TYPE.test(type)) return wrong(`mapping_type ${quote(type)} is no word`);
  return within(
    control,
    together({
      control: success(control),
      title: within('capability_description', asOptionalText(row['capability_description'])),
      type: success(type),
      technique: type === NON_MAPPABLE ? success(undefined) : asTechnique(row['attack_object_id']),
    }),
  );
}

/** The technique of a row that states of a technique alone that no control can be mapped to it. */
export function unmappableIn(row: Fields): string | undefined {
  const { capability_id: id, attack_object_id: technique, status } = row;
  return isNothing(id) &&
    status === NON_MAPPABLE &&
    typeof technique === 'string' &&
    TECHNIQUE_ID.test(technique)
    ? technique
    : undefined;
}

function asTechnique(value: unknown): Result<string> {
  const id = typeof value === 'string' ? value.trim() : '';
  return TECHNIQUE_ID.test(id) ? success(id) : wrong(`attack_object_id ${quote(value)} is no technique`);
}

function asOptionalText(value: unknown): Result<string | undefined> {
  return isNothing(value) ? success(undefined) : asText(value);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && collapse(value) === '');
}
