import type { Fields } from '../values/fields';
import { asText, collapse } from '../values/fields';
import type { Result } from '../values/result';
import { succeed, within, wrong } from '../values/result';
import type { FrameworkSpec } from './spec';

/** A row of a mapping file, in the numbering of that file. */
export interface MappingRow {
  readonly control: string;
  readonly title: string | undefined;
  readonly type: string;
  readonly technique: string | undefined;
}

export const NON_MAPPABLE = 'non_mappable';

const TECHNIQUE_ID = /^T\d{4}(?:\.\d{3})?$/;
const TYPE = /^[a-z][a-z0-9_-]{0,63}$/;

/** Undefined for a row without a capability or a type: it states nothing. */
export function readRow(row: Fields, spec: FrameworkSpec): Result<MappingRow | undefined> {
  const { capability_id: control, mapping_type: type } = row;
  if (isNothing(control) || isNothing(type)) return succeed(undefined);
  if (typeof control !== 'string' || !spec.controlId.test(control.trim())) {
    return wrong(`capability_id "${String(control).slice(0, 40)}" is no id of ${spec.record.name}`);
  }
  if (typeof type !== 'string' || !TYPE.test(type)) return wrong(`${control}: mapping_type is no word`);
  const technique = within(control, readTechnique(row, type));
  const title = within(`${control}: capability_description`, readTitle(row));
  if (!technique.ok) return technique;
  if (!title.ok) return title;
  return succeed({ control: control.trim(), title: title.value, type, technique: technique.value });
}

function readTechnique(row: Fields, type: string): Result<string | undefined> {
  if (type === NON_MAPPABLE) return succeed(undefined);
  const id = row['attack_object_id'];
  if (typeof id === 'string' && TECHNIQUE_ID.test(id.trim())) return succeed(id.trim());
  return wrong(`attack_object_id "${String(id).slice(0, 40)}" is no technique`);
}

function readTitle(row: Fields): Result<string | undefined> {
  const title = row['capability_description'];
  return isNothing(title) ? succeed(undefined) : asText(title);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && collapse(value) === '');
}
