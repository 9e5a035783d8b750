import assert from 'node:assert/strict';
import { coverageOf } from '../../../../src/core/coverage/coverage';
import { coverageInput } from '../../../../src/core/analysis/occurrences';
import { panelBody } from '../../../../src/core/report/panel/body';
import { panelPage } from '../../../../src/core/report/panel/page';
import type { CoverageReport } from '../../../../src/core/report/report';
import { reportOf } from '../../../../src/core/report/reportOf';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings/settings';
import { analysisOf } from '../../../support/findings';
import { realKnowledge } from '../../../support/knowledge';
import { writePolicy } from '../../../support/policies';
import { seeded } from '../../../support/random';
import { seeds } from '../../../support/rounds';

function reportOn(texts: Readonly<Record<string, string>>): CoverageReport {
  const inputs = Object.entries(texts).map(([path, text]) =>
    coverageInput(analysisOf(path.endsWith('.md') ? 'markdown' : 'yaml', text), path),
  );
  return reportOf(coverageOf(realKnowledge(), inputs, DEFAULT_SETTINGS));
}

/** The rows of a table by their kind. */
function rows(body: string, table: string): Map<string, number> {
  const part = body.split(`<table id="${table}"`)[1]?.split('</table>')[0] ?? '';
  const kinds = [...part.matchAll(/<tr data-kind="([a-z-]+)"/g)].map((match) => match[1] ?? '');
  return tally(kinds);
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of [...values].sort()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** `tactic: cells` of a matrix, by state. */
function cells(body: string, kind = 'tactic'): Record<string, Map<string, number>> {
  const columns = body
    .split('</section>')
    .flatMap((section) => section.split(`<div class="${kind}">`).slice(1));
  return Object.fromEntries(
    columns.map((column) => [
      /<h3[^>]*>([^<]*)/.exec(column)?.[1] ?? '',
      tally([...column.matchAll(/<li class="([a-z-]+)"><button/g)].map((match) => match[1] ?? '')),
    ]),
  );
}

function nonZero(counts: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

suite('the report panel', () => {
  for (const seed of seeds(8, 200))
    test(`has rows, cells and bars with the numbers of the coverage (seed ${seed})`, () => {
      const random = seeded(seed);
      const policies = Array.from({ length: 1 + (seed % 3) }, () => writePolicy(random, 5 + random() * 60));
      const report = reportOn(Object.fromEntries(policies.map(({ name, text }) => [name, text])));
      const body = panelBody(report);
      const { counts, tactics, domains } = report;
      assert.deepEqual(
        rows(body, 'techniques'),
        nonZero({
          addressed: counts.addressed,
          gap: counts.gaps,
          'no-mapped-control': counts.withoutMappedControl,
        }),
      );
      assert.deepEqual(rows(body, 'controls'), tally(report.controls.map(({ role }) => role)));
      assert.deepEqual(
        cells(body),
        Object.fromEntries(tactics.map((tactic) => [escaped(tactic.name), nonZero(tactic.counts)])),
      );
      for (const { code, counts: own } of domains) {
        const row = new RegExp(`id="domain-${escaped(code)}"[^]*?</tr>`).exec(body)?.[0] ?? '';
        const drawn = [...row.matchAll(/<rect class="([a-z-]+)" x="\d+" y="0" width="(\d+)"/g)];
        assert.deepEqual(
          new Map(drawn.map((match): [string, number] => [match[1] ?? '', Number(match[2])])),
          nonZero(own),
          code,
        );
      }
    });

  for (const seed of seeds(4, 100))
    test(`has the techniques that the cited controls are mapped to: matrix, chart, table (seed ${seed})`, () => {
      const random = seeded(seed);
      const policies = Array.from({ length: 3 }, () => writePolicy(random, 5 + random() * 60));
      const report = reportOn(Object.fromEntries(policies.map(({ name, text }) => [name, text])));
      const body = panelBody(report);
      const kinds = report.mappedTo.map(({ isNamed }) => (isNamed ? 'named' : 'not-named'));
      assert.deepEqual(rows(body, 'mapped-techniques'), tally(kinds));
      const byTactic = Object.fromEntries(
        report.mappedTactics.map(({ name, techniques, named }) => [
          escaped(name),
          nonZero({ named, 'not-named': techniques - named }),
        ]),
      );
      assert.deepEqual(cells(body, 'tactic mapped'), byTactic);
      for (const { id, techniques, named } of report.mappedTactics) {
        const row = new RegExp(`id="mapped-tactic-${id}"[^]*?</tr>`).exec(body)?.[0] ?? '';
        const drawn = [...row.matchAll(/<rect class="([a-z]+)" x="\d+" y="0" width="(\d+)"/g)];
        assert.deepEqual(
          new Map(drawn.map((match): [string, number] => [match[1] ?? '', Number(match[2])])),
          nonZero({ mapped: techniques - named, named }),
        );
      }
    });

  test('names the documents that cite a mapped control, the first of many', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 7 }, (_, at) => [`policy-${at}.md`, 'CCM 4.1 IAM-13\n']),
    );
    const body = panelBody(reportOn(texts));
    const [row] = /<tr data-kind="not-named"[^]*?<\/tr>/.exec(body) ?? [];
    assert.match(row ?? '', /<span>policy-0\.md<\/span>.*<span>2 more<\/span>/);
    assert.match(row ?? '', /data-as="row-IAM-13"/);
  });

  test('links each cell to where its technique or control is named first', () => {
    const body = panelBody(reportOn({ 'a.md': 'None here.\n\nATT&CK T1021.007 calls for CCM IAM-10.\n' }));
    const place = (line: number, character: number): string =>
      `data-path="a.md" data-line="${line}" data-character="${character}" title="a.md:${line + 1}"`;
    assert.ok(body.includes(`id="row-T1021.007" ${place(2, 7)}`), body);
    assert.ok(body.includes(`id="tactic-TA0008-T1021.007" ${place(2, 7)}`));
    assert.ok(body.includes(`id="row-IAM-10" ${place(2, 31)}`));
  });

  test('gives an ID in a cell the action of the ID in its row', () => {
    const body = panelBody(reportOn({ 'a.md': 'ATT&CK T1021.007, T1190 and T1086; CCM IAM-10, I&S-03.\n' }));
    const others = [...body.matchAll(/data-as="([^"]+)"/g)].map((match) => match[1] ?? '');
    assert.ok(others.includes('row-IAM-10') && others.includes('row-T1021.007'));
    for (const id of new Set(others)) assert.match(body, new RegExp(`id="${id}" data-path=`));
  });

  test('shows a state by a mark and by words, not by color alone', () => {
    const body = panelBody(reportOn({ 'a.md': 'ATT&CK T1021.007, T1190 and T1003; CCM IAM-10.\n' }));
    for (const [state, mark, words] of [
      ['addressed', '✓', 'addressed by a cited control'],
      ['gap', '○', 'open'],
      ['no-mapped-control', '–', 'without mapped controls'],
    ])
      assert.match(
        body,
        new RegExp(
          `<li class="${state}"><button[^>]*><span class="mark"[^>]*>${mark}</span>[^]*?, ${words}<`,
        ),
      );
  });

  test('counts many places, with one button for the rest', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [`policy-${at}.md`, 'ATT&CK T1190\n']),
    );
    const body = panelBody(reportOn(texts));
    assert.match(body, /data-references="T1190">3 more</);
  });

  test('has a report for a document that names nothing', () => {
    const body = panelBody(reportOn({ 'a.md': 'Words.\n' }));
    assert.ok(body.includes('No techniques.') && !body.includes('<table'));
  });

  test('runs its own script and style, and nothing else', () => {
    const report = reportOn({ '"><script>alert(1)</script>.md': 'ATT&CK T1190, CCM IAM-10\n' });
    const page = panelPage(report, {
      body: panelBody(report),
      isWhole: true,
      nonce: 'abc',
      script: 'https://example.test/report.js?"onload="',
      source: 'file:///"><img src=x>',
    });
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    assert.equal(
      policy,
      'default-src &#39;none&#39;; script-src &#39;nonce-abc&#39;; style-src &#39;nonce-abc&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;',
    );
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.doesNotMatch(page, /<img|onload="|\sstyle="|\son[a-z]+="/);
    assert.doesNotMatch(page, /(?:src|url\()\s*=?\s*["']?https?:(?!\/\/example\.test)/);
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;');
}
