import assert from 'node:assert/strict';
import { parsePanelMessage } from '../../../../src/core/report/panel/messages';

suite('the messages of the report panel', () => {
  test('are accepted if they are well-formed', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'open', path: 'a.md', line: 0, character: 12 },
      { type: 'references', id: 'T1021.007' },
      { type: 'export', format: 'navigator' },
    ])
      assert.deepEqual(parsePanelMessage({ ...message, more: 1 }), message);
  });

  test('are refused if they are not', () => {
    for (const message of [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'command', command: 'workbench.action.quit' },
      { type: 'open', path: 'a.md', line: -1, character: 0 },
      { type: 'open', path: 'a.md', line: 0.5, character: 0 },
      { type: 'open', path: 'a.md', line: 2 ** 31, character: 0 },
      { type: 'open', path: 'a.md', line: '0', character: 0 },
      { type: 'open', path: ['a.md'], line: 0, character: 0 },
      { type: 'open', path: 'a'.repeat(5000), line: 0, character: 0 },
      { type: 'references', id: 'command:x' },
      { type: 'export', format: 'toString' },
      { type: 'toString' },
    ])
      assert.equal(parsePanelMessage(message), undefined, JSON.stringify(message)?.slice(0, 80));
  });
});
