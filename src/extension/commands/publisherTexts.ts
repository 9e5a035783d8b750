import * as vscode from 'vscode';
import { ADDRESSES_KEY, addressesFrom, DEFAULT_ADDRESSES, hostsOf } from '../../core/publisher/addresses';
import type { DownloadOptions } from '../../core/publisher/download';
import type { ImportReport, InputFile } from '../../core/publisher/importFiles';
import { changedIds } from '../../core/publisher/facts/changes';
import { changesSentence } from '../../core/publisher/summary';
import { touchedPlaces } from '../../core/page/importedPage';
import { SECTION } from '../../core/settings/settings';
import { listed, counted } from '../../core/text/message';
import type { Result } from '../../core/text/result';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { importedPageUri } from '../providers/readingPages';
import { filesAt, pickInputs } from '../publisher/inputFiles';

/** What the commands do, without what they ask; for tests. */
export interface PublisherCommands extends vscode.Disposable {
  readonly download: (
    addresses: readonly string[],
    own?: Partial<DownloadOptions>,
  ) => Promise<Result<ImportReport>>;
}

/** Imports, downloads and rolls back what publishers wrote; nothing is loaded unless somebody runs a command. */
export function registerPublisherTexts(deps: Dependencies): PublisherCommands {
  const download = async (
    addresses: readonly string[],
    own?: Partial<DownloadOptions>,
  ): Promise<Result<ImportReport>> =>
    withImportProgress('Downloading publisher texts', async (progress, signal) =>
      importInputs(
        deps,
        deps.publisher.downloads(
          addresses,
          signal,
          (bytes, of) => progress.report({ message: sizes(bytes, of) }),
          own,
        ),
        progress,
        signal,
      ),
    );
  const { registerCommand } = vscode.commands;
  const registrations = vscode.Disposable.from(
    registerCommand(COMMANDS.importTexts, async (...named: readonly unknown[]) => {
      const uris = named.flat().filter((each) => each instanceof vscode.Uri);
      const inputs = uris.length > 0 ? await filesAt(uris) : await pickInputs();
      if (!inputs) return;
      const report = await withImportProgress('Importing publisher texts', async (progress, signal) =>
        importInputs(deps, inputs, progress, signal),
      );
      void tell(deps, report);
    }),
    registerCommand(COMMANDS.downloadTexts, async () => {
      const addresses = userAddresses();
      if (await isWanted(addresses)) void tell(deps, await download(addresses));
    }),
    registerCommand(COMMANDS.rollBackTexts, async () => rollBack(deps)),
    registerCommand(COMMANDS.showTexts, showImported),
  );
  return { download, dispose: () => registrations.dispose() };
}

/** Of the user's own settings: a workspace can't set them, and isn't asked. */
export function userAddresses(): readonly string[] {
  const inspected = vscode.workspace.getConfiguration(SECTION).inspect(ADDRESSES_KEY);
  return addressesFrom(inspected?.globalValue) ?? DEFAULT_ADDRESSES;
}

async function isWanted(addresses: readonly string[]): Promise<boolean> {
  const detail = `${counted(addresses.length, 'file')} from ${listed(hostsOf(addresses))}. The addresses are in your user settings.`;
  const yes = 'Download';
  const message = 'Download the texts of MITRE ATT&CK and the Mappings Explorer?';
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, yes)) === yes;
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

async function withImportProgress<T>(
  title: string,
  work: (progress: Progress, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const control = new AbortController();
    const subscription = token.onCancellationRequested(() => control.abort());
    try {
      return await work(progress, control.signal);
    } finally {
      subscription.dispose();
    }
  });
}

async function importInputs(
  { publisher, knowledge }: Dependencies,
  inputs: readonly InputFile[],
  progress: Progress,
  signal: AbortSignal,
): Promise<Result<ImportReport>> {
  return publisher.importInputs(inputs, await knowledge.bundled(), {
    signal,
    onFile: (name, index) => {
      const increment = index === 0 ? 0 : 100 / inputs.length;
      progress.report({ message: `${index + 1} of ${inputs.length}: ${name}`, increment });
    },
  });
}

function sizes(bytes: number, of: number | undefined): string {
  const megabytes = (size: number): string => (size / 1_000_000).toFixed(1);
  return of === undefined ? `${megabytes(bytes)} MB` : `${megabytes(bytes)} of ${megabytes(of)} MB`;
}

async function tell(deps: Dependencies, report: Result<ImportReport>): Promise<void> {
  if (!report.ok) return tellFailure(deps, report.failure);
  const { sources, skipped, changes } = report.value;
  const titles = sources.map(({ title }) => title);
  const what = titles.length > 3 ? counted(titles.length, 'file') : listed(titles);
  const left = skipped.length === 0 ? '' : ` Skipped ${counted(skipped.length, 'file')}.`;
  const touched = await touchedSentence(deps, changes);
  const [show, back] = ['Show Summary', 'Roll Back'];
  for (const { name, why } of skipped) deps.log.info(`Not imported: ${name} ${why}`);
  const message = `Imported ${what}. ${changesSentence(changes)}${touched}${left}`;
  const chosen = await vscode.window.showInformationMessage(message, show, back);
  if (chosen === show) await showImported();
  if (chosen === back) await rollBack(deps);
}

async function touchedSentence(
  { indexer, knowledge }: Dependencies,
  changes: ImportReport['changes'],
): Promise<string> {
  const loaded = await knowledge.get();
  const { attack, controls } = changedIds(changes);
  if (!loaded.ok || attack.length + controls.length === 0) return '';
  const index = await indexer.get();
  if (!index) return '';
  const places = touchedPlaces(loaded.value, changes, (subject) => index.referencesTo(subject).length);
  return ` ${counted(places, 'reference')} in this workspace affected.`;
}

function tellFailure({ log }: Dependencies, { code, message }: { code: string; message: string }): void {
  if (code === 'cancelled') return;
  log.error(message);
  void vscode.window.showErrorMessage(`${message.replace(/\.?$/, '.')} Nothing was imported.`);
}

async function rollBack({ publisher, log }: Dependencies): Promise<void> {
  const state = await publisher.rollBack();
  if (!state.ok) {
    log.info(state.failure.message);
    void vscode.window.showInformationMessage(state.failure.message);
    return;
  }
  const { current } = state.value;
  const now = current ? `the data imported on ${current.imported.slice(0, 10)}` : 'the bundled data';
  void offerUndo(`Rolled back to ${now}.`, async () => publisher.rollBack());
}

async function offerUndo(message: string, undo: () => Promise<unknown>): Promise<void> {
  const button = 'Undo';
  if ((await vscode.window.showInformationMessage(message, button)) === button) await undo();
}

async function showImported(): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', importedPageUri(), { preview: false });
}
