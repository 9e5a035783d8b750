import { parseSettings, SECTION } from '../settings/settings';
import { didYouMean, nearest } from '../text/nearest';
import { failure, success, type Result } from '../text/result';
import { CONFIGURATION_KEYS, FOLDER_KEYS, OTHER_KEYS } from './keys';
import { readValue } from './readValue';

/** Settings by their keys, each known and of its kind. */
export type ConfiguredValues = ReadonlyMap<string, unknown>;

/** Settings for a part of the files. */
export interface Override {
  /** Globs, relative to the folder of the configuration that was found. */
  readonly files: readonly string[];
  readonly values: ConfiguredValues;
}

/** What one file says. */
export interface ConfigurationFile {
  /** As written: paths relative to the file. */
  readonly extends: readonly string[];
  readonly values: ConfiguredValues;
  readonly overrides: readonly Override[];
}

/** What may be written as a map of its own, such as `rules`. */
const GROUPS = [
  ...new Set(CONFIGURATION_KEYS.flatMap((key) => (key.includes('.') ? key.slice(0, key.indexOf('.')) : []))),
];

const MAX_OVERRIDES = 100;
const MAX_GLOBS = 200;
const MAX_TEXT = 300;

/** Reads what somebody wrote; the first thing that is wrong ends it. `name` is what a message calls the file. */
export function parseConfiguration(name: string, text: string): Result<ConfigurationFile> {
  const value = readValue(name, text);
  if (!value.ok) return value;
  const wrong = (message: string): Result<never> => failure('bad-configuration', `${name}: ${message}`);
  if (value.value === null) return success({ extends: [], values: new Map(), overrides: [] });
  if (!isRecord(value.value)) return wrong('not a list of settings');
  const { extends: bases = [], overrides = [], $schema: _, ...rest } = ownOf(value.value);
  const parents = texts(bases);
  if (!parents) return wrong('extends must be a path, or a list of them');
  const values = valuesOf(rest, [...GROUPS, ...CONFIGURATION_KEYS, ...OTHER_KEYS]);
  if (!values.ok) return wrong(values.failure.message);
  if (!Array.isArray(overrides) || overrides.length > MAX_OVERRIDES)
    return wrong(`overrides must be a list of at most ${MAX_OVERRIDES}`);
  const parts: Override[] = [];
  for (const [index, each] of overrides.entries()) {
    const part = overrideOf(each);
    if (!part.ok) return wrong(`overrides[${index}]: ${part.failure.message}`);
    parts.push(part.value);
  }
  return success({ extends: parents, values: values.value, overrides: parts });
}

function overrideOf(value: unknown): Result<Override> {
  if (!isRecord(value)) return failure('bad-configuration', 'must have files and settings');
  const { files, ...rest } = ownOf(value);
  const globs = files === undefined ? undefined : texts(files);
  if (!globs || globs.length === 0)
    return failure('bad-configuration', 'files must be a glob, or a list of them');
  const values = valuesOf(rest, [...GROUPS, ...CONFIGURATION_KEYS, 'files']);
  if (!values.ok) return values;
  const misplaced = FOLDER_KEYS.find((key) => values.value.has(key));
  return misplaced === undefined
    ? success({ files: globs, values: values.value })
    : failure('bad-configuration', `${misplaced} is for the whole folder, not for a part of its files`);
}

function valuesOf(record: Values, known: readonly string[]): Result<ConfiguredValues> {
  const values = new Map<string, unknown>();
  for (const [key, value] of flattened('', record)) {
    if (GROUPS.includes(key) && value === null) continue; // `rules:` with all of them commented out
    if (GROUPS.includes(key)) return failure('bad-configuration', `${key} must be a map of settings`);
    if (!CONFIGURATION_KEYS.includes(key))
      return failure('bad-configuration', `unknown key ${shown(key)}.${meant(key.slice(0, MAX_KEY), known)}`);
    if (value !== null) values.set(key, value);
  }
  const [problem] = parseSettings((key) => values.get(key)).problems;
  return problem
    ? failure('bad-configuration', `${problem.key.slice(SECTION.length + 1)} has an invalid value`)
    : success(values);
}

/** ` Did you mean attack.version?`, also for `verson`; or nothing. */
function meant(key: string, known: readonly string[]): string {
  const whole = didYouMean(key, known);
  if (whole !== '') return whole;
  const last = (each: string): string => each.slice(each.lastIndexOf('.') + 1);
  const near = nearest(key, known.map(last));
  const found = known.find((each) => last(each) === near);
  return found === undefined ? '' : ` Did you mean ${found}?`;
}

/** `rules: { no-mapping: off }` is `rules.no-mapping: off`. */
function* flattened(prefix: string, record: Values): Generator<readonly [key: string, value: unknown]> {
  for (const [name, value] of Object.entries(record)) {
    const key = prefix + name;
    const isGroup = isRecord(value) && CONFIGURATION_KEYS.some((each) => each.startsWith(`${key}.`));
    if (isGroup) yield* flattened(`${key}.`, ownOf(value));
    else yield [key, value];
  }
}

const MAX_KEY = 60;

function shown(key: string): string {
  return key.length > MAX_KEY ? `${key.slice(0, MAX_KEY)}…` : key;
}

type Values = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Its own properties without a prototype, so that no name from outside is one of the language's. */
function ownOf(record: Values): Values {
  return Object.assign(Object.create(null) as object, Object.fromEntries(Object.entries(record)));
}

function texts(value: unknown): readonly string[] | undefined {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isShort = (each: unknown): each is string =>
    typeof each === 'string' && each !== '' && each.length <= MAX_TEXT;
  return all.length <= MAX_GLOBS && all.every(isShort) ? all : undefined;
}
