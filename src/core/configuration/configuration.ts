import { globTest, inclusionTest, type PathTest } from '../settings/globs';
import { parseSettings, ruleKey, SETTING_KEYS, type Settings } from '../settings/settings';
import { RULE_IDS } from '../rules/rule';
import type { ConfigurationFile, ConfiguredValues, Override } from './parseConfiguration';

/** A configuration with everything that it extends. */
export interface Configuration {
  /** The file that was found, and those that it extends before it; relative to the root of the repository. */
  readonly files: readonly string[];
  /** The folder of the file that was found, relative to the root; empty for the root. All globs are relative to it. */
  readonly folder: string;
  readonly values: ConfiguredValues;
  readonly overrides: readonly TestedOverride[];
  /** Whether it has a file, by its `include` and `exclude`; the path is relative to its folder. */
  readonly isIncluded: PathTest;
}

export interface TestedOverride extends Override {
  readonly fits: PathTest;
}

/** What extends another says more than that; overrides are applied in their order. */
export function composed(
  folder: string,
  chain: readonly (readonly [file: string, content: ConfigurationFile])[],
): Configuration {
  return tested({
    files: chain.map(([file]) => file),
    folder,
    values: new Map(chain.flatMap(([, { values }]) => [...values])),
    overrides: chain.flatMap(([, { overrides }]) => overrides),
  });
}

type Untested = Pick<Configuration, 'files' | 'folder' | 'values'> & {
  readonly overrides: readonly Override[];
};

/** The globs are made into tests once. */
function tested(configuration: Untested): Configuration {
  return {
    ...configuration,
    overrides: configuration.overrides.map(({ files, values }) => ({ files, values, fits: globTest(files) })),
    isIncluded: inclusionTest(globsOf(configuration)),
  };
}

/**
 * The settings of a file below the folder of the configuration. `path` is relative to that folder. Globs of the
 * configuration stay out of it: `isIncluded` answers for them.
 */
export function configuredSettings(base: Settings, configuration: Configuration, path: string): Settings {
  const own = configuration.overrides.filter(({ fits }) => fits(path));
  const values = new Map([...configuration.values, ...own.flatMap((each) => [...each.values])]);
  const known = (key: string): unknown =>
    values.get(key) ?? (key === SETTING_KEYS.attackVersion ? base.attackVersion : undefined);
  return { ...parseSettings(known, base).settings, include: base.include, exclude: base.exclude };
}

export function globsOf({ values }: Pick<Configuration, 'values'>): Pick<Settings, 'include' | 'exclude'> {
  const { settings } = parseSettings((key) => values.get(key), undefined);
  const of = (key: 'include' | 'exclude'): readonly string[] => (values.has(key) ? settings[key] : []);
  return { include: of('include'), exclude: of('exclude') };
}

/**
 * Settings whose globs are those of the configuration as well: what it includes takes the place of what the base does,
 * and what it excludes is added. They are relative to the root that the folder of the configuration is relative to.
 */
export function withGlobs(settings: Settings, configuration: Configuration): Settings {
  const { include, exclude } = globsOf(configuration);
  const fromRoot = (glob: string): string =>
    configuration.folder === '' ? glob : `${escaped(configuration.folder)}/${glob}`;
  return {
    ...settings,
    include: include.length > 0 ? include.map(fromRoot) : settings.include,
    exclude: [...settings.exclude, ...exclude.map(fromRoot)],
  };
}

/** The name of a folder is no glob. */
function escaped(folder: string): string {
  return folder.replace(/[*?[\]{}()!+@\\]/g, String.raw`\$&`);
}

/**
 * What is left of a configuration that nobody vouches for, as in a workspace that is not trusted: it may leave out files
 * and turn off rules, and choose nothing else.
 */
export function narrowed(configuration: Configuration): Configuration {
  return tested({
    ...configuration,
    values: narrowedValues(configuration.values),
    overrides: configuration.overrides.map(({ files, values }) => ({
      files,
      values: narrowedValues(values),
    })),
  });
}

function narrowedValues(values: ConfiguredValues): ConfiguredValues {
  const rules = new Set(RULE_IDS.map(ruleKey));
  return new Map(
    [...values].filter(([key, value]) => key === SETTING_KEYS.exclude || (rules.has(key) && value === 'off')),
  );
}
