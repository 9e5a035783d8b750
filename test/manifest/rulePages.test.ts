import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ALL_RULES } from '../../src/core/rules/allRules';
import { RULE_DOCUMENTATION } from '../../src/core/rules/documentation/ruleDocumentation';
import { rulePage } from '../../src/core/rules/documentation/rulePage';
import { DOCS_URL, REPOSITORY_URL, ruleUrl } from '../../src/core/rules/documentation/ruleUrl';
import { generatedPages } from '../../src/docs/pages';
import { manifest, projectFolder, projectText, settingProperties } from '../support/manifest';

suite('the pages of the rules', () => {
  test('docs/rules holds just what `npm run docs` writes', () => {
    const pages = generatedPages();
    for (const [file, text] of pages) assert.equal(projectText(file), text, `npm run docs writes ${file}`);
    const files = readdirSync(path.join(projectFolder, 'docs/rules')).map((name) => `docs/rules/${name}`);
    assert.deepEqual(files.sort(), [...pages.keys()].sort());
  });

  test('each rule has a page at its address', () => {
    for (const { id } of ALL_RULES) {
      assert.equal(ruleUrl(id), `${DOCS_URL}/rules/${id}.md`);
      assert.ok(generatedPages().has(`docs/rules/${id}.md`), id);
    }
  });

  test('the address of the project is the one in package.json', () => {
    assert.equal(manifest.repository.url, `${REPOSITORY_URL}.git`);
  });

  test('settings that a page names exist', () => {
    for (const { settings } of Object.values(RULE_DOCUMENTATION))
      for (const key of settings) assert.ok(Object.hasOwn(settingProperties, key), key);
  });

  test('a page that is shown in the editor has no relative links', () => {
    for (const rule of ALL_RULES) {
      const links = [...rulePage(rule, 'elsewhere').matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
      for (const target of links.filter((each) => !each?.includes('attack.mitre.org')))
        assert.ok(target?.startsWith(`${DOCS_URL}/`), target);
    }
  });
});
