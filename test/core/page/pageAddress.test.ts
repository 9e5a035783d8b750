import assert from 'node:assert/strict';
import type { CanonicalId } from '../../../src/core/identifiers/grammar';
import {
  openPageLink,
  pageHref,
  pagePath,
  parsePageName,
  parsePagePath,
} from '../../../src/core/links/pageAddress';
import { line } from '../../../src/core/text/blocks';
import { renderMarkdown } from '../../../src/core/text/renderMarkdown';

suite('the address of a page', () => {
  const targets = [
    { id: 'T1021.007' as CanonicalId },
    { id: 'A&A-01' as CanonicalId, edition: '4.0' },
    { id: 'AC-2(1)' as CanonicalId, edition: '5' },
  ];
  for (const target of targets)
    test(`gives ${target.id} back`, () => {
      assert.deepEqual(parsePagePath(pagePath(target)), target);
      const href = pageHref(target);
      assert.deepEqual(parsePagePath(decodeURIComponent(href.slice(1))), target);
    });

  test('is none without an ID', () => {
    for (const path of ['/', '/README.md', '/T1021.007', '/../T1021.md', '/@4.0.md'])
      assert.equal(parsePagePath(path), undefined, path);
    assert.equal(parsePageName('<b>'), undefined);
  });

  test('is a link in Markdown, and so is the command that opens it', () => {
    const href = pageHref({ id: 'AC-2(1)' as CanonicalId, edition: '5' });
    const runs = [{ text: 'a', href }, openPageLink({ id: 'T1021.007' as CanonicalId })];
    const markdown = renderMarkdown([line(...runs)]);
    assert.match(markdown, /^\[a\]\(\.\/AC-2%281%29%405\.md\)/);
    assert.match(markdown, /\]\(command:controlLens\.openPage\?%5B%22T1021\.007%22%5D "/);
  });
});
