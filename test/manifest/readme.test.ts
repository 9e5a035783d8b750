import assert from 'node:assert/strict';
import { ALL_RULES } from '../../src/core/rules/allRules';
import { statSync } from 'node:fs';
import path from 'node:path';
import { manifest, projectFolder, projectText, settingProperties } from '../support/manifest';

suite('the README', () => {
  const readme = projectText('README.md');

  test('documents every rule under a heading of its own, with its default', () => {
    for (const { id, defaultSeverity } of ALL_RULES) {
      const section = new RegExp(`^### ${id}\\n([\\s\\S]*?)(?=^#)`, 'm').exec(`${readme}\n#`)?.[1];
      assert.ok(section, id);
      assert.match(section, new RegExp(`\\b${defaultSeverity}\\b`), id);
    }
  });

  test('has pictures that exist and are small', () => {
    const pictures = [...readme.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)];
    assert.ok(pictures.length > 3);
    for (const [, words = '', file = ''] of pictures) {
      assert.match(file, /^media\/screenshots\/[a-z-]+\.png$/);
      assert.ok(words.length > 20, file);
      assert.ok(statSync(path.join(projectFolder, file)).size <= 80 * 1024, file);
    }
  });

  test('documents every setting and command', () => {
    for (const key of Object.keys(settingProperties)) {
      assert.ok(key.startsWith('controlLens.rules.') || readme.includes(`\`${key}\``), key);
    }
    for (const { title } of manifest.contributes.commands) assert.ok(readme.includes(title), title);
  });
});
