import type { SourcesFile } from '../core/knowledge/records';
import { DATA_FORMAT } from '../core/knowledge/records';
import type { Result } from '../core/text/result';
import { success } from '../core/text/result';
import { buildAttackFile } from '../core/publisher/attack/file';
import type { Collection } from './collect';
import { buildFrameworkFile } from './frameworks/file';
import { FRAMEWORKS } from './frameworks/registry';
import type { FrameworkSpec } from './frameworks/spec';
import type { Found } from './inputs/found';
import { isKind } from './inputs/found';
import { toLines } from './output/lines';
import type { Output } from './output/write';
import { mapAll, together } from '../core/publisher/values/results';

/** `scripts/summaries.mjs` writes it. */
const OWN: SourcesFile['own'] = [
  { file: 'summaries.json', title: 'Control Lens: summaries', licence: 'Apache-2.0' },
];

/** The files of `data/`, out of what the inputs say. */
export function build({ found, sources }: Collection): Result<Output[]> {
  const built = together({
    attack: buildAttackFile(found.filter(isKind('release')).map(({ release }) => release)),
    frameworks: mapAll(FRAMEWORKS, (spec) => buildFramework(spec, found)),
  });
  if (!built.ok) return built;
  const list: SourcesFile = { format: DATA_FORMAT, sources, own: OWN };
  return success([
    { name: 'attack.json', text: toLines(built.value.attack) },
    ...built.value.frameworks,
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
    earlier: own.filter(isKind('earlier')).map(({ earlier }) => earlier),
  });
  return file.ok ? success({ name: spec.file, text: toLines(file.value) }) : file;
}
