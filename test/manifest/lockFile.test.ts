import assert from 'node:assert/strict';
import { projectText } from '../support/manifest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
}

const { packages } = JSON.parse(projectText('package-lock.json')) as { packages: Record<string, Locked> };
const { devDependencies, dependencies } = JSON.parse(projectText('package.json')) as {
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
};
const locked = Object.entries(packages).filter(([name]) => name !== '');

suite('a dependency', () => {
  test('has one exact version, which is locked', () => {
    assert.equal(dependencies, undefined, 'everything that ships is bundled');
    for (const [name, version] of Object.entries(devDependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
      assert.equal(packages[`node_modules/${name}`]?.version, version, name);
    }
  });

  test('is checked by its content on every system, and may come from any registry', () => {
    for (const [name, { integrity, resolved }] of locked) {
      assert.match(integrity ?? '', /^sha512-/, name);
      assert.equal(resolved, undefined, name);
    }
  });
});
