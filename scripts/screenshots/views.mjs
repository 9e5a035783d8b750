// Pictures of the views in their states, and of the report as it is used: to be looked at, not for the README.
import {
  leave,
  openFile,
  openReportOf,
  openViewContainer,
  openWalkthrough,
  places,
  runAndChoose,
  runAndType,
  runCommand,
  see,
  shoot,
  webview,
} from '../host/page.mjs';

const GROUP = 'Control Lens: Group Workspace View by…';
const FILTER_WORKSPACE = 'Control Lens: Filter Workspace View…';
const FILTER_KNOWLEDGE = 'Control Lens: Filter Knowledge Base View…';

/** One scene after the other; it begins and ends with the explorer beside the policy. */
export async function showViews(page, folder, theme) {
  const picture = async (name) => shoot(page, folder, `${name}-${theme}`);
  await sideBar(page, picture);
  await report(page, picture);
  await walkthrough(page, picture); // without the side bar: it shows no pictures where it has little room
  await openFile(page, 'access-control-policy.md');
  await page.keyboard.press('Control+Shift+E');
  await see(page, places.treeRow, 'access-control-policy.md');
}

async function sideBar(page, picture) {
  await runCommand(page, 'View: Close All Editors');
  await openViewContainer(page, 'Control Lens');
  await see(page, '.sidebar .welcome-view', 'Open a Markdown or YAML policy');
  await leave(page);
  await picture('views-empty');

  await openFile(page, 'access-control-policy.md');
  await runCommand(page, 'Control Lens: Read Workspace');
  await see(page, '.sidebar .tree-explorer-viewlet-tree-view .message', 'techniques');
  await openKnowledge(page);
  await runAndChoose(page, GROUP, 'State');
  await leave(page);
  await picture('views-state');

  await runAndType(page, FILTER_WORKSPACE, 'cloud');
  await runAndType(page, FILTER_KNOWLEDGE, 'strong auth');
  await picture('views-filtered');
  for (const command of [FILTER_WORKSPACE, FILTER_KNOWLEDGE])
    await runAndType(page, command, 'nothing like this');
  await picture('views-no-match');
  await runCommand(page, 'Control Lens: Clear Workspace View Filter');
  await runCommand(page, 'Control Lens: Clear Knowledge Base View Filter');
  await runAndChoose(page, GROUP, 'Mapped technique');
  await runAndType(page, FILTER_WORKSPACE, 'TA0008');
  await leave(page);
  await picture('views-mapped');
  await runCommand(page, 'Control Lens: Clear Workspace View Filter');
  await runAndChoose(page, GROUP, 'Technique');
}

/** It is closed at first. */
async function openKnowledge(page) {
  const header = page.locator('.sidebar .pane-header', { hasText: 'Knowledge Base' });
  if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
}

async function report(page, picture) {
  await page.keyboard.press('Control+B');
  await openReportOf(page, 'Workspace');
  const shown = webview(page);
  await shown.locator('#techniques-sort-1').click();
  await shown.locator('#techniques-filter').fill('cloud');
  await shown.locator('#techniques-title').scrollIntoViewIfNeeded();
  await shown.locator('#techniques-title').evaluate((title) => title.scrollIntoView());
  await picture('report-table');
  await shown.locator('#domains-title').evaluate((title) => title.scrollIntoView());
  await picture('report-chart');
  await shown.locator('#mapped-tactics-title').evaluate((title) => title.scrollIntoView());
  await picture('report-mapped-chart');
  await shown.locator('#mapped-matrix summary').click();
  await shown.locator('#mapped-matrix').evaluate((matrix) => matrix.scrollIntoView());
  await picture('report-mapped-matrix');
  await shown.locator('#mapped-techniques-title').evaluate((title) => title.scrollIntoView());
  await picture('report-mapped-table');
  await shown.locator('#matrix').evaluate((matrix) => matrix.scrollIntoView());
  await shown.locator('.matrix .go').first().focus();
  await page.keyboard.press('ArrowRight');
  await picture('report-focus');
  await page.emulateMedia({ media: 'print' });
  await shown.locator('h1').evaluate((title) => title.scrollIntoView());
  await picture('report-print');
  await page.emulateMedia({ media: null });
  await page.locator('.tab', { hasText: 'Coverage: ' }).locator('.codicon-close').click();
}

async function walkthrough(page, picture) {
  await openWalkthrough(page);
  const steps = page.locator('.getting-started-step');
  for (let step = 0; step < (await steps.count()); step++) {
    await steps.nth(step).click();
    await webview(page).locator('svg').waitFor();
    await page.mouse.move(600, 100);
    await picture(`walkthrough-${step + 1}`);
  }
  await page.locator('.tab.active .codicon-close').click();
}
