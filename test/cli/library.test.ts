import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze, parseKnowledge } from '../../src/library/library';
import { loadKnowledge } from '../../src/library/node';
import type { Finding, Knowledge, Settings } from '../../src/library/types';
import { printed } from '../support/cli';
import { projectFolder } from '../support/manifest';

const POLICY = '# Access\n\nATT&CK T1086 is watched; see CCM IAM-99.\n';

suite('the library', () => {
  let knowledge: Knowledge;
  suiteSetup(async () => {
    knowledge = await loadKnowledge(path.join(projectFolder, 'data'));
  });

  function rules(settings?: Settings, file?: string): string[] {
    const options = { knowledge, ...(settings && { settings }), ...(file !== undefined && { path: file }) };
    return analyze(POLICY, options).findings.map(({ rule, severity }) => `${severity} ${rule}`);
  }

  test('finds what the command line prints as JSON', async () => {
    const file = path.join(projectFolder, 'media/sample/access-control-policy.md');
    const text = readFileSync(file, 'utf8');
    const { value } = await printed('check', file, '--no-config');
    const asPrinted = (each: Finding): object => ({
      path: file,
      ...Object.fromEntries(
        Object.entries(each).filter(([name]) => name !== 'span' && name !== 'replacements'),
      ),
    });
    const found = analyze(text, { knowledge, path: file }).findings;
    const listed = found.filter(({ severity }) => severity !== 'hint').map(asPrinted);
    assert.ok(listed.length > 0);
    assert.deepEqual(listed, value.findings);
  });

  test('gives places as lines and as offsets', () => {
    for (const { text, span, range } of analyze(POLICY, { knowledge }).references) {
      assert.equal(POLICY.slice(span.start, span.end), text);
      assert.equal(
        POLICY.split('\n')[range.start.line]?.slice(range.start.character, range.end.character),
        text,
      );
    }
  });

  test('takes the settings of a configuration, and its overrides by the path', () => {
    assert.deepEqual(rules(), ['warning revoked-technique', 'error unknown-id']);
    const settings: Settings = {
      rules: { 'unknown-id': 'hint' },
      overrides: [{ files: 'old/**', rules: { 'revoked-technique': 'off' } }],
    };
    assert.deepEqual(rules(settings), ['warning revoked-technique', 'hint unknown-id']);
    assert.deepEqual(rules(settings, 'old/a.md'), ['hint unknown-id']);
  });

  test('reads the language from the option, else from the path, else as Markdown', () => {
    const text = 'a:\n    - T1086 # T1059\n';
    const count = (options: { language?: string; path?: string }): number =>
      analyze(text, { knowledge, ...options }).references.length;
    const fenced = '```\nT1086\n```\n';
    const asMarkdown = analyze(fenced, { knowledge }).references.length;
    assert.equal(count({ language: 'yaml' }), count({ path: 'x/y.yaml' }));
    assert.equal(asMarkdown, analyze(fenced, { knowledge, path: 'a.md' }).references.length);
  });

  test('throws for settings that it does not know, and says what was meant', () => {
    const wrong = { rulez: {} } as Settings;
    assert.throws(() => rules(wrong), new TypeError('settings: unknown key rulez. Did you mean rules?'));
    assert.throws(() => rules({ extends: 'a.yaml' } as Settings), TypeError);
    assert.throws(() => rules({ rules: { 'no-mapping': 'loud' as 'off' } }), TypeError);
  });

  test('throws without knowledge of its own', () => {
    assert.throws(() => parseKnowledge({}), /Missing data file: attack\.json/);
    assert.throws(() => analyze('', { knowledge: { attackVersion: '1', frameworks: [] } }), TypeError);
  });
});
