import { FRAMEWORKS, FRAMEWORK_KEYS } from '../frameworks/registry';
import { failure, success, type Result } from '../text/result';
import { disagreementOfAttack, disagreementOfFramework } from './agreement';
import { AttackTimeline } from './attack';
import { Framework } from './framework';
import { KnowledgeBase } from './knowledgeBase';
import { Sentences, type SentenceFile } from './sentences';
import { Summaries } from './summaries';
import { ATTACK_KINDS, ATTACK_STATUSES, DATA_FORMAT, type AttackFile, type FrameworkFile } from './records';
import {
  flag,
  listOf,
  number,
  oneOf,
  optional,
  parseJson,
  shape,
  text,
  textsByName,
  type Check,
} from './validate';

/** The files of `data/` that the knowledge base is made of, as text. */
export interface DataTexts {
  readonly attack: string;
  readonly frameworks: readonly string[];
  /** Our own sentences; everything works without them. */
  readonly summaries?: string | undefined;
  /** The publishers' own, of the newest release first. */
  readonly sentences?: readonly SentenceFile[];
}

/** Names of the files below `data/`, in the order that `DataTexts` wants them. */
export const DATA_FILES = {
  attack: 'attack.json',
  frameworks: FRAMEWORKS.map(({ dataFile }) => dataFile),
} as const;

const currentFormat: Check = (value) =>
  value === DATA_FORMAT || `is ${String(value)}, but this version reads format ${DATA_FORMAT}`;
const domain = oneOf(['enterprise', 'mobile', 'ics']);
const textList = listOf(text);

/** Of `AttackFile`. */
export const attackShape = shape({
  format: currentFormat,
  releases: listOf(shape({ domain, version: text, tactics: textList })),
  objects: listOf(
    shape({
      id: text,
      kind: oneOf(ATTACK_KINDS),
      domains: listOf(domain),
      history: listOf(
        shape({
          version: text,
          name: optional(text),
          status: optional(oneOf(ATTACK_STATUSES)),
          successors: optional(textList),
          tactics: optional(textList),
          platforms: optional(textList),
          mitigations: optional(textList),
        }),
      ),
    }),
  ),
});

/** Of `MappingSource`. */
export const mappingSourceShape = shape({
  frameworkVersion: text,
  attackVersion: text,
  attackDomain: domain,
  created: text,
  updated: text,
  explorerId: text,
  publisher: text,
});

/** Of a list of `MappingRecord`. */
export const mappingsShape = listOf(shape({ control: text, type: text, technique: optional(text) }));

const frameworkShape = shape({
  format: currentFormat,
  framework: shape({ key: text, name: text, fullName: text, publisher: text }),
  editions: listOf(shape({ id: text, label: text, count: number })),
  domains: listOf(shape({ code: text, name: text, codes: optional(textsByName) })),
  controls: listOf(shape({ key: text, domain: text, ids: textsByName, titles: textsByName })),
  mapping: mappingSourceShape,
  mappings: mappingsShape,
  legacy: listOf(
    shape({ id: text, edition: text, successors: textList, toEdition: text, isWithdrawn: optional(flag) }),
  ),
  sisters: listOf(shape({ key: text, name: text, version: text, ids: textList })),
  earlier: optional(listOf(shape({ edition: text, ids: textList }))),
  unmappable: optional(textList),
});

export function parseAttackFile(json: string): Result<AttackFile> {
  return parseJson<AttackFile>(DATA_FILES.attack, json, attackShape);
}

export function parseFrameworkFile(name: string, json: string): Result<FrameworkFile> {
  return parseJson<FrameworkFile>(name, json, frameworkShape);
}

export function loadAttack(json: string): Result<AttackTimeline> {
  const file = parseAttackFile(json);
  if (!file.ok) return file;
  const problem = disagreementOfAttack(file.value);
  return problem === undefined
    ? success(new AttackTimeline(file.value))
    : failure('bad-data', `${DATA_FILES.attack}${problem}`);
}

export function loadFramework(name: string, json: string): Result<Framework> {
  const file = parseFrameworkFile(name, json);
  if (!file.ok) return file;
  const problem = disagreementOfFramework(file.value);
  if (problem !== undefined) return failure('bad-data', `${name}${problem}`);
  return FRAMEWORK_KEYS.includes(file.value.framework.key)
    ? success(new Framework(file.value))
    : failure('bad-data', `${name}: unknown framework`);
}

/**
 * Builds the knowledge base out of the texts of the data files; a few milliseconds. `report` is given what is wrong with
 * the summaries, which are parsed when the first one is needed.
 */
export function loadKnowledgeBase(
  texts: DataTexts,
  report?: (problem: string) => void,
): Result<KnowledgeBase> {
  const attack = loadAttack(texts.attack);
  if (!attack.ok) return attack;
  const frameworks = new Map<string, Framework>();
  for (const [index, json] of texts.frameworks.entries()) {
    const framework = loadFramework(DATA_FILES.frameworks[index] ?? `framework ${index}`, json);
    if (!framework.ok) return framework;
    frameworks.set(framework.value.key, framework.value);
  }
  if (frameworks.size === 0) return failure('no-framework', 'No data file describes a framework');
  const summaries = new Summaries(texts.summaries, report);
  const sentences = new Sentences(texts.sentences ?? [], report);
  return success(new KnowledgeBase(attack.value, frameworks, summaries, sentences));
}
