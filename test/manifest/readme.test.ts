import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { manifest, projectFolder, projectText } from '../support/manifest';
import { anchorsOf, docsPages, linksOf } from '../support/docs';

const KILOBYTE = 1024;

suite('the README', () => {
  const readme = projectText('README.md');

  test('is at most 8 KB long', () => assert.ok(Buffer.byteLength(readme) <= 8 * KILOBYTE));

  test('has pictures that exist and are small', () => {
    const pictures = [...readme.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)];
    assert.ok(pictures.length > 3);
    for (const [, words = '', file = ''] of pictures) {
      assert.match(file, /^media\/screenshots\/[a-z-]+\.png$/);
      assert.ok(words.length > 20, file);
      assert.ok(statSync(path.join(projectFolder, file)).size <= 80 * KILOBYTE, file);
    }
  });

  test('links to files of the project', () => {
    const links = linksOf(readme);
    assert.ok(links.length > 10);
    for (const link of links) assert.ok(statSync(path.join(projectFolder, link)).isFile(), link);
  });
});

/** What pages may link to beside pages. */
function isSchema(target: string): boolean {
  return /^docs\/[\w-]+\.schema\.json$/.test(target);
}

suite('the documentation', () => {
  const pages = docsPages();

  test('is listed in its first page', () => {
    const first = linksOf(projectText('docs/README.md')).map((link) => `docs/${link}`);
    const listed = [...pages.keys()].filter(
      (page) => !page.startsWith('docs/rules/') && page !== 'docs/README.md',
    );
    assert.deepEqual(first.filter((page) => page !== 'docs/rules/README.md').sort(), listed.sort());
  });

  test('has links that lead to pages and headings', () => {
    for (const [page, text] of pages)
      for (const link of linksOf(text).filter((each) => !each.startsWith('https:'))) {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
        const there = pages.get(target) ?? (isSchema(target) ? projectText(target) : undefined);
        assert.ok(there !== undefined, `${page} links to ${target}`);
        if (anchor !== undefined) assert.ok(anchorsOf(there).includes(anchor), `${page} links to ${link}`);
      }
  });

  test('names every command by its title', () => {
    const text = `${projectText('docs/commands.md')}${projectText('docs/side-bar.md')}`.replace(/\s+/g, ' ');
    for (const { title } of manifest.contributes.commands) assert.ok(text.includes(title), title);
  });

  test('lists no command that does not exist', () => {
    const listed = [...projectText('docs/commands.md').matchAll(/^\| Control Lens: (.*?) \|/gm)];
    const titles = new Set(manifest.contributes.commands.map(({ title }) => title));
    assert.ok(listed.length > 10);
    for (const [, title = ''] of listed) assert.ok(titles.has(title), title);
  });
});
