import assert from 'node:assert/strict';
import { parseConfiguration } from '../../../src/core/configuration/parseConfiguration';

function values(text: string, name = 'a.yaml'): Record<string, unknown> {
  const result = parseConfiguration(name, text);
  if (!result.ok) assert.fail(result.failure.message);
  return Object.fromEntries(result.value.values);
}

function refusal(text: string, name = 'a.yaml'): string {
  const result = parseConfiguration(name, text);
  if (result.ok) assert.fail(`taken: ${text}`);
  return result.failure.message;
}

suite('a configuration', () => {
  test('has the keys of the settings, in one piece or nested', () => {
    const expected = { 'ccm.edition': '4.0', 'rules.no-mapping': 'off', exclude: ['old/**'] };
    assert.deepEqual(
      values('ccm:\n  edition: 4.0 # a text\nrules: { no-mapping: off }\nexclude: [old/**]\n'),
      expected,
    );
    assert.deepEqual(values("ccm.edition: '4.0'\nrules.no-mapping: off\nexclude: [old/**]\n"), expected);
    const json = '{"ccm":{"edition":"4.0"},"rules.no-mapping":"off","exclude":["old/**"],"$schema":"x"}';
    assert.deepEqual(values(json, 'a.json'), expected);
  });

  test('may be empty', () => {
    for (const text of ['', '# nothing\n', '---\n', '{}']) assert.deepEqual(values(text), {});
  });

  test('may use a few aliases', () => {
    assert.deepEqual(values('include: &a [x]\nexclude: *a\n'), { include: ['x'], exclude: ['x'] });
  });

  test('has overrides by glob, and bases', () => {
    const text = `
extends: [base.yaml, ../b.yaml]
overrides:
  - files: 'old/**'
    rules: { no-mapping: off }
  - files: [a.md, b.md]
    ccm.edition: '4.0'
`;
    const result = parseConfiguration('a.yaml', text);
    assert.ok(result.ok);
    assert.deepEqual(result.value.extends, ['base.yaml', '../b.yaml']);
    assert.deepEqual(
      result.value.overrides.map(({ files, values: own }) => [files, [...own]]),
      [
        [['old/**'], [['rules.no-mapping', 'off']]],
        [['a.md', 'b.md'], [['ccm.edition', '4.0']]],
      ],
    );
  });

  const bad: readonly (readonly [text: string, message: string | RegExp])[] = [
    ['ccm: { editon: "4.0" }', 'a.yaml: unknown key ccm.editon. Did you mean ccm.edition?'],
    ['rules: { no-maping: off }', 'a.yaml: unknown key rules.no-maping. Did you mean rules.no-mapping?'],
    ['exlude: []', 'a.yaml: unknown key exlude. Did you mean exclude?'],
    ['editon: 4.0', 'a.yaml: unknown key editon. Did you mean ccm.edition?'],
    ['overides: []', 'a.yaml: unknown key overides. Did you mean overrides?'],
    ['ccm: { edition: 5 }', 'a.yaml: ccm.edition has an invalid value'],
    ['ccm: 4.0', 'a.yaml: ccm must be a map of settings'],
    ['rulez: { no-mapping: off }', 'a.yaml: unknown key rulez. Did you mean rules?'],
    ['rules: { no-mapping: loud }', 'a.yaml: rules.no-mapping has an invalid value'],
    ['exclude: old', 'a.yaml: exclude has an invalid value'],
    ['- exclude', 'a.yaml: not a list of settings'],
    ['text', 'a.yaml: not a list of settings'],
    ['extends: 1', 'a.yaml: extends must be a path, or a list of them'],
    ['overrides: x', /^a\.yaml: overrides must be a list/],
    ['overrides: [{ rules: {} }]', 'a.yaml: overrides[0]: files must be a glob, or a list of them'],
    ['overrides: [x]', 'a.yaml: overrides[0]: must have files and settings'],
    [
      'overrides: [{ files: a, include: [b] }]',
      'a.yaml: overrides[0]: include is for the whole folder, not for a part of its files',
    ],
    ['overrides: [{ files: a, extends: b }]', 'a.yaml: overrides[0]: unknown key extends.'],
    ['a: [', 'a.yaml: not YAML'],
    ['---\n---\n', 'a.yaml: more than one YAML document'],
    [`a: ${'['.repeat(1000)}`, 'a.yaml: nested too deeply'],
    [' '.repeat(100_001), 'a.yaml: larger than 100 KB'],
    ['__proto__: { hover.enabled: false }', 'a.yaml: unknown key __proto__.'],
    ['constructor: x', 'a.yaml: unknown key constructor.'],
    [
      `a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]`,
      'a.yaml: too many aliases',
    ],
  ];
  for (const [text, message] of bad)
    test(`is refused if it is ${JSON.stringify(text.slice(0, 50))}`, () => {
      const said = refusal(text);
      if (typeof message === 'string') assert.equal(said, message);
      else assert.match(said, message);
    });

  test('may have a map that is empty', () => {
    assert.equal(parseConfiguration('a.yaml', 'rules:\n  # no-mapping: off\n').ok, true);
  });

  test('is refused as JSON that is none, that is deep or that has other keys', () => {
    assert.match(refusal('{', 'a.json'), /^a\.json: not JSON/);
    assert.match(refusal(`{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 'a.json'), /nested too deeply/);
    assert.match(refusal('{"__proto__":{"a":1}}', 'a.json'), /unknown key __proto__/);
    assert.equal(({} as { a?: unknown }).a, undefined);
  });
});
