import assert from 'node:assert/strict';
import {
  composed,
  configuredSettings,
  narrowed,
  type Configuration,
} from '../../../src/core/configuration/configuration';
import { deadGlobs } from '../../../src/core/configuration/deadGlobs';
import { CONFIGURATION_KEYS } from '../../../src/core/configuration/keys';
import { loadConfiguration } from '../../../src/core/configuration/loadConfiguration';
import { parseConfiguration } from '../../../src/core/configuration/parseConfiguration';
import { settingsByKey } from '../../../src/core/configuration/settingsByKey';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { failure, success, type Result } from '../../../src/core/text/result';

function configuration(text: string): Configuration {
  const content = parseConfiguration('a.yaml', text);
  if (!content.ok) assert.fail(content.failure.message);
  return composed('', [['a.yaml', content.value]]);
}

async function load(file: string, files: Readonly<Record<string, string>>): Promise<Result<Configuration>> {
  return loadConfiguration(file, async (name) =>
    Promise.resolve(
      Object.hasOwn(files, name) ? success(files[name] ?? '') : failure('x', `${name}: missing`),
    ),
  );
}

suite('the settings of a configuration', () => {
  test('are those of the base but for what it says, and then of each override that fits', () => {
    const own = configuration(`
rules: { no-mapping: error }
overrides:
  - files: 'old/**'
    rules: { no-mapping: off, aicm-id: off }
  - files: 'old/b.md'
    rules: { no-mapping: hint }
`);
    const rule = (path: string): string =>
      configuredSettings(DEFAULT_SETTINGS, own, path).rules['no-mapping'];
    assert.deepEqual(['a.md', 'old/a.md', 'old/b.md'].map(rule), ['error', 'off', 'hint']);
    assert.equal(configuredSettings(DEFAULT_SETTINGS, own, 'old/b.md').rules['aicm-id'], 'off');
  });

  test('keep the release that the base has', () => {
    const base = { ...DEFAULT_SETTINGS, attackVersion: '18.1' };
    assert.equal(configuredSettings(base, configuration('rules: {}'), 'a').attackVersion, '18.1');
    const newest = configuration('attack.version: newest');
    assert.equal(configuredSettings(base, newest, 'a').attackVersion, undefined);
  });

  test('say which files are read', () => {
    const own = configuration("include: ['policies/**']\nexclude: ['**/old/**']\n");
    assert.deepEqual(
      ['policies/a.md', 'policies/old/a.md', 'b.md'].map((path) => own.isIncluded(path)),
      [true, false, false],
    );
    assert.ok(configuration('').isIncluded('node_modules/a.md'));
  });

  test('are all that a configuration may have', () => {
    assert.deepEqual(Object.keys(settingsByKey(DEFAULT_SETTINGS)).sort(), [...CONFIGURATION_KEYS].sort());
  });
});

suite('a configuration that nobody vouches for', () => {
  test('leaves out files and turns off rules, and nothing else', () => {
    const own = narrowed(
      configuration(`
languages: [html]
include: ['secret/**']
exclude: ['old/**']
workspace.maxFiles: 100000
ccm.assume: always
rules: { no-mapping: error, aicm-id: off }
overrides:
  - files: 'a/**'
    ccm.assume: always
    rules: { unknown-id: off, newer-id: error }
`),
    );
    assert.deepEqual(
      [...own.values],
      [
        ['exclude', ['old/**']],
        ['rules.aicm-id', 'off'],
      ],
    );
    assert.deepEqual(
      own.overrides.map(({ values }) => [...values]),
      [[['rules.unknown-id', 'off']]],
    );
  });
});

suite('a configuration that extends others', () => {
  test('says more than they do, and applies its overrides after theirs', async () => {
    const result = await load('a/b.yaml', {
      'a/b.yaml':
        'extends: ../c.yaml\nrules: { no-mapping: error }\noverrides: [{ files: x, hover.enabled: true }]',
      'c.yaml':
        'extends: ./d.yaml\nrules: { no-mapping: off, aicm-id: off }\noverrides: [{ files: x, hover.enabled: false }]',
      'd.yaml': 'ccm.assume: never',
    });
    assert.ok(result.ok);
    const { files, folder, values } = result.value;
    assert.deepEqual([files, folder], [['d.yaml', 'c.yaml', 'a/b.yaml'], 'a']);
    assert.deepEqual(Object.fromEntries(values), {
      'ccm.assume': 'never',
      'rules.no-mapping': 'error',
      'rules.aicm-id': 'off',
    });
    assert.equal(configuredSettings(DEFAULT_SETTINGS, result.value, 'x').hovers, true);
  });

  test('may meet one of them twice', async () => {
    const files = { a: 'extends: [b, c]', b: 'extends: d', c: 'extends: d', d: '' };
    assert.ok((await load('a', files)).ok);
  });

  const bad: readonly (readonly [name: string, files: Record<string, string>, message: RegExp])[] = [
    ['itself', { a: 'extends: a' }, /^a: extends a, which extends it$/],
    ['a loop', { a: 'extends: b', b: 'extends: c', c: 'extends: b' }, /^c: extends b, which extends it$/],
    [
      'a file above the repository',
      { a: 'extends: ../b' },
      /^a: extends \.\.\/b, which isn't a relative path/,
    ],
    ['an absolute path', { a: 'extends: /etc/passwd' }, /which isn't a relative path inside the repository/],
    ['an address', { a: 'extends: https://example.com/a.yaml' }, /which isn't a relative path/],
    ['a drive', { a: "extends: 'C:\\a.yaml'" }, /which isn't a relative path/],
    ['a file that is missing', { a: 'extends: b' }, /^b: missing$/],
    ['a file with a slip', { a: 'extends: b', b: 'exlude: []' }, /^b: unknown key exlude/],
    [
      'too many',
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}`, `extends: '${index + 1}'`])),
      /more than 20 files extend each other/,
    ],
  ];
  for (const [name, files, message] of bad)
    test(`is refused if it extends ${name}`, async () => {
      const result = await load(Object.keys(files)[0] ?? '', files);
      assert.ok(!result.ok);
      assert.match(result.failure.message, message);
    });
});

suite('the globs of a configuration', () => {
  const FILES = ['policies/access/a.md', 'policies/old/b.md', 'README.md'];
  const dead = (text: string): unknown[] =>
    deadGlobs(configuration(text), FILES).map(({ key, glob, meant }) => [key, glob, meant]);

  test('are dead if they fit no file', () => {
    assert.deepEqual(dead("include: ['policies/**', 'polices/**', '*.adoc']"), [
      ['include', 'polices/**', 'policies/**'],
      ['include', '*.adoc', undefined],
    ]);
    assert.deepEqual(dead("overrides: [{ files: ['policies/acess/*.md', 'README.md'] }]"), [
      ['overrides[0].files', 'policies/acess/*.md', 'policies/access/*.md'],
    ]);
  });

  test("may exclude what isn't there, but not nearly what is", () => {
    assert.deepEqual(dead("exclude: ['dist/**', '**/node_modules/**', 'policies/odl/**']"), [
      ['exclude', 'policies/odl/**', 'policies/old/**'],
    ]);
  });
});
