import { FRAMEWORKS, FRAMEWORK_KEYS } from '../frameworks/registry';
import type { Assumption, EditionSetting } from '../recognition/reference';
import { isSafeGlob } from './globSafety';
import { ALL_RULES } from '../rules/allRules';
import { NO_MAPPING_SETTINGS, type NoMappingSetting } from '../rules/noMappingSetting';
import { SEVERITIES, type RuleId, type SeveritySetting } from '../rules/rule';

/** How an id is written that is chosen from a list. */
export type CompletionFormat = 'id' | 'id and title' | 'link';

/** Whose words a hover has on a technique. */
export type HoverDescription = 'own' | 'publisher';

/** Which documents have code lenses: those in a folder that cites controls, or all that name techniques. */
export type LensCondition = 'controlsCited' | 'always';

/** What can be set for one framework. */
export interface FrameworkSettings {
  readonly edition: EditionSetting;
  readonly assume: Assumption;
}

/** Everything that a user can set, parsed. */
export interface Settings {
  /** Language ids of the documents that are looked at. */
  readonly languages: readonly string[];
  /** Globs; empty means every file. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Keys of the frameworks whose controls are shown and recognized; never empty. */
  readonly enabledFrameworks: readonly string[];
  /** By key, for every framework. */
  readonly frameworks: Readonly<Record<string, FrameworkSettings>>;
  /** Undefined for the newest at hand. */
  readonly attackVersion: string | undefined;
  readonly rules: Readonly<Record<RuleId, SeveritySetting>>;
  /** How often the rule `no-mapping` warns. */
  readonly noMapping: NoMappingSetting;
  readonly hovers: boolean;
  readonly hoverDescription: HoverDescription;
  readonly links: boolean;
  readonly lenses: {
    readonly when: LensCondition;
    readonly document: boolean;
    readonly sections: boolean;
    readonly lines: boolean;
  };
  /** Whether the outline of a document lists what it names. */
  readonly outline: boolean;
  readonly statusBar: boolean;
  /** Whether the side bar selects what stands at the cursor. */
  readonly followCursor: boolean;
  /** Keys of YAML that hold controls; the first one is written where there is none. */
  readonly controlKeys: readonly string[];
  /** What is written in a new place, with `{controls}` for the controls. */
  readonly insertTemplate: string;
  readonly completion: { readonly enabled: boolean; readonly format: CompletionFormat };
  /** How many files of a workspace folder are read for what spans the workspace. */
  readonly maxFiles: number;
}

/** The keys below `controlLens.`, as package.json has them. */
export const SETTING_KEYS = {
  languages: 'languages',
  include: 'include',
  exclude: 'exclude',
  frameworks: 'frameworks',
  attackVersion: 'attack.version',
  noMapping: 'noMapping',
  hovers: 'hover.enabled',
  hoverDescription: 'hover.description',
  links: 'documentLinks.enabled',
  lensesWhen: 'codeLens.when',
  documentLens: 'codeLens.document',
  sections: 'codeLens.sections',
  lines: 'codeLens.lines',
  outline: 'outline.enabled',
  statusBar: 'statusBar.enabled',
  followCursor: 'sideBar.followCursor',
  controlKeys: 'yaml.controlKeys',
  insertTemplate: 'insert.template',
  completion: 'completion.enabled',
  completionFormat: 'completion.format',
  maxFiles: 'workspace.maxFiles',
} as const;

export const SECTION = 'controlLens';

export function ruleKey(rule: RuleId): string {
  return `rules.${rule}`;
}

/** The key of a setting of one framework, below the section: its own key, a dot and the name. */
export function frameworkSettingKey(framework: string, name: keyof FrameworkSettings): string {
  return `${framework}.${name}`;
}

/** What may be set as the edition of a framework. */
export function editionSettings(framework: string): readonly EditionSetting[] {
  return ['auto', ...(FRAMEWORKS.find(({ key }) => key === framework)?.settings?.editions ?? [])];
}

/** What may be set as the edition of some framework. */
export const EDITION_SETTINGS: readonly EditionSetting[] = [
  ...new Set(FRAMEWORKS.flatMap(({ key }) => editionSettings(key))),
];

/** The frameworks that have settings of their own. */
export const CONFIGURABLE_FRAMEWORKS: readonly string[] = FRAMEWORKS.filter(
  ({ settings }) => settings !== undefined,
).map(({ key }) => key);

const UNSET: FrameworkSettings = { edition: 'auto', assume: 'auto' };

export const ASSUMPTIONS = ['auto', 'always', 'never'] as const;
export const ATTACK_VERSIONS = ['newest', '19.1', '18.1', '17.1'] as const;
export const LENS_CONDITIONS: readonly LensCondition[] = ['controlsCited', 'always'];
export const COMPLETION_FORMATS: readonly CompletionFormat[] = ['id', 'id and title', 'link'];
export const HOVER_DESCRIPTIONS: readonly HoverDescription[] = ['own', 'publisher'];
export const SEVERITY_SETTINGS: readonly SeveritySetting[] = [...SEVERITIES, 'off'];

export const DEFAULT_SETTINGS: Settings = {
  languages: ['markdown', 'yaml', 'toml'],
  include: [],
  exclude: ['**/node_modules/**'],
  enabledFrameworks: FRAMEWORK_KEYS,
  frameworks: Object.fromEntries(FRAMEWORK_KEYS.map((key) => [key, UNSET])),
  attackVersion: undefined,
  rules: Object.fromEntries(ALL_RULES.map((rule) => [rule.id, rule.defaultSeverity])) as Record<
    RuleId,
    SeveritySetting
  >,
  noMapping: 'near',
  hovers: true,
  hoverDescription: 'own',
  links: true,
  lenses: { when: 'controlsCited', document: true, sections: true, lines: true },
  outline: true,
  statusBar: true,
  followCursor: true,
  completion: { enabled: true, format: 'id' },
  maxFiles: 5000,
  controlKeys: [
    'controls',
    ...FRAMEWORKS.flatMap(({ spelling }) => spelling.keys),
    'mitigations',
    'safeguards',
  ],
  insertTemplate: 'Mitigating controls: {controls}',
};

/** A setting that could not be used, and what is used instead. */
export interface SettingProblem {
  readonly key: string;
  readonly message: string;
}

/**
 * Reads settings out of whatever the editor or a file gives; a value that is not of its kind is reported and the
 * default taken. `get` is asked for the keys without the section's name.
 */
export function parseSettings(
  get: (key: string) => unknown,
  d: Settings = DEFAULT_SETTINGS,
): { settings: Settings; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const read: Read = (key, fallback, isValid) => {
    const value = get(key);
    if (value === undefined || value === null) return fallback;
    if (isValid(value)) return value;
    problems.push({
      key: `${SECTION}.${key}`,
      message: `has an invalid value. Using ${JSON.stringify(fallback)} instead.`,
    });
    return fallback;
  };
  const flag = (key: string, fallback: boolean): boolean => read(key, fallback, isFlag);
  const texts = (key: string, fallback: readonly string[]): readonly string[] => read(key, fallback, isTexts);
  const version = read<string>(SETTING_KEYS.attackVersion, 'newest', isOneOf(ATTACK_VERSIONS));
  const settings: Settings = {
    languages: texts(SETTING_KEYS.languages, d.languages),
    include: read(SETTING_KEYS.include, d.include, isGlobs),
    exclude: read(SETTING_KEYS.exclude, d.exclude, isGlobs),
    enabledFrameworks: inOrder(read(SETTING_KEYS.frameworks, d.enabledFrameworks, isFrameworks)),
    frameworks: Object.fromEntries(
      FRAMEWORK_KEYS.map((key) => [key, readFramework(key, d.frameworks[key] ?? UNSET, read)]),
    ),
    attackVersion: version === 'newest' ? undefined : version,
    rules: Object.fromEntries(
      ALL_RULES.map(({ id }) => [
        id,
        read<SeveritySetting>(ruleKey(id), d.rules[id], isOneOf(SEVERITY_SETTINGS)),
      ]),
    ) as Record<RuleId, SeveritySetting>,
    noMapping: read(SETTING_KEYS.noMapping, d.noMapping, isOneOf(NO_MAPPING_SETTINGS)),
    hovers: flag(SETTING_KEYS.hovers, d.hovers),
    hoverDescription: read(SETTING_KEYS.hoverDescription, d.hoverDescription, isOneOf(HOVER_DESCRIPTIONS)),
    links: flag(SETTING_KEYS.links, d.links),
    lenses: {
      when: read(SETTING_KEYS.lensesWhen, d.lenses.when, isOneOf(LENS_CONDITIONS)),
      document: flag(SETTING_KEYS.documentLens, d.lenses.document),
      sections: flag(SETTING_KEYS.sections, d.lenses.sections),
      lines: flag(SETTING_KEYS.lines, d.lenses.lines),
    },
    outline: flag(SETTING_KEYS.outline, d.outline),
    statusBar: flag(SETTING_KEYS.statusBar, d.statusBar),
    followCursor: flag(SETTING_KEYS.followCursor, d.followCursor),
    controlKeys: read(SETTING_KEYS.controlKeys, d.controlKeys, isKeys),
    insertTemplate: read(SETTING_KEYS.insertTemplate, d.insertTemplate, isTemplate),
    completion: {
      enabled: flag(SETTING_KEYS.completion, d.completion.enabled),
      format: read(SETTING_KEYS.completionFormat, d.completion.format, isOneOf(COMPLETION_FORMATS)),
    },
    maxFiles: read(SETTING_KEYS.maxFiles, d.maxFiles, isFileCount),
  };
  return { settings, problems };
}

type Read = <T>(key: string, fallback: T, isValid: (value: unknown) => value is T) => T;

/** A framework without settings of its own keeps what it has. */
function readFramework(framework: string, fallback: FrameworkSettings, read: Read): FrameworkSettings {
  if (!CONFIGURABLE_FRAMEWORKS.includes(framework)) return fallback;
  return {
    edition: read(
      frameworkSettingKey(framework, 'edition'),
      fallback.edition,
      isOneOf<string>(editionSettings(framework)),
    ),
    assume: read(frameworkSettingKey(framework, 'assume'), fallback.assume, isOneOf<Assumption>(ASSUMPTIONS)),
  };
}

/** In the order in which a reader is shown them, each once. */
function inOrder(keys: readonly string[]): readonly string[] {
  return FRAMEWORK_KEYS.filter((key) => keys.includes(key));
}

function isFrameworks(value: unknown): value is readonly string[] {
  return isTexts(value) && value.length > 0 && value.every((each) => FRAMEWORK_KEYS.includes(each));
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

const MAX_FILES = 100_000;

function isFileCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_FILES;
}

const MAX_TEXTS = 200;
const MAX_TEXT = 300;

/** Globs that can be matched in reasonable time. */
function isGlobs(value: unknown): value is readonly string[] {
  return isTexts(value) && value.every(isSafeGlob);
}

function isTexts(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= MAX_TEXTS &&
    value.every((each) => typeof each === 'string' && each.length <= MAX_TEXT)
  );
}

/** Names that need no quotes as keys of YAML; at least one. */
function isKeys(value: unknown): value is readonly string[] {
  return isTexts(value) && value.length > 0 && value.every((each) => /^[A-Za-z_][\w-]*$/.test(each));
}

/** One line with the place for the controls. */
function isTemplate(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= MAX_TEXT &&
    value.includes('{controls}') &&
    !/[\r\n]/.test(value)
  );
}

function isOneOf<T extends string>(allowed: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => allowed.some((each) => each === value);
}

/** The settings with an edition for the frameworks that have it; `auto` is for all of them. */
export function withEdition(settings: Settings, edition: EditionSetting): Settings {
  return withEach(settings, (own, key) =>
    editionSettings(key).includes(edition) ? { ...own, edition } : own,
  );
}

export function withAssumption(settings: Settings, assume: Assumption): Settings {
  return withEach(settings, (own) => ({ ...own, assume }));
}

/** Frameworks without settings of their own keep what they have. */
function withEach(
  settings: Settings,
  change: (own: FrameworkSettings, framework: string) => FrameworkSettings,
): Settings {
  const frameworks = Object.entries(settings.frameworks).map(([key, own]) => [
    key,
    CONFIGURABLE_FRAMEWORKS.includes(key) ? change(own, key) : own,
  ]);
  return { ...settings, frameworks: Object.fromEntries(frameworks) };
}

/** The keys of frameworks in their order; undefined if one of them is none. */
export function frameworksFrom(keys: readonly string[]): readonly string[] | undefined {
  return isFrameworks(keys) ? inOrder(keys) : undefined;
}
