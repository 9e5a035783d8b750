import assert from 'node:assert/strict';
import { RULE_IDS, SEVERITIES } from '../../../src/core/rules/rule';
import {
  DEFAULT_SETTINGS,
  frameworkSettingKey,
  SETTING_KEYS,
  parseSettings,
  ruleKey,
  type Settings,
} from '../../../src/core/settings/settings';
import { frameworkSettings } from '../../support/frameworkSettings';

/** The keys with which settings were refused, and the settings. */
function parsed(values: Readonly<Record<string, unknown>>): { settings: Settings; refused: string[] } {
  const map = new Map(Object.entries(values));
  const { settings, problems } = parseSettings((key) => map.get(key));
  return { settings, refused: problems.map(({ key }) => key) };
}

suite('settings', () => {
  test('have their defaults if nothing is set', () => {
    assert.deepEqual(parsed({}), { settings: DEFAULT_SETTINGS, refused: [] });
    assert.deepEqual(
      parseSettings(() => null),
      { settings: DEFAULT_SETTINGS, problems: [] },
    );
  });

  test('are read from their keys', () => {
    const { settings, refused } = parsed({
      languages: ['markdown', 'json'],
      include: ['policies/**'],
      exclude: [],
      frameworks: ['ccm'],
      'ccm.edition': '4.1',
      'ccm.assume': 'always',
      'attack.version': '18.1',
      noMapping: 'document',
      'hover.enabled': false,
      'hover.description': 'publisher',
      'documentLinks.enabled': false,
      'codeLens.when': 'always',
      'codeLens.document': false,
      'codeLens.sections': false,
      'codeLens.lines': false,
      'outline.enabled': false,
      'statusBar.enabled': false,
      'sideBar.followCursor': false,
      'workspace.maxFiles': 100,
      'completion.enabled': false,
      'completion.format': 'link',
      'yaml.controlKeys': ['csa-ccm'],
      'insert.template': 'CCM: {controls}',
      'rules.no-mapping': 'off',
      'rules.unknown-id': 'error',
    });
    assert.deepEqual(refused, []);
    assert.deepEqual(settings, {
      languages: ['markdown', 'json'],
      include: ['policies/**'],
      exclude: [],
      enabledFrameworks: ['ccm'],
      ...frameworkSettings({ edition: '4.1', assume: 'always' }),
      attackVersion: '18.1',
      noMapping: 'document',
      hovers: false,
      hoverDescription: 'publisher',
      links: false,
      lenses: { when: 'always', document: false, sections: false, lines: false },
      outline: false,
      statusBar: false,
      followCursor: false,
      maxFiles: 100,
      completion: { enabled: false, format: 'link' },
      controlKeys: ['csa-ccm'],
      insertTemplate: 'CCM: {controls}',
      rules: { ...DEFAULT_SETTINGS.rules, 'no-mapping': 'off', 'unknown-id': 'error' },
    });
  });

  test('accept lists up to a length', () => {
    const most = Array.from({ length: 200 }, () => 'x'.repeat(300));
    assert.deepEqual(parsed({ include: most }).refused, []);
  });

  test('take the newest ATT&CK version for none in particular', () => {
    assert.equal(parsed({ 'attack.version': 'newest' }).settings.attackVersion, undefined);
  });

  for (const rule of RULE_IDS)
    test(`accept every severity and off for ${ruleKey(rule)}`, () => {
      for (const severity of [...SEVERITIES, 'off'] as const)
        assert.equal(parsed({ [ruleKey(rule)]: severity }).settings.rules[rule], severity);
      for (const value of ['Warning', 'info', '', 1, true, ['off'], { toString: () => 'off' }])
        assert.deepEqual(parsed({ [ruleKey(rule)]: value }), {
          settings: DEFAULT_SETTINGS,
          refused: [`controlLens.${ruleKey(rule)}`],
        });
    });

  const hostile: readonly (readonly [key: string, values: readonly unknown[]])[] = [
    [
      SETTING_KEYS.languages,
      ['markdown', 7, {}, [7], [null], ['x'.repeat(301)], Array(201).fill('x'), { length: 1 }],
    ],
    [SETTING_KEYS.include, ['**', [['**']]]],
    [SETTING_KEYS.exclude, [false, [{}]]],
    [SETTING_KEYS.frameworks, ['ccm', [], ['ccm', 'scf'], [7], { length: 1 }]],
    [frameworkSettingKey('ccm', 'edition'), ['4.2', '3.0.1', 4.1, ['4.1'], '__proto__']],
    [frameworkSettingKey('ccm', 'assume'), ['yes', true, {}]],
    [SETTING_KEYS.attackVersion, ['9.0', 18.1, 'constructor']],
    [SETTING_KEYS.noMapping, ['none', 'summary', true, 1, []]],
    [SETTING_KEYS.hovers, ['true', 0, 1, {}, []]],
    [SETTING_KEYS.hoverDescription, ['', 'Own', 1, false, []]],
    [SETTING_KEYS.links, ['no']],
    [SETTING_KEYS.lensesWhen, ['never', true, 1]],
    [SETTING_KEYS.sections, [0]],
    [SETTING_KEYS.lines, [{}]],
    [SETTING_KEYS.statusBar, ['']],
    [SETTING_KEYS.followCursor, ['yes', 1]],
    [SETTING_KEYS.maxFiles, [0, -1, 1.5, 100_001, '100', Number.NaN, Number.POSITIVE_INFINITY, [5]]],
    [SETTING_KEYS.controlKeys, ['controls', [], ['a: b'], ['__proto__\n'], [7]]],
    [SETTING_KEYS.insertTemplate, ['Controls', '{controls}\nmore', `{controls}${'x'.repeat(300)}`, 7]],
  ];
  for (const [key, values] of hostile)
    test(`report a value of another type for ${key}, and take the default`, () => {
      for (const value of values)
        assert.deepEqual(
          parsed({ [key]: value }),
          { settings: DEFAULT_SETTINGS, refused: [`controlLens.${key}`] },
          JSON.stringify(value),
        );
    });

  test('report each problem, and keep the good values', () => {
    const { settings, refused } = parsed({ 'ccm.edition': 5, 'hover.enabled': 'x', 'ccm.assume': 'never' });
    assert.deepEqual(refused, ['controlLens.ccm.edition', 'controlLens.hover.enabled']);
    assert.equal(settings.frameworks['ccm']?.assume, 'never');
  });

  test('report what is used instead', () => {
    const { problems } = parseSettings((key) => (key === 'ccm.edition' ? 5 : undefined));
    assert.match(problems[0]?.message ?? '', /Using "auto" instead/);
  });
});
