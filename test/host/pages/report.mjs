// The report as a reader sees it, and the first steps.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  openFile,
  openReportOf,
  openWalkthrough,
  places,
  runCommand,
  see,
  webview,
} from '../../../scripts/host/page.mjs';
import { root } from '../../../scripts/support/folders.mjs';

const POLICY = 'access-control-policy.md';
const LIMIT = 30_000;

/** By title; each opens what it needs, in the workbench that the others leave. */
export const tests = {
  'the report of a document has its rows, and runs nothing but its own script and style': async (page) => {
    const report = await openReport(page);
    assert.equal(await report.locator('#techniques tbody tr').count(), 8);
    assert.equal(await report.locator('#techniques tr.addressed').count(), 6);
    assert.equal(await report.locator('#techniques tr.gap').count(), 2);
    const policy = await report
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .first()
      .getAttribute('content');
    assert.match(policy, /^default-src 'none'; script-src 'nonce-\w{32}'; style-src 'nonce-\w{32}';/);
  },

  'a cell leads to its place in the document': async (page) => {
    const report = await openReport(page);
    await report.locator('#row-T1528').click();
    await see(page, places.statusItem, 'Ln 26, Col 72 (5 selected)');
    await report.locator('.matrix button', { hasText: 'T1021.007' }).first().click();
    await see(page, places.statusItem, 'Ln 16, Col 28 (9 selected)');
  },

  'arrow keys move in the matrix, and Enter goes to the document': async (page) => {
    const report = await openReport(page);
    await report.locator('.matrix .go').first().focus();
    await page.keyboard.press('ArrowRight');
    const focused = report.locator('.matrix .go:focus');
    assert.match(await focused.textContent(), /T1059\.001/);
    await page.keyboard.press('Enter');
    await see(page, places.statusItem, 'Ln 38,');
  },

  'it sorts and filters, and keeps that while the document changes and while it is hidden': async (page) => {
    const report = await openReport(page);
    await report.locator('#techniques-sort-1').click();
    await report.locator('#techniques-filter').fill('cloud');
    const ids = async () => report.locator('#techniques tbody tr:visible .go[id^="row-"]').allTextContents();
    assert.deepEqual(await ids(), ['T1098.003', 'T1078.004', 'T1021.007']);
    await page.locator('.tab', { hasText: POLICY }).first().click(); // the report is beside it
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('ATT&CK T1538 \n');
    await report.locator('#row-T1538').waitFor({ timeout: LIMIT });
    assert.deepEqual(await ids(), ['T1098.003', 'T1078.004', 'T1538', 'T1021.007']);
    await openFile(page, 'control-register.yaml');
    await runCommand(page, 'View: Move Editor into Next Group'); // on top of the report
    await page.locator('.tab', { hasText: 'Coverage: ' }).first().click();
    await report.locator('#techniques-filter').waitFor({ timeout: LIMIT });
    assert.deepEqual(await ids(), ['T1098.003', 'T1078.004', 'T1538', 'T1021.007']);
    assert.equal(await report.locator('#techniques-filter').inputValue(), 'cloud');
  },

  'it opens again with the window, sorted and filtered as it was': async (page) => {
    const report = await openReport(page);
    await report.locator('#techniques-sort-1').click();
    await report.locator('#techniques-filter').fill('cloud');
    await page.waitForTimeout(12_000); // a browser window writes what it keeps every five seconds, when it has time
    await page.reload();
    await see(page, '.tab', 'Coverage: access-control-policy.md', 2 * LIMIT);
    const again = webview(page);
    await again.locator('#techniques').waitFor({ timeout: 2 * LIMIT });
    assert.equal(await again.locator('#techniques-filter').inputValue(), 'cloud');
    const ids = await again.locator('#techniques tbody tr:visible .go[id^="row-"]').allTextContents();
    assert.deepEqual(ids.slice(0, 2), ['T1098.003', 'T1078.004']);
    await again.locator('#row-T1528').waitFor({ state: 'hidden' });
  },

  'no table is wider than a panel beside a document, and each cell tells what it is': async (page) => {
    const report = await openReport(page);
    const widths = await report
      .locator('.scroll')
      .evaluateAll((tables) => tables.map(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]));
    assert.equal(widths.length, 5);
    for (const [needed, given] of widths) assert.ok(needed <= given && given < 800, `${needed} of ${given}`);
    const row = report.locator('#techniques tr', { has: report.locator('#row-T1528') });
    const labels = await row
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content.split('"')[1]));
    const [, , tactics, , cited, ...rest] = labels;
    assert.deepEqual(
      [tactics, cited, ...rest],
      ['Tactics: ', 'Cited: ', 'Mapped, not cited: ', 'References: ', 'Where: '],
    );
  },

  'the techniques of a tactic that cited controls are mapped to are one click away': async (page) => {
    const report = await openReport(page);
    await report.locator('#mapped-tactic-TA0008').click();
    assert.equal(await report.locator('#mapped-techniques-filter').inputValue(), 'Lateral Movement');
    const ids = await report.locator('#mapped-techniques tbody tr:visible td:first-child').allTextContents();
    assert.ok(
      ids.some((text) => text.startsWith('T1021.007')),
      ids.join(),
    );
    const matrix = report.locator('#mapped-matrix');
    await matrix.locator('summary').click();
    const [first, second] = [matrix.locator('.go').first(), matrix.locator('.go').nth(1)];
    await first.focus();
    assert.deepEqual(
      [await first.getAttribute('tabindex'), await second.getAttribute('tabindex')],
      ['0', '-1'],
    );
    await page.keyboard.press('End');
    assert.notEqual(await first.getAttribute('tabindex'), '0');
    assert.equal(await report.locator('#matrix .go[tabindex="0"]').count(), 1);
  },

  'a long report comes in pieces, and shows the same place again after it was hidden': async (
    page,
    workspace,
  ) => {
    const { objects } = JSON.parse(fs.readFileSync(path.join(root, 'data/attack.json'), 'utf8'));
    const ids = objects.map(({ id }) => id).filter((id) => /^T1[0-4]\d\d/.test(id));
    const file = path.join(workspace, 'many.md');
    fs.writeFileSync(file, `# ATT&CK\n\n${ids.join('\n')}\n\nCCM IAM-10\n`);
    const report = await openReport(page, 'many.md');
    assert.ok((await report.locator('#techniques tbody tr').count()) > 200);
    const place = () =>
      report.locator('#controls-title').evaluate((title) => title.getBoundingClientRect().top);
    await report.locator('#controls-title').evaluate((title) => title.scrollIntoView());
    const before = await place();
    assert.ok(before < 100);
    await page.waitForTimeout(500);
    await openFile(page, POLICY); // on top of the report
    await report.locator('#controls').waitFor({ state: 'hidden', timeout: LIMIT });
    await page.locator('.tab', { hasText: 'Coverage: ' }).first().click();
    await report.locator('#controls').waitFor({ timeout: LIMIT });
    assert.ok(Math.abs((await place()) - before) < 20, `${await place()}, and before ${before}`);
    await runCommand(page, 'View: Close All Editors');
    fs.rmSync(file);
  },

  'a control in a cell leads to where it is cited': async (page) => {
    const report = await openReport(page);
    await report.locator('#techniques button[data-as="row-IAM-10"]').first().click();
    await see(page, places.statusItem, '(6 selected)');
  },

  'the first steps are four, each with a picture': async (page) => {
    await runCommand(page, 'View: Close All Editors');
    await openWalkthrough(page);
    const steps = page.locator('.getting-started-step');
    await steps.nth(3).waitFor({ timeout: LIMIT });
    assert.equal(await steps.count(), 4);
    for (let step = 0; step < 4; step++) {
      await steps.nth(step).click();
      assert.notEqual(
        await paperColor(page),
        'rgb(0, 0, 0)',
        'the editor lets no style of the picture through but its attributes',
      );
    }
  },
};

/** The picture of a step comes in a frame of its own, and the one before may still be there when it is looked for. */
async function paperColor(page) {
  const paper = webview(page).locator('svg rect').first();
  for (let attempt = 0; ; attempt++) {
    try {
      await paper.waitFor({ timeout: LIMIT });
      return await paper.evaluate((rect) => getComputedStyle(rect).fill);
    } catch (error) {
      if (attempt === 3 || !/detached|destroyed/.test(String(error))) throw error;
    }
  }
}

/** Opens the document, the report beside it, and nothing else. */
async function openReport(page, name = POLICY) {
  const row = await see(page, places.treeRow, name);
  await runCommand(page, 'View: Close All Editors');
  await row.dblclick(); // the list of files to open may not know a new one yet
  await see(page, '.tab.active', name);
  await see(page, places.statusItem, ' references · ');
  await openReportOf(page, 'This document');
  const report = webview(page);
  await report.locator('#techniques').waitFor({ timeout: LIMIT });
  return report;
}
