// Writing as somebody does it: what asks in a dialog, and what is pressed in a list, no extension can.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  clickOn,
  openExplorer,
  openFile,
  places,
  runCommand,
  see,
  startCommand,
} from '../../../scripts/host/page.mjs';

const POLICY = 'access-control-policy.md';
const ROW = '.quick-input-list .monaco-list-row';
const FIX_ALL = 'Control Lens: Fix All in Workspace';

/** By title; each opens what it needs, in the workbench that the others leave. */
export const tests = {
  'a fix of the workspace is previewed, and one undo takes it back in every file': async (
    page,
    workspace,
  ) => {
    const files = [path.join(workspace, POLICY), path.join(workspace, 'second.md')];
    fs.writeFileSync(files[1], '# ATT&CK\n\n- T1086 PowerShell\n');
    await runCommand(page, 'File: Save All Files'); // what the tests before wrote
    await runCommand(page, 'View: Close All Editors');
    const before = textsOf(files);
    try {
      await openExplorer(page);
      const row = await see(page, places.treeRow, 'second.md');
      await row.dblclick(); // the list of files to open may not know a new one yet
      await see(page, '.tab.active', 'second.md');
      await startCommand(page, FIX_ALL);
      await page.locator(ROW, { hasText: 'in 2 files' }).first().click();
      await page.getByRole('button', { name: 'Apply' }).click();
      await waitFor(page, () => textsOf(files).every((text) => !text.includes('T1086')));
      await clickOn(page, 'PowerShell');
      await page.keyboard.press('ControlOrMeta+Z');
      await waitFor(page, () => textsOf(files).join() === before.join()).catch(() => undefined);
      assert.deepEqual(textsOf(files), before);
    } finally {
      await runCommand(page, 'View: Close All Editors');
      fs.rmSync(files[1]);
    }
  },

  'an answer of Look Up opens its web page, and shows its references': async (page) => {
    await openExplorer(page);
    await see(page, places.treeRow, POLICY);
    await openFile(page, POLICY);
    await press(page, 'T1021.007', 'Open Web Page');
    const dialog = await see(page, '.monaco-dialog-box', 'attack.mitre.org/techniques/T1021/007');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');

    await press(page, 'T1021.007', 'Find References in Workspace');
    const peek = await see(page, '.reference-zone-widget', POLICY);
    assert.match(await peek.innerText(), /T1021\.007/);
    await page.keyboard.press('Escape');
  },
};

function textsOf(files) {
  return files.map((file) => fs.readFileSync(file, 'utf8'));
}

async function waitFor(page, isSo) {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 200) assert.fail('it did not come to be so');
    await page.waitForTimeout(100);
  }
}

/** Looks an id up, and presses a button of the first answer. */
async function press(page, id, title) {
  await startCommand(page, 'Control Lens: Look Up');
  await see(page, '.quick-input-title', 'Look Up');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(id);
  const row = await see(page, ROW, id);
  await row.hover();
  await row.locator(`[aria-label="${title}"]`).click();
}
