import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, codeActions, pause, until, write } from '../support/editor';

const TABLE = '| Technique | CCM controls |\n| --- | --- |\n| T1021.007 | IAM-10, GRC-03 |\n';
const FULL = TABLE.replace('GRC-03', 'GRC-03, IAM-09, IAM-11, IAM-14, IAM-16, IPY-02, IPY-03');

function run(command: string, ...values: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`controlLens.${command}`, ...values);
}

/** Puts the cursor into the words. */
function putCursor(document: vscode.TextDocument, words: string): void {
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document, document);
  const position = at(document, words);
  editor.selection = new vscode.Selection(position, position);
}

async function expectText(document: vscode.TextDocument, text: string): Promise<void> {
  await until(
    () => document.getText(),
    (now) => now === text,
  );
}

async function undo(document: vscode.TextDocument, text: string): Promise<void> {
  await vscode.commands.executeCommand('undo');
  await expectText(document, text);
}

/** Goes down the list that is open, ticks or unticks the lines told, and accepts. Nothing is focused at first. */
async function tick(...lines: readonly number[]): Promise<void> {
  await pause(1000);
  for (let line = 0; line <= Math.max(...lines); line++) {
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    if (lines.includes(line)) await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
  }
  await pause(300);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

suite('inserting mapped controls', () => {
  teardown(closeAll);

  test('writes all missing controls by a code action, in one undo step', async () => {
    const document = await write(TABLE);
    const position = at(document, 'T1021.007');
    const title = 'Insert all 6 mapped controls not cited here';
    const actions = await until(
      () => codeActions(document, new vscode.Range(position, position)),
      (list) => list.some((action) => action.title === title),
    );
    assert.ok(actions.some((action) => action.title === 'Insert mapped controls…'));
    const command = actions.find((action) => action.title === title)?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await expectText(document, FULL);
    await undo(document, TABLE);
  });

  test('writes the controls that are selected in the list', async () => {
    const document = await write(TABLE);
    putCursor(document, 'T1021.007');
    const done = run('insertControls');
    await tick(0, 1);
    await done;
    await expectText(document, TABLE.replace('GRC-03', 'GRC-03, IAM-09, IAM-11'));
    await undo(document, TABLE);
  });

  test('writes into the parenthesis of a sentence, and into a cell next to escaped pipes', async () => {
    const all = 'IAM-13, IAM-09, IAM-10, IAM-11, IAM-15, IPY-02, IPY-03';
    const texts = [
      'ATT&CK T1021.007 (CCM 4.1 IAM-13) is watched.',
      '| Technique | Note | CCM 4.1 |\n| --- | --- | --- |\n| T1021.007 | a \\| b | IAM-13 |\n',
    ];
    for (const text of texts) {
      const document = await write(text);
      putCursor(document, 'T1021.007');
      await run('insertAllControls');
      await expectText(document, text.replace('IAM-13', all));
      await undo(document, text);
    }
  });

  test('asks for the framework in a document that cites none, and takes the second', async () => {
    const text = '# Controls of the framework\n\nATT&CK T1021.007 is watched.\n';
    const document = await write(text);
    putCursor(document, 'T1021.007');
    const done = run('insertAllControls');
    await pause(1000);
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await pause(300);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    const now = await until(
      () => document.getText(),
      (each) => each !== text,
    );
    assert.match(now, /NIST SP 800-53 AC-2, AC-3, AC-5, AC-6, AC-20, IA-2, IA-5/);
    await undo(document, text);
  });

  test('continues in the framework that the document cites', async () => {
    const text = '# NIST SP 800-53\n\nATT&CK T1021.007 (AC-2, AC-3) is watched.\n';
    const document = await write(text);
    putCursor(document, 'T1021.007');
    await run('insertAllControls');
    await expectText(document, text.replace('AC-3', 'AC-3, AC-5, AC-6, AC-20, IA-2, IA-5'));
    await undo(document, text);
  });

  test('takes the technique of the line for the command that inserts all', async () => {
    const text =
      'framework: CSA CCM\nthreats:\n  - technique: T1021.007 # here\n    controls:\n      - "IAM-10"\n';
    const document = await write(text, 'yaml');
    putCursor(document, 'here');
    await run('insertAllControls');
    const more = ['IAM-09', 'IAM-11', 'IAM-14', 'IAM-16', 'IPY-02', 'IPY-03'];
    await expectText(document, text + more.map((id) => `      - "${id}"\n`).join(''));
    await undo(document, text);
  });

  test('opens the list by the second lens', async () => {
    const document = await write(`# Access\n\n${TABLE}`);
    const lenses = await until(
      () =>
        vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          100,
        ),
      (list) => list.some(({ command }) => command?.title === 'Insert mapped controls'),
    );
    const command = lenses.find((lens) => lens.command?.title === 'Insert mapped controls')?.command;
    assert.ok(command);
    const done = vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await tick(0);
    await done;
    await expectText(document, `# Access\n\n${TABLE.replace('GRC-03', 'GRC-03, IAM-09')}`);
    await undo(document, `# Access\n\n${TABLE}`);
  });

  test("keeps cited controls selected and doesn't write them again", async () => {
    const document = await write(TABLE);
    putCursor(document, 'T1021.007');
    const done = run('insertControls');
    await tick(6);
    await done;
    assert.equal(document.getText(), TABLE);
  });

  test('writes techniques at a control', async () => {
    const document = await write('- control: CCM IAM-08\n  techniques: [T1528]\n', 'yaml');
    putCursor(document, 'IAM-08');
    const done = run('insertTechniques');
    await tick(0);
    await done;
    await expectText(document, '- control: CCM IAM-08\n  techniques: [T1528, T1530]\n');
  });

  test('keeps line endings', async () => {
    const document = await write('ATT&CK T1021.007.\n\nMore.\n');
    await vscode.window.activeTextEditor?.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    putCursor(document, 'T1021.007');
    await run('insertAllControls', undefined, undefined, 'ccm');
    await until(
      () => document.getText(),
      (text) => text.includes('\r\n\r\nMitigating controls: IAM-09, '),
    );
    assert.doesNotMatch(document.getText(), /(?<!\r)\n/);
  });

  test('leaves a list that is an alias alone', async () => {
    const text = '- &a [IAM-07]\n- technique: T1021.007\n  controls: *a\n';
    const document = await write(text, 'yaml');
    putCursor(document, 'T1021.007');
    await run('insertAllControls', undefined, undefined, 'ccm');
    assert.equal(document.getText(), text);
  });
});
