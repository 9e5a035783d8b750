import * as vscode from 'vscode';
import { at, EXTENSION_ID, fixture, hoverText, until } from '../../support/editor';

const COMPARED = 'vscode.markdown-language-features';

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function activation(id: string): Promise<number> {
  return timed(async () => vscode.extensions.getExtension(id)?.activate());
}

/** Prints, and asserts nothing: `node test/host/run.mjs bench`. */
suite('the time taken by', () => {
  test('activation, the first hover and the next', async () => {
    const ours = await activation(EXTENSION_ID);
    const theirs = await activation(COMPARED);
    const document = await vscode.workspace.openTextDocument(fixture('cloud-access.md'));
    const position = at(document, 'T1021.007');
    const first = await timed(async () =>
      until(
        () => hoverText(document, position),
        (text) => text !== '',
      ),
    );
    const next = await timed(() => hoverText(document, position));
    const ratio = (ours / theirs).toFixed(2);
    console.log(
      `[test] activation ${ours.toFixed(1)} ms; ${COMPARED} ${theirs.toFixed(1)} ms; ratio ${ratio}`,
    );
    console.log(
      `[test] first hover ${first.toFixed(0)} ms, with the data read; the next ${next.toFixed(0)} ms`,
    );
  });
});
