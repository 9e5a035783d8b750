import assert from 'node:assert/strict';
import { htmlReport } from '../../../src/core/report/html';
import { escapeHtml, markup } from '../../../src/core/report/htmlText';
import { reportOf } from '../../../src/core/report/reportOf';
import { coverageOfTexts, reportOfText } from '../../support/coverage';

const VOID = new Set(['meta', 'link', 'br', 'hr', 'img', 'input']);

/** Fails where a tag is not closed by its own. */
function assertBalanced(html: string): void {
  const open: string[] = [];
  for (const [tag, slash, name = ''] of html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (slash) assert.equal(open.pop(), name);
    else if (!VOID.has(name) && !tag.endsWith('/>')) open.push(name);
  }
  assert.deepEqual(open, []);
}

suite('a report as HTML', () => {
  const text = 'ATT&CK T1021.007, T1190, T1003, T1086, T9999. CCM IAM-10, GRC-03, UEM-09';
  const html = htmlReport(reportOfText(text));

  test('is a whole page, each tag closed', () => {
    assert.match(html, /^<!DOCTYPE html>\n/);
    assertBalanced(html);
    assert.match(html, /<html lang="en">/);
    assertBalanced(htmlReport(reportOfText('')));
  });

  test('runs no script and loads nothing', () => {
    assert.match(html, /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src/);
    assert.doesNotMatch(
      html,
      /<(?:script|link|img|iframe|object|embed|form)\b|\bon[a-z]+=|javascript:|url\(|@import|\bsrc=/i,
    );
  });

  test('links to MITRE and to its own rows', () => {
    const targets = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
    assert.ok(targets.length > 5);
    const rows = new Set([...html.matchAll(/<tr id="([^"]*)"/g)].map((match) => `#${match[1] ?? ''}`));
    for (const target of targets)
      assert.ok(target.startsWith('https://attack.mitre.org/techniques/T') || rows.has(target), target);
  });

  test('shows names of files as they are, and as nothing else', () => {
    const path = `"><script>alert('x')</script>&amp;\u202e.md`;
    const hostile = htmlReport(reportOf(coverageOfTexts({ [path]: 'ATT&CK T1190', 'b.md': 'T1190' }), path));
    assertBalanced(hostile);
    assert.doesNotMatch(hostile, /<script|\u202e/);
    assert.ok(
      hostile.includes('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;\ufffd.md'),
    );
  });

  test('is light and dark, and prints', () => {
    assert.match(html, /@media \(prefers-color-scheme: dark\)/);
    assert.match(html, /@media print/);
  });

  test('says once what a mapping does not show', () => {
    assert.equal(html.split('anyone is protected').length, 2);
  });

  test('escapes the values of its templates, and only these', () => {
    assert.equal(
      markup`<b>${'<i>'}${markup`<u>${1}</u>`}${[markup`a`, markup`b`]}</b>`.source,
      '<b>&lt;i&gt;<u>1</u>ab</b>',
    );
    assert.equal(escapeHtml(`&<>"'`), '&amp;&lt;&gt;&quot;&#39;');
  });
});
