// Pictures of hovers and of the reading pages that they open: to be looked at, not for the README.
import {
  goToLine,
  hoverOver,
  leave,
  openFile,
  places,
  runAndType,
  runCommand,
  see,
  shoot,
  webview,
} from '../host/page.mjs';

const OPEN_PAGE = 'Control Lens: Open Page';

/** One scene after the other; it begins and ends with the policy. */
export async function showPages(page, folder, theme) {
  const picture = async (name) => shoot(page, folder, `${name}-${theme}`);
  for (const [id, line] of [
    ['T1021.007', 18],
    ['IAM-14', 27],
    ['GRC-03', 31],
  ]) {
    await goToLine(page, line);
    await hoverOver(page, id, id);
    await picture(`hover-${id}`);
    await leave(page);
  }
  await goToLine(page, 1);
  await hoverOver(page, 'T1021.007', 'T1021.007');
  await page.locator(places.hover).getByText('Open Page').first().click();
  await seePage(page, 'T1021.007');
  await picture('page-T1021.007');
  await webview(page).locator('a', { hasText: 'IAM-13' }).first().click();
  await seePage(page, 'IAM-13');
  await runCommand(page, 'Go Back');
  await seePage(page, 'T1021.007');
  await runCommand(page, 'Go Forward');
  await seePage(page, 'IAM-13');
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'access-control-policy.md');
  await goToLine(page, 1);
  await runCommand(page, 'Control Lens: Read Workspace');
  await runAndType(page, OPEN_PAGE, 'T1021.007');
  await seePage(page, 'T1021.007');
  await webview(page).locator('a', { hasText: 'control-register.yaml' }).first().click();
  await see(page, '.tab.active', 'control-register.yaml');
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'access-control-policy.md');
  await goToLine(page, 1);
  for (const id of ['IAM-14', 'GRC-03']) {
    await runAndType(page, OPEN_PAGE, id);
    await seePage(page, id);
    await picture(`page-${id}`);
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, 'access-control-policy.md');
    await goToLine(page, 1);
  }
  await see(page, places.lens);
}

async function seePage(page, id) {
  await see(page, '.tab.active', id);
  await webview(page).locator('h1', { hasText: id }).waitFor();
}
