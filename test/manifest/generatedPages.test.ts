import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ALL_RULES } from '../../src/core/rules/allRules';
import { RULE_DOCUMENTATION } from '../../src/core/rules/documentation/ruleDocumentation';
import { rulePage } from '../../src/core/rules/documentation/rulePage';
import { DOCS_URL, REPOSITORY_URL, ruleUrl } from '../../src/core/rules/documentation/ruleUrl';
import { generatedPages } from '../../src/docs/pages';
import { manifest, projectFolder, projectText, settingProperties } from '../support/manifest';

suite('the generated pages of docs', () => {
  const pages = generatedPages(manifest);

  test('are what `npm run docs` writes', () => {
    for (const [file, text] of pages) assert.equal(projectText(file), text, `npm run docs writes ${file}`);
  });

  test('are all that docs/rules holds', () => {
    const files = readdirSync(path.join(projectFolder, 'docs/rules')).map((name) => `docs/rules/${name}`);
    assert.deepEqual(files.sort(), [...pages.keys()].filter((each) => each.includes('/rules/')).sort());
  });

  test('have the page of each rule at its address', () => {
    for (const { id } of ALL_RULES) {
      assert.equal(ruleUrl(id), `${DOCS_URL}/rules/${id}.md`);
      assert.ok(pages.has(`docs/rules/${id}.md`), id);
    }
  });

  test('have addresses in the repository that package.json names', () => {
    assert.equal(manifest.repository.url, `git+${REPOSITORY_URL}.git`);
  });

  test('name settings that exist', () => {
    for (const { settings } of Object.values(RULE_DOCUMENTATION))
      for (const key of settings) assert.ok(Object.hasOwn(settingProperties, key), key);
  });

  test('have no relative links if the editor shows them', () => {
    for (const rule of ALL_RULES) {
      const links = [...rulePage(rule, 'elsewhere').matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
      for (const target of links.filter((each) => !each?.includes('attack.mitre.org')))
        assert.ok(target?.startsWith(`${DOCS_URL}/`), target);
    }
  });
});
