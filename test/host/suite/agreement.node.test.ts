import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/core/views/node';
import type { CoverageReport } from '../../../src/core/report/report';
import type { Views } from '../../../src/extension/views/registerViews';
import { csvRows } from '../../support/csv';
import { writePolicy } from '../../support/policies';
import { seeded } from '../../support/random';
import { closeAll, EXTENSION_ID, fixture, until } from '../support/editor';

const FOLDER = 'agreement';
const DOCUMENTS = 4;

/** What the command line prints of the whole workspace. */
function printed(format: string): string {
  const extension = vscode.extensions.getExtension(EXTENSION_ID)?.extensionPath ?? assert.fail();
  const cli = path.join(extension, 'dist/cli.js');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const options = { cwd: fixture('.').fsPath, env, encoding: 'utf8' } as const;
  return execFileSync(process.execPath, [cli, 'coverage', '--format', format, '.'], options);
}

/** What the command of the editor opens. */
async function opened(format: string): Promise<string> {
  const before = vscode.window.activeTextEditor?.document;
  await vscode.commands.executeCommand('controlLens.createReport', 'workspace', format);
  const document = await until(
    () => vscode.window.activeTextEditor?.document,
    (active) => active !== undefined && active !== before && active.isUntitled,
  );
  return document?.getText() ?? '';
}

async function treeBy({ workspace }: Views, grouping: string): Promise<TreeNode[]> {
  await vscode.commands.executeCommand('controlLens.groupWorkspace', grouping);
  return workspace.provider.getChildren();
}

const STATES: Readonly<Record<string, string>> = {
  pass: 'addressed',
  'circle-large-outline': 'gap',
  'circle-slash': 'no-mapped-control',
};

/** `T1021.007 addressed 2 of 7 in 3`, for each row of the tree that is a technique. */
function techniquesOfTree(nodes: readonly TreeNode[]): string[] {
  return nodes
    .filter(({ id }) => id.startsWith('technique/'))
    .map(({ entity, icon, description }) => {
      const [cited = '', documents = ''] = (description?.text ?? '').split(' · ');
      return `${entity?.id ?? ''} ${STATES[icon?.name ?? ''] ?? ''} ${cited} in ${parseInt(documents, 10)}`;
    });
}

function techniquesOfReport({ techniques }: CoverageReport): string[] {
  return techniques.map(({ id, state, cited, mapped, places }) => {
    const share = mapped.length === 0 ? 'none mapped' : `${cited.length} of ${mapped.length}`;
    return `${id} ${state} ${share} in ${places.length}`;
  });
}

/** `GRC-03 3`: the controls that are cited, and in how many documents. */
function controlsOfTree(nodes: readonly TreeNode[]): string[] {
  return nodes
    .filter(({ id }) => id.startsWith('control/'))
    .map(({ entity, description }) => {
      const documents = (description?.text ?? '').split(' · ').at(-1) ?? '';
      return `${entity?.id ?? ''} ${parseInt(documents, 10)}`;
    });
}

function controlsOfReport({ controls }: CoverageReport): string[] {
  return controls
    .filter(({ role }) => role !== 'not-cited')
    .map(({ id, places }) => `${id} ${places.length}`);
}

suite('the tree, the report and the command line', () => {
  let views: Views;

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<Views>(EXTENSION_ID);
    views = (await extension?.activate()) ?? assert.fail();
    await closeAll();
    const random = seeded(11);
    for (let number = 0; number < DOCUMENTS; number++) {
      const { name, text } = writePolicy(random, 12);
      await vscode.workspace.fs.writeFile(fixture(`${FOLDER}/${name}`), new TextEncoder().encode(text));
    }
    await vscode.commands.executeCommand('controlLens.readWorkspace');
    await until(
      async () => JSON.parse(await opened('json')) as CoverageReport,
      ({ documents }) => documents.filter((each) => each.startsWith(`${FOLDER}/`)).length === DOCUMENTS,
    );
  });

  suiteTeardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fixture(FOLDER), { recursive: true });
    await vscode.commands.executeCommand('controlLens.groupWorkspace', 'technique');
  });

  teardown(closeAll);

  test('have the same numbers of the same documents', async () => {
    const report = JSON.parse(await opened('json')) as CoverageReport;
    const command = JSON.parse(printed('json')) as CoverageReport;
    assert.deepEqual({ ...report, title: '' }, { ...command, title: '' });
    const { counts } = report;
    assert.ok(counts.gaps > 0 && counts.addressed > 0 && counts.withoutMapping > 0);

    assert.deepEqual(techniquesOfTree(await treeBy(views, 'technique')), techniquesOfReport(report));
    const byControl = await treeBy(views, 'control');
    assert.deepEqual(controlsOfTree(byControl), controlsOfReport(report));
    const others = byControl.find(({ id }) => id === 'not cited')?.description?.text;
    assert.equal(others, String(report.controls.filter(({ role }) => role === 'not-cited').length));
    assert.equal(views.workspace.view.badge?.value, counts.gaps);
    assert.equal(views.workspace.view.message, `${counts.techniques} techniques, ${counts.gaps} open`);
  });

  test('have the same numbers in every format', async () => {
    const { counts } = JSON.parse(printed('json')) as CoverageReport;
    const { techniques, addressed, gaps, withoutMappedControl, controls } = counts;
    const sentence = `${techniques} techniques: ${addressed} addressed by a cited control, ${gaps} open, ${withoutMappedControl} without mapped controls`;
    for (const format of ['text', 'markdown', 'navigator']) {
      assert.ok((await opened(format)).includes(sentence), `${format} in the editor`);
      assert.ok(printed(format).includes(sentence), `${format} on the command line`);
    }
    assert.ok(printed('html').includes(sentence));
    for (const csv of [await opened('csv'), printed('csv')]) {
      const rows = csvRows(csv);
      assert.equal(rows.filter(({ kind }) => kind === 'technique').length, techniques);
      assert.equal(
        rows.filter(({ kind, state }) => kind === 'control' && state !== 'not-cited').length,
        controls,
      );
    }
  });
});
