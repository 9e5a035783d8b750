// npm run screenshots: pictures of Control Lens at work on the sample workspace, in three color themes.
//   node scripts/screenshots.mjs [FOLDER]     where they go (out/screenshots); those of the README go to media/ too
//   --theme NAME                              in one theme only, and none goes to media/
//   --views, --writing, --pages               of the views and the report, of all that writes, or of hovers and reading
//                                             pages, in their states only
//   --problems                                of documents of CORPUS_DIR with the Problems view, only
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  clickOn,
  goToLine,
  hoverOver,
  leave,
  openFile,
  openFixes,
  openProblems,
  openReportOf,
  openViewContainer,
  openWalkthrough,
  places,
  runCommand,
  see,
  shoot,
  switchTheme,
  themes,
  webview,
} from './host/page.mjs';
import { openWorkbench } from './host/workbench.mjs';
import { showPages } from './screenshots/pages.mjs';
import { copyDocuments, showProblems } from './screenshots/problems.mjs';
import { showViews } from './screenshots/views.mjs';
import { showWriting } from './screenshots/writing.mjs';
import { root, temporaryFolder } from './support/folders.mjs';
import { endOnSignal } from './support/process.mjs';

const { values, positionals } = parseArgs({
  options: {
    theme: { type: 'string' },
    views: { type: 'boolean' },
    writing: { type: 'boolean' },
    pages: { type: 'boolean' },
    problems: { type: 'boolean' },
  },
  allowPositionals: true,
});
const parts = [values.views, values.writing, values.pages, values.problems];
const isWhole = parts.every((part) => part !== true);
const isAll = isWhole && values.theme === undefined;
const folder = path.resolve(positionals[0] ?? path.join(root, 'out/screenshots'));
const sample = path.join(temporaryFolder(), 'sample');
fs.cpSync(path.join(root, 'media/sample'), sample, { recursive: true });
if (values.problems) copyDocuments(sample);

const workbench = await openWorkbench({
  workspace: sample,
  development: root,
  size: { width: 1180, height: 720 },
  settings: { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false, 'files.autoSave': 'off' },
});
const { page } = workbench;
endOnSignal({ close: workbench.close });

try {
  await see(page, places.treeRow, 'access-control-policy.md');
  await openFile(page, 'access-control-policy.md');
  await see(page, places.lens);
  for (const [name, theme] of Object.entries(themes)) {
    if (values.theme !== undefined && values.theme !== name) continue;
    await switchTheme(page, theme);
    if (isWhole) await show(name);
    if (isWhole || values.writing) await showWriting(page, folder, name);
    if (isWhole || values.pages) await showPages(page, folder, name);
    if (values.problems) await showProblems(page, folder, name);
    if (isWhole || values.views) await showViews(page, folder, name);
  }
} catch (error) {
  await shoot(page, folder, 'failed');
  throw error;
} finally {
  await workbench.close();
}
if (isAll) renewPictures();
process.exit();

/** Those of the README. */
function renewPictures() {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  for (const [file] of readme.matchAll(/media\/screenshots\/[\w-]+\.png/g)) {
    fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    fs.copyFileSync(path.join(folder, path.basename(file)), path.join(root, file));
  }
}

/** One scene after the other; each ends as the next begins. */
async function show(theme) {
  await goToLine(page, 1);
  await shoot(page, folder, `document-${theme}`);

  await hoverOver(page, 'T1021.007', 'T1021.007');
  await shoot(page, folder, `hover-${theme}`);
  await leave(page);

  await openProblems(page, 'T1086');
  await shoot(page, folder, `problems-${theme}`);
  await (await see(page, places.problem, 'T1086')).dblclick();
  await openFixes(page, 'T1086', 'T1059.001');
  await shoot(page, folder, `fixes-${theme}`);
  await leave(page);
  await page.keyboard.press('Control+J'); // closes the panel

  await goToLine(page, 16);
  await openFixes(page, 'T1098.003', 'Insert');
  await shoot(page, folder, `insert-${theme}`);
  await leave(page);

  await complete('strong auth', 'IAM-13');
  await shoot(page, folder, `completion-${theme}`);
  await leave(page);
  await runCommand(page, 'File: Revert File');

  await openViewContainer(page, 'Control Lens');
  await see(page, places.treeRow);
  await leave(page);
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
  await shoot(page, folder, `side-bar-${theme}`);
  await page.keyboard.press('Control+Shift+E');

  await page.keyboard.press('Control+B');
  await openReportOf(page, 'This document');
  await leave(page);
  await shoot(page, folder, `report-${theme}`);
  await page.locator('.tab', { hasText: 'Coverage: ' }).locator('.codicon-close').click();

  await openWalkthrough(page);
  await webview(page).locator('svg').waitFor();
  await page.mouse.move(600, 100); // Escape would leave it
  await shoot(page, folder, `walkthrough-${theme}`);
  await page.locator('.tab.active .codicon-close').click();
  await page.keyboard.press('Control+B'); // brings the side bar back
}

/** At the end of the row of T1098.003, whose column of controls is empty. */
async function complete(words, expected) {
  await clickOn(page, 'Role changes need a second person');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(words);
  await see(page, '.suggest-widget.visible .monaco-list-row', expected);
}
