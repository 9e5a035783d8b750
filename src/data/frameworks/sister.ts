import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { wrong } from '../../core/publisher/values/results';
import type { SisterRecord } from '../../core/knowledge/records';
import { sortedSet } from '../../core/publisher/values/order';
import type { FrameworkSpec } from './spec';

/** `aicm-1.1.0-ids.txt`: only the file name of a list of ids says whose they are. */
const FILE_NAME = /^([a-z][a-z0-9]*)-(\d+(?:\.\d+)*)\b/;

/** A list of ids has one on each line, and nothing else. */
export function isIdList(text: string, spec: FrameworkSpec): boolean {
  const ids = idsIn(text);
  return ids.length > 0 && ids.every((id) => spec.controlId.test(id));
}

export function readSister(file: string, text: string, spec: FrameworkSpec): Result<SisterRecord> {
  const [, key, version] = FILE_NAME.exec(file) ?? [];
  const name = spec.sisters.get(key ?? '');
  if (key === undefined || version === undefined)
    return wrong('the file name tells no framework and version');
  if (name === undefined) return wrong(`${key} is not known to share the ids of ${spec.record.name}`);
  return success({ key, name, version, ids: sortedSet(idsIn(text)) });
}

function idsIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
