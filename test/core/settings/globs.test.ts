import assert from 'node:assert/strict';
import { isSafeGlob } from '../../../src/core/settings/globSafety';
import { globTest } from '../../../src/core/settings/globs';
import { DEFAULT_SETTINGS, parseSettings } from '../../../src/core/settings/settings';

const HOSTILE = [
  '*a*a*a*a*a*ab',
  '**/*a*a*a*ab',
  '{*a,{*b,{*c,{*d,{*e,{*f,{*g,{*h,*i}}}}}}}}',
  '*/'.repeat(20),
];

suite('a glob', () => {
  test('is refused if matching a long name would take too long', () => {
    for (const glob of HOSTILE) {
      assert.equal(isSafeGlob(glob), false, glob);
      assert.equal(globTest([glob])(`${'a'.repeat(250)}b`), false, glob);
    }
  });

  test('is accepted as people write it', () => {
    const globs = ['**/node_modules/**', 'docs/**/*.{md,yaml}', '**/*policy*draft*', 'a/*/b/*/c.md', '**/.*'];
    for (const glob of globs) assert.equal(isSafeGlob(glob), true, glob);
    assert.equal(globTest(['**/*policy*draft*'])('x/my-policy-2-draft.md'), true);
  });

  test('that is refused is reported as a setting, and the default applies', () => {
    const { settings, problems } = parseSettings((key) =>
      key === 'exclude' ? ['*a*a*a*a*a*ab'] : undefined,
    );
    assert.deepEqual(settings.exclude, DEFAULT_SETTINGS.exclude);
    assert.deepEqual(
      problems.map(({ key }) => key),
      ['controlLens.exclude'],
    );
  });
});
