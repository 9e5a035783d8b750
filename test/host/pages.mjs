// Runs the tests that act on the page of a workbench, as a reader does: what a webview shows, no extension can see.
//   node test/host/pages.mjs [page] [--grep TITLE]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isSupported } from '../../scripts/host/install.mjs';
import { openWorkbench } from '../../scripts/host/workbench.mjs';
import { root, temporaryFolder } from '../../scripts/support/folders.mjs';
import { endOnSignal } from '../../scripts/support/process.mjs';
import { tests as aroundTheEditor } from './pages/editor.mjs';
import { tests as ofProblems } from './pages/problems.mjs';
import { tests as ofTheReport } from './pages/report.mjs';
import { tests as ofTheSideBar } from './pages/sideBar.mjs';
import { tests as ofWriting } from './pages/writing.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });
const tests = { ...aroundTheEditor, ...ofTheReport, ...ofTheSideBar, ...ofWriting, ...ofProblems };
const selected = Object.entries(tests).filter(([title]) => title.includes(values.grep ?? ''));
const counts = { passed: 0, failed: 0, skipped: 0 };

if (!isSupported() || process.env.VSCODE_HOST === 'off') counts.skipped = selected.length;
else if (selected.length > 0) await runAll();
console.log(`[result] ${JSON.stringify(counts)}`);
process.exit(counts.failed > 0 ? 1 : 0);

/** One after the other in one workbench. */
async function runAll() {
  const workspace = path.join(temporaryFolder(), 'sample');
  fs.cpSync(path.join(root, 'media/sample'), workspace, { recursive: true });
  const workbench = await openWorkbench({
    workspace,
    development: root,
    size: { width: 1600, height: 900 },
    settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 },
  });
  endOnSignal({ close: workbench.close });
  for (const [title, test] of selected) await runOne(title, test, workbench.page, workspace);
  await workbench.close();
}

async function runOne(title, test, page, workspace) {
  try {
    await test(page, workspace);
    counts.passed++;
    console.log(`  ✔ ${title}`);
  } catch (error) {
    counts.failed++;
    console.log(`  ✖ ${title}\n${error.stack}`);
    await page.screenshot({ path: path.join(root, 'out/failed-page.png') }).catch(() => {});
  }
}
