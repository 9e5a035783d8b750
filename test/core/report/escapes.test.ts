import assert from 'node:assert/strict';
import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { heading, line } from '../../../src/core/text/blocks';
import { markdownFilePieces } from '../../../src/core/text/renderMarkdown';
import { randomText, seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

const PIECES = [
  ...[
    'a',
    'IAM-14',
    '-',
    '--',
    '(',
    ')',
    '[',
    ']',
    '](https://e.x)',
    '&',
    '&amp;',
    '&#40;',
    'amp;',
    ';',
    '\\',
  ],
  ...['*', '_', '`', '<b>', '<!--', '-->', '|', '#', ' # ', '~', '!', '1.', ' ', '\n', '\t', 'é-', 'www.e.x'],
  ...['https://e.x', 'me@e.x', '$', '+', '=', '>', '{', ':'],
];

suite('Markdown written to a file', () => {
  test('shows any text as it is in another reader of Markdown', () => {
    const random = seeded(5);
    for (let count = 0; count < rounds(200, 20_000); count++) {
      const text = `x ${randomText(random, PIECES, 9)} x`;
      const shown = text.replace(/[\r\n\t]+/g, ' ').replace(/ {2,}/g, ' ');
      const rendered = [...markdownFilePieces([heading(2, text), line(text)])]
        .join('')
        .replace(/ {2,}/g, ' ');
      const { children } = fromMarkdown(rendered, {
        extensions: [gfm()],
        mdastExtensions: [gfmFromMarkdown()],
      });
      assert.deepEqual(
        children.map((block) => [
          block.type,
          block.type === 'heading' || block.type === 'paragraph' ? block.children.map(plain).join('') : '',
        ]),
        [
          ['heading', shown],
          ['paragraph', shown],
        ],
        rendered,
      );
    }
  });
});

/** The value of text, also of an address that the reader makes a link of by itself; anything else shows by its type. */
function plain(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  const [only] = node.type === 'link' ? node.children : [];
  return node.type === 'link' && only?.type === 'text' && node.url.endsWith(only.value)
    ? only.value
    : `<${node.type}>`;
}
