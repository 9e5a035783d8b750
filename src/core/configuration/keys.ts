import { RULE_IDS } from '../rules/rule';
import { CONFIGURABLE_FRAMEWORKS, frameworkSettingKey, ruleKey, SETTING_KEYS } from '../settings/settings';

/** The names that a configuration may have, in the order in which they are looked for in a folder. */
export const CONFIGURATION_FILES = ['.control-lens.yaml', '.control-lens.yml', '.control-lens.json'] as const;

/** The settings by their keys: those of the editor without `controlLens.`. */
export const CONFIGURATION_KEYS: readonly string[] = [
  ...Object.values(SETTING_KEYS),
  ...CONFIGURABLE_FRAMEWORKS.flatMap((framework) => [
    frameworkSettingKey(framework, 'edition'),
    frameworkSettingKey(framework, 'assume'),
  ]),
  ...RULE_IDS.map(ruleKey),
];

/** What decides which files are read is decided for the folder, never for a part of its files. */
export const FOLDER_KEYS: readonly string[] = [
  SETTING_KEYS.languages,
  SETTING_KEYS.include,
  SETTING_KEYS.exclude,
  SETTING_KEYS.maxFiles,
];

/** What a configuration has beside settings; `$schema` is for editors. */
export const OTHER_KEYS = ['extends', 'overrides', '$schema'] as const;
