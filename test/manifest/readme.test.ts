import assert from 'node:assert/strict';
import { ALL_RULES } from '../../src/core/rules/allRules';
import { manifest, projectText } from '../support/manifest';

suite('the README', () => {
  const readme = projectText('README.md');

  test('documents every rule under a heading of its own, with its default', () => {
    for (const { id, defaultSeverity } of ALL_RULES) {
      const section = new RegExp(`^### ${id}\\n([\\s\\S]*?)(?=^#)`, 'm').exec(`${readme}\n#`)?.[1];
      assert.ok(section, id);
      assert.match(section, new RegExp(`\\b${defaultSeverity}\\b`), id);
    }
  });

  test('documents every setting and command', () => {
    for (const key of Object.keys(manifest.contributes.configuration.properties)) {
      assert.ok(key.startsWith('controlLens.rules.') || readme.includes(`\`${key}\``), key);
    }
    for (const { title } of manifest.contributes.commands) assert.ok(readme.includes(title), title);
  });
});
