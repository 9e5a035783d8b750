import type { Result } from '../../text/result';
import { success } from '../../text/result';
import { wrong } from './results';
const AMERICAN = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/;

/** `01/27/2026` or `2026-01-27T…` as `2026-01-27`. */
export function isoDate(value: unknown): Result<string> {
  const text = typeof value === 'string' ? value.trim() : '';
  const american = AMERICAN.exec(text);
  const date = american ? `${american[3]}-${american[1]}-${american[2]}` : ISO.exec(text)?.[1];
  return date !== undefined && isCalendarDay(date) ? success(date) : wrong('is not a date');
}

function isCalendarDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
