import type { SourcesFile } from '../core/knowledge/records';
import { DATA_FORMAT } from '../core/knowledge/records';
import { buildAttackFile } from './attack/file';
import type { Collection } from './collect';
import { buildFrameworkFile } from './frameworks/file';
import { FRAMEWORKS } from './frameworks/registry';
import type { FrameworkSpec } from './frameworks/spec';
import type { Found } from './inputs/recognise';
import { toLines } from './output/lines';
import type { Output } from './output/write';
import type { Result } from './values/result';
import { mapAll, succeed } from './values/result';

/** The files of `data/`, out of what the inputs say. */
export function build({ found, sources }: Collection): Result<Output[]> {
  const attack = buildAttackFile(found.filter(isKind('release')).map(({ release }) => release));
  if (!attack.ok) return attack;
  const frameworks = mapAll(FRAMEWORKS, (spec) => buildFramework(spec, found));
  if (!frameworks.ok) return frameworks;
  const list: SourcesFile = { format: DATA_FORMAT, sources };
  return succeed([
    { name: 'attack.json', text: toLines(attack.value) },
    ...frameworks.value,
    { name: 'sources.json', text: toLines(list) },
  ]);
}

function buildFramework(spec: FrameworkSpec, found: readonly Found[]): Result<Output> {
  const own = found.filter((item) => 'spec' in item && item.spec === spec);
  const file = buildFrameworkFile(spec, {
    mappings: own.filter(isKind('mapping')).map(({ mapping }) => mapping),
    tables: own.filter(isKind('editions')).map(({ table }) => table),
    crosswalks: own.filter(isKind('crosswalk')).map(({ crosswalk }) => crosswalk),
    sisters: own.filter(isKind('sister')).map(({ sister }) => sister),
  });
  return file.ok ? succeed({ name: spec.file, text: toLines(file.value) }) : file;
}

function isKind<K extends Found['kind']>(kind: K) {
  return (item: Found): item is Extract<Found, { kind: K }> => item.kind === kind;
}
