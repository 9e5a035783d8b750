// The Problems panel as a reader uses it: where its links lead.
import {
  openExplorer,
  openFile,
  openProblems,
  places,
  runCommand,
  see,
  webview,
} from '../../../scripts/host/page.mjs';

const POLICY = 'access-control-policy.md';

/** By title; each opens what it needs, and leaves nothing open. */
export const tests = {
  'the ID of a rule in the Problems panel opens the page of the rule, rendered': async (page) => {
    await openExplorer(page);
    await see(page, places.treeRow, POLICY);
    await openFile(page, POLICY);
    const problem = await openProblems(page, 'no-mapping');
    await problem.locator('a', { hasText: 'no-mapping' }).click({ modifiers: ['ControlOrMeta'] });
    await see(page, '.tab.active', 'no-mapping.md');
    const heading = webview(page).locator('h1', { hasText: 'no-mapping: Control without a mapping' });
    await heading.waitFor({ timeout: 30_000 });
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'View: Hide Panel');
  },
};
