import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { readRelease } from '../../core/publisher/attack/release';
import { isEditionHeader } from '../frameworks/columns';
import { isEarlierList, readEarlier } from '../frameworks/earlier';
import { isCrosswalk, readCrosswalk } from '../frameworks/crosswalk';
import { readEditionTable } from '../frameworks/editions';
import { frameworkOf, readMapping } from '../../core/publisher/mapping/mapping';
import { FRAMEWORKS } from '../frameworks/registry';
import { isIdList, readSister } from '../frameworks/sister';
import type { FrameworkSpec } from '../frameworks/spec';
import { readTable } from '../frameworks/table';
import { isFields, quote } from '../../core/publisher/values/fields';
import { refuse } from '../../core/publisher/values/results';
import type { Found } from './found';

/** Tells by its content what a file is, and reads it. */
export function recognise(file: string, text: string): Result<Found> {
  if (/\.json$/i.test(file)) return recogniseJson(file, text);
  if (!/\.(?:tsv|txt)$/i.test(file)) return skip('not a kind of file that is imported');
  for (const spec of FRAMEWORKS) {
    const found = recogniseText(file, text, spec);
    if (found) return found;
  }
  return skip('not a table or a list that is imported');
}

function recogniseJson(file: string, text: string): Result<Found> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const json = parsed.value;
  if (!isFields(json)) return skip('neither a STIX bundle nor a mapping file');
  if (json['type'] === 'bundle') {
    return turn(readRelease(file, json), (release) => ({ kind: 'release', release }));
  }
  const framework = frameworkOf(json);
  if (framework === undefined) return skip('neither a STIX bundle nor a mapping file');
  const spec = FRAMEWORKS.find(({ explorerId }) => explorerId === framework);
  if (!spec) return skip(`the framework ${quote(framework)} is not imported`);
  return turn(readMapping(file, json, spec), (mapping) => ({ kind: 'mapping', spec, mapping }));
}

function recogniseText(file: string, text: string, spec: FrameworkSpec): Result<Found> | undefined {
  const table = readTable(text);
  if (isEditionHeader(table.header)) {
    return turn(readEditionTable(table, spec), (editions) => ({ kind: 'editions', spec, table: editions }));
  }
  if (isCrosswalk(table, spec)) {
    return turn(readCrosswalk(table, spec), (crosswalk) => ({ kind: 'crosswalk', spec, crosswalk }));
  }
  if (isEarlierList(text) && file.startsWith(`${spec.record.key}-`)) {
    return turn(readEarlier(file, text, spec), (earlier) => ({ kind: 'earlier', spec, earlier }));
  }
  if (isIdList(text, spec)) {
    return turn(readSister(file, text, spec), (sister) => ({ kind: 'sister', spec, sister }));
  }
  return undefined;
}

function parseJson(text: string): Result<unknown> {
  try {
    return success<unknown>(JSON.parse(text));
  } catch {
    return refuse('not-json', 'is not valid JSON');
  }
}

function turn<T>(result: Result<T>, convert: (value: T) => Found): Result<Found> {
  return result.ok ? success(convert(result.value)) : result;
}

function skip(why: string): Result<Found> {
  return success({ kind: 'skipped', why });
}
