// Pictures of all that writes or leads somewhere: to be looked at, not for the README.
import {
  clickOn,
  goToLine,
  leave,
  openFile,
  openFixes,
  places,
  runCommand,
  see,
  shoot,
  startCommand,
} from '../host/page.mjs';

const POLICY = 'access-control-policy.md';
const STANDARD = 'legacy-cloud-standard.md';
const REGISTER = 'control-register.yaml';
const ROW = '.quick-input-list .monaco-list-row';
const SUGGESTION = '.suggest-widget.visible .monaco-list-row';

/** One scene after the other, nothing of them is saved; it begins and ends with the policy. */
export async function showWriting(page, folder, theme) {
  const picture = async (name) => shoot(page, folder, `${name}-${theme}`);
  await completion(page, picture);
  await fixes(page, picture);
  await inserting(page, picture);
  await fixingAll(page, picture);
  await migrating(page, picture);
  await finding(page, picture);
  await openFile(page, POLICY);
}

async function completion(page, picture) {
  await typeAt(page, 'Role changes need a second person', 'strong auth');
  await see(page, SUGGESTION, 'IAM-13');
  await showDetails(page, 'Strong Authentication');
  await picture('completion-control');
  await putBack(page);

  await typeAt(page, 'Log tampering', ' T1086');
  await page.keyboard.press('Control+Space');
  await see(page, SUGGESTION, 'T1086');
  await showDetails(page, 'PowerShell');
  await picture('completion-revoked');
  await putBack(page);

  await typeAt(page, 'Log tampering', '\n\ncontrol-t');
  await page.keyboard.press('Control+Space');
  await see(page, SUGGESTION, 'control-table');
  await picture('completion-snippets');
  await putBack(page);
}

async function fixes(page, picture) {
  await goToLine(page, 20);
  await openFixes(page, 'IAM-15', 'Insert');
  await picture('fixes-control');
  await leave(page);
  await openFile(page, REGISTER);
  await goToLine(page, 9);
  await openFixes(page, 'IAM-14', 'Insert');
  await picture('fixes-edition');
  await leave(page);
  await openFile(page, POLICY);
  await goToLine(page, 16);
  await clickOn(page, 'T1078.004');
  await page.keyboard.press('Shift+F10');
  await see(page, '.context-view .action-item', 'Insert Mapped Controls');
  await picture('context-menu');
  await leave(page);
}

async function inserting(page, picture) {
  await goToLine(page, 16);
  await clickOn(page, 'T1021.007');
  await startCommand(page, 'Control Lens: Insert Mapped Controls');
  await see(page, ROW, 'IAM-11');
  await page.locator(ROW, { hasText: 'IPY-02' }).first().click();
  await picture('insert-pick');
  await leave(page);

  await goToLine(page, 22);
  await clickOn(page, 'T1098.003');
  await runCommand(page, 'Control Lens: Insert All Mapped Controls Not Cited Here');
  await see(page, places.lines, 'Role changes need a second person');
  await picture('inserted');
  await putBack(page);
}

async function fixingAll(page, picture) {
  await startCommand(page, 'Control Lens: Fix All in Workspace');
  await see(page, ROW, 'revoked-technique');
  await picture('fix-all-kinds');
  await page.locator(ROW, { hasText: 'revoked-technique' }).first().click();
  await page.getByRole('button', { name: 'Discard' }).waitFor();
  await picture('fix-all-preview');
  await page.getByRole('button', { name: 'Discard' }).click();
  await closeAll(page);
}

async function migrating(page, picture) {
  await openFile(page, STANDARD);
  await startCommand(page, 'Control Lens: Migrate to Another CCM Edition');
  await see(page, ROW, '4.1');
  await picture('migrate-choices');
  await page.locator(ROW, { hasText: 'CCM 4.0 to' }).filter({ hasText: '4.1' }).first().click();
  await page.getByRole('button', { name: 'Apply' }).waitFor();
  await picture('migrate-preview');
  await page.getByRole('button', { name: 'Apply' }).click();
  await see(page, '.notification-toast', 'Show Summary');
  await picture('migrate-told');
  await page.locator('.notification-toast .monaco-button', { hasText: 'Show Summary' }).click();
  await see(page, '.tab', 'Untitled');
  await page.waitForTimeout(500);
  await picture('migrate-summary');
  await closeAll(page);
}

async function finding(page, picture) {
  await openFile(page, POLICY);
  await startCommand(page, 'Control Lens: Look Up');
  const input = page.locator('.quick-input-widget input.input');
  await see(page, '.quick-input-title', 'Look Up');
  await input.fill('strong auth');
  await (await see(page, ROW, 'IAM-13')).hover();
  await picture('look-up');
  await input.fill('cloud account');
  await see(page, ROW, 'T1078.004');
  await picture('look-up-technique');
  await leave(page);

  await goToLine(page, 20);
  await clickOn(page, 'IAM-13');
  await page.keyboard.press('Shift+F12');
  await see(page, '.reference-zone-widget', 'IAM-13');
  await picture('references');
  await leave(page);
  await leave(page);

  await page.keyboard.press('Control+Shift+O');
  await see(page, ROW, 'T1021.007');
  await picture('symbols-document');
  await leave(page);
  await page.keyboard.press('Control+T');
  await input.fill('#IAM-1');
  await see(page, ROW, 'IAM-13');
  await picture('symbols-workspace');
  await leave(page);
  await runCommand(page, 'Control Lens: Go to Next Reference Without Mapping');
  await picture('next-unmapped');
}

/** The documentation of what is selected; the editor remembers whether it is shown, and the key shows or hides it. */
async function showDetails(page, expected) {
  const details = page.locator('.suggest-details').filter({ hasText: expected }).first();
  for (let tries = 0; tries < 5; tries++) {
    await page.waitForTimeout(1000);
    if (await details.isVisible()) return;
    await page.keyboard.press('Control+Space');
  }
  await details.waitFor();
}

/** Types behind a text of the active editor; in a row of a table, before the bar that ends it. */
async function typeAt(page, text, words) {
  await goToLine(page, text.startsWith('Role') ? 22 : 39);
  await clickOn(page, text);
  await page.keyboard.press('End');
  if (words === 'strong auth') await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(words);
}

async function putBack(page) {
  await leave(page);
  await runCommand(page, 'File: Revert File');
}

async function closeAll(page) {
  for (let tries = 0; tries < 4 && (await page.locator('.tab').count()) > 0; tries++)
    await runCommand(page, 'View: Revert and Close Editor');
}
