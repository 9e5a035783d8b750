import assert from 'node:assert/strict';
import path from 'node:path';
import { FRAMEWORK_KEYS } from '../../src/core/frameworks/registry';
import { ADDRESSES_KEY, addressesFrom, DEFAULT_ADDRESSES } from '../../src/core/publisher/addresses';
import { CONFIGURATION_KEYS } from '../../src/core/configuration/keys';
import { ALL_RULES } from '../../src/core/rules/allRules';
import { NO_MAPPING_SETTINGS } from '../../src/core/rules/noMappingSetting';
import { RULE_IDS, SEVERITIES } from '../../src/core/rules/rule';
import {
  ASSUMPTIONS,
  ATTACK_VERSIONS,
  CONFIGURABLE_FRAMEWORKS,
  editionSettings,
  frameworkSettingKey,
  parseSettings,
  DEFAULT_SETTINGS,
  ruleKey,
  SECTION,
  SETTING_KEYS,
} from '../../src/core/settings/settings';
import {
  COMMANDS,
  DIAGNOSTIC_COLLECTION,
  DIAGNOSTIC_SOURCE,
  EXTENSION_ID,
  PROBLEM_MATCHER,
  REPORT_VIEW,
  PAGE_SCHEME,
  RULE_SCHEME,
  TASK_TYPE,
} from '../../src/extension/contributions';
import { controlLens, folderFor, removeFolders } from '../support/cli';
import { realKnowledge } from '../support/knowledge';
import { manifest, settingProperties as properties } from '../support/manifest';

const { commands, configuration } = manifest.contributes;

function names(keys: readonly string[]): string[] {
  return keys.map((key) => `${SECTION}.${key}`).sort();
}

suite('package.json and the code', () => {
  test('have the same commands', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.values(COMMANDS).sort());
    for (const { category } of commands) assert.equal(category, 'Control Lens');
  });

  test('have the same task, whose problem matcher reads what the command line prints', async () => {
    const { taskDefinitions, problemMatchers } = manifest.contributes;
    assert.deepEqual(
      taskDefinitions.map(({ type }) => type),
      [TASK_TYPE],
    );
    const [matcher] = problemMatchers;
    assert.deepEqual(
      [matcher?.name, matcher?.owner, matcher?.source, problemMatchers.length],
      [PROBLEM_MATCHER, DIAGNOSTIC_COLLECTION, DIAGNOSTIC_SOURCE, 1],
    );
    const file = path.join(
      folderFor({ 'a: 1.md': 'CCM GRC-03 and ATT&CK T1086\n\nCCM GRC-12\n' }),
      'a: 1.md',
    );
    const { out } = await controlLens('check', file);
    const pattern = new RegExp(matcher?.pattern.regexp ?? '');
    const found = out.split('\n').flatMap((line) => pattern.exec(line)?.slice(1) ?? []);
    assert.deepEqual(
      found.filter((_, at) => at % 6 < 5),
      [
        ...[file, '1', '5', 'warning', 'no-mapping'],
        ...[file, '1', '23', 'warning', 'revoked-technique'],
        ...[file, '3', '5', 'information', 'aicm-id'],
      ],
    );
    removeFolders();
  });

  test("have no title with a mark for a menu's key", () => {
    for (const { title } of commands) assert.doesNotMatch(title, /&/, 'a menu shows `ATT&CK` as `ATTCK`');
  });

  test('have the same settings', () => {
    const ofFrameworks = CONFIGURABLE_FRAMEWORKS.flatMap((framework) => [
      frameworkSettingKey(framework, 'edition'),
      frameworkSettingKey(framework, 'assume'),
    ]);
    const inCode = [...Object.values(SETTING_KEYS), ...ofFrameworks, ...RULE_IDS.map(ruleKey), ADDRESSES_KEY];
    assert.deepEqual(Object.keys(properties).sort(), names(inCode));
  });

  test('have addresses of publishers that are https, and that no workspace can set', () => {
    const property = properties[`${SECTION}.${ADDRESSES_KEY}`];
    assert.deepEqual(property?.default, DEFAULT_ADDRESSES);
    assert.deepEqual(addressesFrom(DEFAULT_ADDRESSES), DEFAULT_ADDRESSES);
    assert.equal(property?.scope, 'application');
    assert.ok(!CONFIGURATION_KEYS.includes(ADDRESSES_KEY));
    for (const bad of [undefined, 'x', [], ['http://example.org'], ['https://a:b@example.org'], [1]])
      assert.equal(addressesFrom(bad), undefined);
    assert.deepEqual(addressesFrom(['https://example.org/a.json']), ['https://example.org/a.json']);
  });

  test('have each setting in one category, in an order of its own', () => {
    const keys = configuration.flatMap(({ properties: own }) => Object.keys(own));
    assert.equal(new Set(keys).size, keys.length);
    for (const { title, properties: own } of configuration)
      assert.deepEqual(
        Object.values(own).map(({ order }) => order),
        Object.keys(own).map((_, index) => index),
        title,
      );
  });

  test('have the same defaults', () => {
    const { settings, problems } = parseSettings((key) => properties[`${SECTION}.${key}`]?.default);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, DEFAULT_SETTINGS);
  });

  test('allow the same values', () => {
    const enumOf = (key: string): unknown => properties[`${SECTION}.${key}`]?.enum;
    for (const framework of CONFIGURABLE_FRAMEWORKS) {
      assert.deepEqual(enumOf(frameworkSettingKey(framework, 'edition')), editionSettings(framework));
      assert.deepEqual(enumOf(frameworkSettingKey(framework, 'assume')), ASSUMPTIONS);
    }
    const { items } = properties[`${SECTION}.${SETTING_KEYS.frameworks}`] ?? {};
    assert.deepEqual(items?.enum, FRAMEWORK_KEYS);
    assert.deepEqual(enumOf(SETTING_KEYS.attackVersion), ATTACK_VERSIONS);
    assert.deepEqual(enumOf(SETTING_KEYS.noMapping), NO_MAPPING_SETTINGS);
    for (const rule of RULE_IDS) assert.deepEqual(enumOf(ruleKey(rule)), [...SEVERITIES, 'off']);
  });

  test('have every rule once, with its description in the settings', () => {
    assert.deepEqual(
      ALL_RULES.map(({ id }) => id),
      RULE_IDS,
    );
    for (const rule of ALL_RULES) {
      assert.equal(properties[`${SECTION}.${ruleKey(rule.id)}`]?.markdownDescription, rule.description);
    }
  });

  test('offer the versions of the data', () => {
    const { attack, frameworks } = realKnowledge();
    assert.deepEqual([...ATTACK_VERSIONS].slice(1).sort(), attack.versions().sort());
    for (const { key, editions } of frameworks.values()) {
      if (!CONFIGURABLE_FRAMEWORKS.includes(key)) continue;
      assert.deepEqual([...editionSettings(key)].slice(1).sort(), editions.map(({ id }) => id).sort());
    }
  });

  test('activate by language, and by a report that the window had open', () => {
    const others = manifest.activationEvents.filter((event) => !event.startsWith('onLanguage:'));
    assert.deepEqual(others, [`onWebviewPanel:${REPORT_VIEW}`]);
    for (const language of DEFAULT_SETTINGS.languages) {
      assert.ok(manifest.activationEvents.includes(`onLanguage:${language}`));
    }
  });

  test('have the same extension ID', () => {
    assert.equal(EXTENSION_ID, `${manifest.publisher}.${manifest.name}`);
  });

  test('open the pages of the rules and the reading pages in the Markdown preview', () => {
    assert.deepEqual(manifest.contributes.configurationDefaults['workbench.editorAssociations'], {
      [`${RULE_SCHEME}:/**`]: 'vscode.markdown.preview.editor',
      [`${PAGE_SCHEME}:/**`]: 'vscode.markdown.preview.editor',
    });
  });

  test('have one bundle for both extension hosts', () => {
    assert.equal(manifest.main, manifest.browser);
  });
});
