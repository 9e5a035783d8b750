import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder, projectText } from '../support/manifest';

const NAMES = ['CHANGELOG.md', '.github/actions/check/action.yml', 'docs/continuous-integration.md'];

suite('a new version', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-version-'));
  suiteTeardown(() => fs.rmSync(folder, { recursive: true }));
  const { version } = JSON.parse(projectText('package.json')) as { version: string };

  function set(to: string): number | null {
    const env = {
      ...process.env,
      npm_old_version: version,
      npm_new_version: to,
      CONTROL_LENS_ROOT: folder,
    };
    return spawnSync(process.execPath, [path.join(projectFolder, 'scripts/version.mjs')], { env }).status;
  }

  test('dates the section of the changelog, and is everywhere that the last one was', () => {
    for (const name of NAMES) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.copyFileSync(path.join(projectFolder, name), path.join(folder, name));
    }
    fs.writeFileSync(
      path.join(folder, 'CHANGELOG.md'),
      '# Changelog\n\n## 9.9.9 - unreleased\n\n## 0.0.1 - 2020-01-01\n',
    );
    assert.equal(set('9.9.9'), 0);
    const [changelog = '', ...others] = NAMES.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
    assert.match(changelog, /^## 9\.9\.9 - \d{4}-\d\d-\d\d$/m);
    for (const [at, text] of others.entries()) {
      assert.ok(text.includes('9.9.9'), NAMES[at + 1]);
      assert.ok(!text.includes(`@${version}`) && !text.includes(`v${version}`), NAMES[at + 1]);
    }
    assert.equal(set('9.9.9'), 1, 'no section is left that is not released');
  });
});
