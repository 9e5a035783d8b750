import type { Result } from './result';
import { mapAll, succeed, within, wrong } from './result';

/** A parsed JSON object whose members nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** No published name or title comes near this; what is longer is not a name. */
const LONGEST_TEXT = 400;

// Control characters, and the marks that reorder the text around them. Whitespace is collapsed before.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asFields(value: unknown): Result<Fields> {
  return isFields(value) ? succeed(value) : wrong('is not an object');
}

export function asList(value: unknown): Result<readonly unknown[]> {
  return Array.isArray(value) ? succeed(value) : wrong('is not a list');
}

export function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A name or a title: trimmed, its whitespace collapsed, not empty, fit to be printed. */
export function asText(value: unknown): Result<string> {
  if (typeof value !== 'string') return wrong('is not a text');
  if (value.length > LONGEST_TEXT) return wrong(`is longer than ${LONGEST_TEXT} characters`);
  const text = collapse(value);
  if (text === '') return wrong('is empty');
  return FORBIDDEN.test(text) ? wrong('has control characters') : succeed(text);
}

export function textAt(fields: Fields, key: string): Result<string> {
  return within(key, asText(fields[key]));
}

/** Publishers write an absent flag as nothing or as null. */
export function flagAt(fields: Fields, key: string): Result<boolean> {
  const value = fields[key] ?? false;
  return typeof value === 'boolean' ? succeed(value) : wrong(`${key}: is neither true nor false`);
}

/** Absent and null count as the empty list. */
export function listAt(fields: Fields, key: string): Result<readonly unknown[]> {
  return within(key, asList(fields[key] ?? []));
}

export function textsAt(fields: Fields, key: string): Result<readonly string[]> {
  const list = listAt(fields, key);
  return list.ok ? within(key, mapAll(list.value, asText)) : list;
}

export function fieldsAt(fields: Fields, key: string): Result<readonly Fields[]> {
  const list = listAt(fields, key);
  if (!list.ok) return list;
  return within(
    key,
    mapAll(list.value, (item, index) => within(`item ${index}`, asFields(item))),
  );
}
