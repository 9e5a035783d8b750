import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { REPORT_FORMATS } from '../../../../src/core/report/formats';
import type { Views } from '../../../../src/extension/views/registerViews';
import { writePolicy } from '../../../support/policies';
import { seeded } from '../../../support/random';
import { BlockMeter } from './blocks';
import { EXTENSION_ID, fixture, until } from '../../support/editor';

const DOCUMENTS = 5000;
const REFERENCES = 200_000;

function writeWorkspace(): void {
  const random = seeded(5);
  for (let number = 0; number < DOCUMENTS; number++) {
    const { name, text } = writePolicy(random, REFERENCES / DOCUMENTS);
    const file = fixture(`policies/${number % 50}/${number}-${name}`).fsPath;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/** Prints how long the work takes, and the longest time that the extension host did nothing else meanwhile. */
async function measured<T>(title: string, work: () => Thenable<T>): Promise<T> {
  const meter = new BlockMeter();
  const value = await work();
  console.log(`[test] ${title.padEnd(36)} ${meter.stop()}`);
  return value;
}

/** Prints, and asserts nothing: `node test/host/run.mjs bench`. */
suite('the time taken in a large workspace by', () => {
  test('the index, the trees and the reports', async function () {
    this.timeout(300_000);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await measured('writing the documents', async () => writeWorkspace());
    const views = await vscode.extensions.getExtension<Views>(EXTENSION_ID)?.activate();
    if (!views) return;
    const { provider, view } = views.workspace;
    await measured('nothing', async () => new Promise((resolve) => setTimeout(resolve, 2000)));
    await measured('the index and the first tree', async () => {
      await vscode.commands.executeCommand('controlLens.readWorkspace');
      await until(() => view.message, Boolean, 3000);
    });
    for (const grouping of ['technique', 'mapped', 'control', 'document', 'state']) {
      await vscode.commands.executeCommand('controlLens.groupWorkspace', grouping);
      const roots = await measured(`the tree by ${grouping}`, async () => provider.getChildren());
      await measured(`its ${roots.length} rows`, async () =>
        Promise.all(roots.map(async (node) => provider.getTreeItem(node))),
      );
      await measured('the first of them, opened', async () => provider.getChildren(roots[0]));
    }
    await measured('the report in a panel', async () =>
      vscode.commands.executeCommand('controlLens.openReport', 'workspace'),
    );
    for (const format of REPORT_FORMATS)
      await measured(`the report as ${format}`, async () =>
        vscode.commands.executeCommand(
          'controlLens.createReport',
          'workspace',
          format,
          fixture(`report.${format}`),
        ),
      );
  });
});
