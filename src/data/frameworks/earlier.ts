import type { EarlierRecord } from '../../core/knowledge/records';
import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { byText } from '../../core/publisher/values/order';
import { mapAll, wrong } from '../../core/publisher/values/results';
import type { FrameworkSpec } from './spec';

/** `ccm-3.0.1-ids.txt`: the name of the file says whose ids they are, and of which edition. */
const FILE_NAME = /^([a-z][a-z0-9]*)-(\d+(?:\.\d+)*)-ids\b/;
/** `AIS 01-04` */
const RANGE = /^([A-Z&]{3}) (\d{2})-(\d{2})$/;

/** A list of the ids of an earlier edition has a range of numbers on each line, and remarks. */
export function isEarlierList(text: string): boolean {
  const lines = rangesIn(text);
  return lines.length > 0 && lines.every((line) => RANGE.test(line));
}

export function readEarlier(file: string, text: string, spec: FrameworkSpec): Result<EarlierRecord> {
  const [, key, edition] = FILE_NAME.exec(file) ?? [];
  if (key !== spec.record.key || edition === undefined)
    return wrong(`the file name tells no edition of ${spec.record.name}`);
  const ids = mapAll(rangesIn(text), idsOf);
  return ids.ok ? success({ edition, ids: ids.value.flat().sort(byText) }) : ids;
}

function idsOf(line: string): Result<string[]> {
  const [, code = '', first = '', last = ''] = RANGE.exec(line) ?? [];
  if (first > last) return wrong(`${line} is no range`);
  const count = Number(last) - Number(first) + 1;
  const numbers = Array.from({ length: count }, (_, index) => Number(first) + index);
  return success(numbers.map((number) => `${code}-${String(number).padStart(2, '0')}`));
}

function rangesIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
