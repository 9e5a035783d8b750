import type { SisterRecord } from '../../core/knowledge/records';
import type { Release } from '../attack/release';
import { readRelease } from '../attack/release';
import type { Crosswalk } from '../frameworks/crosswalk';
import { isCrosswalk, readCrosswalk } from '../frameworks/crosswalk';
import type { EditionTable } from '../frameworks/editions';
import { isEditionTable, readEditionTable } from '../frameworks/editions';
import type { MappingFile } from '../frameworks/mapping';
import { frameworkOf, readMapping } from '../frameworks/mapping';
import { FRAMEWORKS } from '../frameworks/registry';
import { isIdList, readSister } from '../frameworks/sister';
import type { FrameworkSpec } from '../frameworks/spec';
import { readTable } from '../frameworks/table';
import { isFields } from '../values/fields';
import type { Result } from '../values/result';
import { fail, succeed } from '../values/result';

/** What an input turned out to be. */
export type Found =
  | { readonly kind: 'release'; readonly release: Release }
  | { readonly kind: 'mapping'; readonly spec: FrameworkSpec; readonly mapping: MappingFile }
  | { readonly kind: 'editions'; readonly spec: FrameworkSpec; readonly table: EditionTable }
  | { readonly kind: 'crosswalk'; readonly spec: FrameworkSpec; readonly crosswalk: Crosswalk }
  | { readonly kind: 'sister'; readonly spec: FrameworkSpec; readonly sister: SisterRecord }
  | { readonly kind: 'skipped'; readonly why: string };

/** Tells by its content what a file is, and reads it. */
export function recognise(file: string, text: string): Result<Found> {
  if (/\.json$/i.test(file)) return recogniseJson(file, text);
  return /\.(?:tsv|txt)$/i.test(file)
    ? recogniseText(file, text)
    : skip('not a kind of file that is imported');
}

function recogniseJson(file: string, text: string): Result<Found> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const json = parsed.value;
  if (isFields(json) && json['type'] === 'bundle') {
    return mapResult(readRelease(file, json), (release) => ({ kind: 'release', release }));
  }
  const framework = frameworkOf(json);
  const spec = FRAMEWORKS.find(({ explorerId }) => explorerId === framework);
  if (isFields(json) && spec) {
    return mapResult(readMapping(file, json, spec), (mapping) => ({ kind: 'mapping', spec, mapping }));
  }
  return skip(
    framework === undefined
      ? 'neither a STIX bundle nor a mapping file'
      : `the framework ${framework} is not imported`,
  );
}

function recogniseText(file: string, text: string): Result<Found> {
  const table = readTable(text);
  for (const spec of FRAMEWORKS) {
    if (isEditionTable(table)) {
      return mapResult(readEditionTable(table, spec), (found) => ({ kind: 'editions', spec, table: found }));
    }
    if (isCrosswalk(table, spec)) {
      return mapResult(readCrosswalk(table, spec), (crosswalk) => ({ kind: 'crosswalk', spec, crosswalk }));
    }
    if (isIdList(text, spec)) {
      return mapResult(readSister(file, text, spec), (sister) => ({ kind: 'sister', spec, sister }));
    }
  }
  return skip('not a table or a list that is imported');
}

function parseJson(text: string): Result<unknown> {
  try {
    return succeed<unknown>(JSON.parse(text));
  } catch {
    return fail('not-json', 'is not valid JSON');
  }
}

function mapResult<T>(result: Result<T>, convert: (value: T) => Found): Result<Found> {
  return result.ok ? succeed(convert(result.value)) : result;
}

function skip(why: string): Result<Found> {
  return succeed({ kind: 'skipped', why });
}
