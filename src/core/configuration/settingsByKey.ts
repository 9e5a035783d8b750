import { RULE_IDS } from '../rules/rule';
import {
  CONFIGURABLE_FRAMEWORKS,
  frameworkSettingKey,
  ruleKey,
  SETTING_KEYS,
  type Settings,
} from '../settings/settings';

/** Settings as a configuration writes them: by key, each with its value. */
export function settingsByKey(settings: Settings): Readonly<Record<string, unknown>> {
  return {
    [SETTING_KEYS.languages]: settings.languages,
    [SETTING_KEYS.include]: settings.include,
    [SETTING_KEYS.exclude]: settings.exclude,
    [SETTING_KEYS.frameworks]: settings.enabledFrameworks,
    ...Object.fromEntries(CONFIGURABLE_FRAMEWORKS.flatMap((key) => frameworkValues(key, settings))),
    [SETTING_KEYS.attackVersion]: settings.attackVersion ?? 'newest',
    [SETTING_KEYS.noMapping]: settings.noMapping,
    ...Object.fromEntries(RULE_IDS.map((rule) => [ruleKey(rule), settings.rules[rule]])),
    [SETTING_KEYS.hovers]: settings.hovers,
    [SETTING_KEYS.hoverDescription]: settings.hoverDescription,
    [SETTING_KEYS.links]: settings.links,
    [SETTING_KEYS.lensesWhen]: settings.lenses.when,
    [SETTING_KEYS.documentLens]: settings.lenses.document,
    [SETTING_KEYS.sections]: settings.lenses.sections,
    [SETTING_KEYS.lines]: settings.lenses.lines,
    [SETTING_KEYS.outline]: settings.outline,
    [SETTING_KEYS.statusBar]: settings.statusBar,
    [SETTING_KEYS.followCursor]: settings.followCursor,
    [SETTING_KEYS.controlKeys]: settings.controlKeys,
    [SETTING_KEYS.insertTemplate]: settings.insertTemplate,
    [SETTING_KEYS.completion]: settings.completion.enabled,
    [SETTING_KEYS.completionFormat]: settings.completion.format,
    [SETTING_KEYS.maxFiles]: settings.maxFiles,
  };
}

function frameworkValues(framework: string, settings: Settings): [string, unknown][] {
  const own = settings.frameworks[framework];
  return [
    [frameworkSettingKey(framework, 'edition'), own?.edition],
    [frameworkSettingKey(framework, 'assume'), own?.assume],
  ];
}
