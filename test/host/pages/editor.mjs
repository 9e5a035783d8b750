// What stands around a document: the status bar, and the menu of the editor.
import assert from 'node:assert/strict';
import { boxOf, openFile, places, runCommand, see } from '../../../scripts/host/page.mjs';

const POLICY = 'access-control-policy.md';
const menuItem = '.monaco-menu .action-label';

/** By title; each opens what it needs, and leaves nothing open. */
export const tests = {
  'the status bar counts, and follows the language of a document': async (page) => {
    await newDocument(page, 'ATT&CK T1021.007');
    const mapping = page.locator(places.statusItem).filter({ hasText: 'CCM mapping' });
    assert.equal(await mapping.filter({ visible: true }).count(), 0, 'plain text is not looked at');
    await chooseLanguage(page, 'Markdown');
    await see(page, places.statusItem, ' 1 reference · CCM mapping');
    await page.keyboard.type(' and T1078');
    await see(page, places.statusItem, ' 2 references · CCM mapping');
    await runCommand(page, 'View: Revert and Close Editor');
  },

  'the menu of an editor offers to insert where the document names something': async (page) => {
    await see(page, places.treeRow, POLICY);
    await openFile(page, POLICY);
    await see(page, places.statusItem, ' references · ');
    await openMenu(page, 'T1021.007');
    await see(page, menuItem, 'Insert Mapped Controls');
    await page.keyboard.press('Escape');
    await newDocument(page, 'Plain words');
    await chooseLanguage(page, 'Markdown');
    await see(page, places.statusItem, ' 0 references · ');
    await openMenu(page, 'words');
    await see(page, menuItem, 'Change All Occurrences');
    assert.equal(await page.locator(menuItem).filter({ hasText: 'Insert Mapped' }).count(), 0);
    await page.keyboard.press('Escape');
    await runCommand(page, 'View: Revert and Close Editor');
    await runCommand(page, 'View: Close All Editors');
  },
};

async function newDocument(page, text) {
  await see(page, places.treeRow, POLICY);
  await runCommand(page, 'File: New Untitled Text File');
  await see(page, '.tab.active', 'Untitled-');
  await page.keyboard.type(text);
}

async function chooseLanguage(page, name) {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('M');
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor();
  await input.fill(name);
  await see(page, '.quick-input-list .monaco-list-row', name);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

async function openMenu(page, text) {
  const { x, y, width, height } = await boxOf(page, text);
  await page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
  await see(page, menuItem);
}
