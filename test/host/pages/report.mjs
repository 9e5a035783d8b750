// The report as a reader sees it, and the first steps.
import assert from 'node:assert/strict';
import {
  openFile,
  openReportOf,
  openWalkthrough,
  places,
  runCommand,
  see,
  webview,
} from '../../../scripts/host/page.mjs';

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
      const paper = webview(page).locator('svg rect').first();
      await paper.waitFor({ timeout: LIMIT });
      const color = await paper.evaluate((rect) => getComputedStyle(rect).fill);
      assert.notEqual(
        color,
        'rgb(0, 0, 0)',
        'the editor lets no style of the picture through but its attributes',
      );
    }
  },
};

/** Opens the document, the report beside it, and nothing else. */
async function openReport(page) {
  await see(page, places.treeRow, POLICY);
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, POLICY);
  await see(page, places.statusItem, ' references · ');
  await openReportOf(page, 'This document');
  const report = webview(page);
  await report.locator('#techniques').waitFor({ timeout: LIMIT });
  return report;
}
