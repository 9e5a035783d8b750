import type { Result } from '../../text/result';
import { success } from '../../text/result';
import { mapAll, within, wrong } from './results';

/** A parsed JSON object whose members nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** No published name or title comes near this; what is longer is not a name. */
const MAX_TEXT = 400;

/** Controls, invisible marks (some reorder the text around them) and halves of characters. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asFields(value: unknown): Result<Fields> {
  return isFields(value) ? success(value) : wrong('is not an object');
}

function asList(value: unknown): Result<readonly unknown[]> {
  return Array.isArray(value) ? success(value) : wrong('is not a list');
}

export function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A name or a title: trimmed, its whitespace collapsed, not empty, fit to be printed. */
export function asText(value: unknown): Result<string> {
  if (typeof value !== 'string') return wrong('is not a text');
  if (value.length > MAX_TEXT) return wrong(`is longer than ${MAX_TEXT} characters`);
  const text = collapse(value);
  if (text === '') return wrong('is empty');
  return FORBIDDEN.test(text) ? wrong('has control characters') : success(text);
}

export function textAt(fields: Fields, key: string): Result<string> {
  return within(key, asText(fields[key]));
}

/** Publishers write an absent flag as nothing or as null. */
export function flagAt(fields: Fields, key: string): Result<boolean> {
  const value = fields[key] ?? false;
  return typeof value === 'boolean' ? success(value) : wrong(`${key}: is neither true nor false`);
}

/** Absent and null count as the empty list. */
export function textsAt(fields: Fields, key: string): Result<readonly string[]> {
  const list = within(key, asList(fields[key] ?? []));
  return list.ok ? within(key, mapAll(list.value, asText)) : list;
}

/** Absent and null count as the empty list. */
export function fieldsAt(fields: Fields, key: string): Result<readonly Fields[]> {
  const list = within(key, asList(fields[key] ?? []));
  if (!list.ok) return list;
  return within(
    key,
    mapAll(list.value, (item, index) => within(`item ${index + 1}`, asFields(item))),
  );
}

/** Whatever an input has in place of an id, short and harmless in a message. */
export function quote(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(collapse(value).slice(0, 60)) : `(${typeof value})`;
}
