import { DEFAULT_SETTINGS, type FrameworkSettings, type Settings } from '../../src/core/settings/settings';

/** The settings of one framework, those of CCM unless told, beside the defaults of the others. */
export function frameworkSettings(
  own: Partial<FrameworkSettings>,
  framework = 'ccm',
): Pick<Settings, 'frameworks'> {
  const { frameworks } = DEFAULT_SETTINGS;
  const base = frameworks[framework] ?? { edition: 'auto', assume: 'auto' };
  return { frameworks: { ...frameworks, [framework]: { ...base, ...own } } };
}
