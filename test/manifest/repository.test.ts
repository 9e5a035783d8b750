import assert from 'node:assert/strict';
import { manifest, repositoryUrl } from '../support/manifest';

suite('package.json', () => {
  test('leads to one repository: its code, its issues and its page', () => {
    assert.match(repositoryUrl, /^https:\/\/github\.com\/[\w-]+\/[\w-]+$/);
    assert.equal(manifest.bugs.url, `${repositoryUrl}/issues`);
    assert.equal(manifest.homepage, `${repositoryUrl}#readme`);
  });
});
