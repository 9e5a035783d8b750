// The side bar as a reader uses it: menus, keys and dragging, where no extension can look.
import assert from 'node:assert/strict';
import {
  boxOf,
  goToLine,
  openExplorer,
  openFile,
  openViewContainer,
  places,
  runAndType,
  runCommand,
  see,
} from '../../../scripts/host/page.mjs';

const POLICY = 'access-control-policy.md';
const MENU = [
  'Open Page',
  'Open',
  'Find References in Workspace',
  'Insert at Cursor',
  'Copy ID',
  'Copy as Markdown Link',
  'Open on attack.mitre.org',
  'Open in Mappings Explorer',
];

/** By title; each opens what it needs, in the workbench that the others leave. */
export const tests = {
  'an id of the side bar has a menu': async (page) => {
    await openSideBar(page);
    const row = await see(page, places.treeRow, 'T1021.007');
    await row.click({ button: 'right' });
    const items = page.locator('.monaco-menu .action-label');
    await items.first().waitFor();
    const labels = (await items.allTextContents()).map((label) => label.replaceAll('\u00a0', ' ').trim());
    await page.keyboard.press('Escape');
    assert.deepEqual(labels.filter(Boolean), MENU);
  },

  'the views have their buttons': async (page) => {
    await openSideBar(page);
    await runCommand(page, 'Control Lens: Read Workspace');
    await see(page, '.sidebar .message', 'techniques');
    assert.deepEqual(await buttonsOf(page, 'This Document'), [
      'Stop Following the Cursor in the Side Bar',
      'Open Coverage Report for This Document',
    ]);
    assert.deepEqual(await buttonsOf(page, 'Workspace'), [
      'Filter Workspace View…',
      'Group Workspace View by…',
      'Open Coverage Report for Workspace',
    ]);
    assert.deepEqual(await buttonsOf(page, 'Knowledge Base'), ['Filter Knowledge Base View…']);
  },

  'it is used with keys alone: arrows move, Enter opens, and readers of the screen are told': async (
    page,
  ) => {
    await openSideBar(page);
    await runCommand(page, 'Control Lens: Focus on This Document View');
    const focused = page.locator('.sidebar .monaco-list:focus-within .monaco-list-row.focused').first();
    await pressUntil(page, 'Home', focused, 'echniques');
    for (const id of ['T1021.007', 'T1059.001']) await pressUntil(page, 'ArrowDown', focused, id);
    assert.match(
      (await focused.getAttribute('aria-label')) ?? '',
      /^T1059\.001 PowerShell, 0 of 1 mapped controls cited .*, open/,
    );
    await page.keyboard.press('Enter');
    await see(page, places.statusItem, 'Ln 38,');
  },

  'a control that is dragged into the text is written where it is dropped': async (page) => {
    await openSideBar(page);
    await goToLine(page, 1);
    await runAndType(page, 'Control Lens: Filter Knowledge Base View…', 'key rotation');
    const header = page.locator('.sidebar .pane-header', { hasText: 'Knowledge Base' });
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    const control = page.locator(places.treeRow, { hasText: 'CEK-12' }).last();
    await control.waitFor();
    const from = await control.boundingBox();
    const to = await boxOf(page, 'Access control policy');
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 120, from.y + from.height / 2, { steps: 4 });
    await page.mouse.move(to.x + 1, to.y + to.height / 2, { steps: 8 });
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x + 2, to.y + to.height / 2, { steps: 2 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await see(page, places.lines, 'CEK-12');
    await runCommand(page, 'Control Lens: Clear Knowledge Base View Filter');
  },
};

/** A key that is pressed before the view has the focus, or while it is filled anew, is lost. */
async function pressUntil(page, key, focused, text) {
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.keyboard.press(key);
    for (let look = 0; look < 8; look++) {
      const label = await focused.getAttribute('aria-label', { timeout: 1_000 }).catch(() => '');
      if (label?.includes(text)) return;
      await page.waitForTimeout(250);
    }
  }
  throw new Error(`${key} never reaches ${text}`);
}

/** The labels of the buttons of ours in the title of a view. */
async function buttonsOf(page, view) {
  const header = page.locator('.sidebar .pane-header').filter({
    has: page.locator('.title', { hasText: view }),
  });
  if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
  await header.hover();
  const labels = header.locator('.actions .action-label[aria-label]');
  await labels.first().waitFor();
  const all = await labels.evaluateAll((found) => found.map((each) => each.getAttribute('aria-label')));
  return all.filter((label) => /Report|View|Cursor/.test(label));
}

/** The policy, and the side bar beside it. */
async function openSideBar(page) {
  await runCommand(page, 'View: Close All Editors');
  await openExplorer(page);
  await see(page, places.treeRow, POLICY);
  await openFile(page, POLICY);
  await openViewContainer(page, 'Control Lens');
  await see(page, places.treeRow, 'T1021.007');
}
