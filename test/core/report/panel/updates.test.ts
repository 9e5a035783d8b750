import assert from 'node:assert/strict';
import {
  MAX_AT_ONCE,
  parsePanelUpdate,
  PieceReader,
  updatesOf,
  type PanelUpdate,
} from '../../../../src/core/report/panel/updates';

/** As the editor hands them over: by way of JSON. */
function sent(body: string): PanelUpdate[] {
  return [...updatesOf(body)].flatMap((update) => {
    const read: unknown = JSON.parse(JSON.stringify(update));
    return parsePanelUpdate(read) ?? [];
  });
}

suite('an update of the report panel', () => {
  test('comes in pieces, and is put together again', () => {
    for (const body of ['', 'short', 'x'.repeat(MAX_AT_ONCE), '🛡️'.repeat(MAX_AT_ONCE)]) {
      const reader = new PieceReader();
      const pieces = sent(body);
      assert.ok(pieces.every(({ piece }) => piece.length <= MAX_AT_ONCE));
      assert.equal(pieces.length, Math.max(1, Math.ceil(body.length / MAX_AT_ONCE)));
      const read = pieces.map((piece) => reader.read(piece));
      assert.deepEqual(read.slice(0, -1), Array(pieces.length - 1).fill(undefined));
      assert.ok(read.at(-1) === body);
    }
  });

  test('leaves nothing behind if a newer one takes its place', () => {
    const reader = new PieceReader();
    const [first] = sent('old'.repeat(MAX_AT_ONCE));
    assert.equal(first && reader.read(first), undefined);
    assert.deepEqual(
      sent('new').map((piece) => reader.read(piece)),
      ['new'],
    );
    const rest = sent('old'.repeat(MAX_AT_ONCE)).slice(1);
    assert.ok(rest.every((piece) => reader.read(piece) === undefined));
  });

  test('is ignored if it is malformed', () => {
    for (const value of [undefined, null, 'update', [], { type: 'update' }, { type: 'ready', piece: '' }])
      assert.equal(parsePanelUpdate(value), undefined);
    assert.equal(parsePanelUpdate({ type: 'update', piece: 1, isFirst: true, isLast: true }), undefined);
  });
});
