// npm run screenshots: pictures of Control Lens at work on the sample workspace, in three color themes.
//   node scripts/screenshots.mjs [FOLDER]     where they go (out/screenshots)
import fs from 'node:fs';
import path from 'node:path';
import {
  goToLine,
  hoverOver,
  leave,
  openFile,
  openFixes,
  openProblems,
  openViewContainer,
  places,
  see,
  shoot,
  switchTheme,
  themes,
} from './host/page.mjs';
import { openWorkbench } from './host/workbench.mjs';
import { root, temporaryFolder } from './support/folders.mjs';
import { endOnSignal } from './support/process.mjs';

const folder = path.resolve(process.argv[2] ?? path.join(root, 'out/screenshots'));
const sample = path.join(temporaryFolder(), 'sample');
fs.cpSync(path.join(root, 'media/sample'), sample, { recursive: true });

const workbench = await openWorkbench({
  workspace: sample,
  development: root,
  scale: 2,
  settings: { 'editor.minimap.enabled': false },
});
const { page } = workbench;
endOnSignal({ close: workbench.close });

try {
  await see(page, places.treeRow, 'access-control-policy.md');
  await openFile(page, 'access-control-policy.md');
  await see(page, places.lens);
  for (const [name, theme] of Object.entries(themes)) {
    await switchTheme(page, theme);
    await show(name);
  }
} finally {
  await workbench.close();
}
process.exit();

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

  if (hasViews()) {
    await openViewContainer(page, 'Control Lens');
    await see(page, places.treeRow);
    await shoot(page, folder, `side-bar-${theme}`);
    await page.keyboard.press('Control+Shift+E');
  }
}

function hasViews() {
  return 'views' in JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).contributes;
}
