import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { findingsIn } from '../../support/findings';

const rules = { ...DEFAULT_SETTINGS.rules, 'no-mapped-control': 'off' } as const;

function rulesOf(language: string, text: string): string[] {
  return findingsIn(language, text, { rules }).map(({ rule }) => rule);
}

suite('a declared ATT&CK version', () => {
  const forms: readonly (readonly [string, string, string])[] = [
    ['a key', 'yaml', 'ATT&CK version: 8.2\nattack:\n  - T1562\n  - T1562.001\n'],
    ['a key in snake case', 'yaml', 'attack_version: 17.1\nattack:\n  - T1562\n'],
    [
      'a Navigator layer',
      'json',
      '{\n  "versions": {\n    "attack": "16"\n  },\n  "techniques": [\n    { "techniqueID": "T1562" }\n  ]\n}\n',
    ],
    ['a heading', 'markdown', '# Mapping to ATT&CK v16\n\n- T1562\n'],
    ['front matter', 'markdown', '---\nattack_version: 16.1\n---\n\n- ATT&CK T1562\n'],
    ['a comment at the top', 'yaml', '# Written for ATT&CK v16.1\nattack:\n  - T1562\n'],
  ];
  for (const [name, language, text] of forms)
    test(`is read in ${name}, and reported once`, () => {
      assert.deepEqual(rulesOf(language, text), ['older-attack']);
    });

  test('says which IDs have changed since', () => {
    const [finding] = findingsIn(
      'yaml',
      'attack_version: 8.2\nattack: [T1562, T1562.001, T1110, T1562.004, T1562.006]\n',
      { rules },
    );
    assert.equal(
      finding?.message.text,
      'This document is written for ATT&CK 8.2. IDs revoked or deprecated since: T1562, T1562.001, T1562.004 and 1 more.',
    );
  });

  test('lets an ID that came later be judged by the release that has it', () => {
    assert.deepEqual(rulesOf('yaml', 'attack_version: 17.1\nattack:\n  - T1685\n'), []);
  });

  test('of the newest release changes nothing', () => {
    assert.deepEqual(rulesOf('yaml', 'attack_version: 19.1\nattack:\n  - T1562\n'), ['revoked-technique']);
  });

  test('in the address of a page holds for that reference', () => {
    const text = 'ATT&CK [T1562](https://attack.mitre.org/versions/v16/techniques/T1562/) and T1562.001\n';
    assert.deepEqual(rulesOf('markdown', text), ['revoked-technique']);
  });
});
