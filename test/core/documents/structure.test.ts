import assert from 'node:assert/strict';
import type { List, ListItem as MdastItem, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { isMap, isScalar, isSeq, parseAllDocuments, type Node } from 'yaml';
import { PolicyDocument } from '../../../src/core/documents/document';
import type { DataNode, Structure } from '../../../src/core/documents/place';
import { MarkdownWriter } from '../../support/markdown/writer';
import { unmark } from '../../support/marked';
import { seeded } from '../../support/random';
import { rounds } from '../../support/rounds';
import { YamlWriter } from '../../support/yamlWriter';

interface Asked {
  readonly structure: Structure;
  readonly text: string;
  readonly at: number;
}

/** The structure of a text, and the offset of the first mark in it. */
function asked(languageId: string, marked: string): Asked {
  const { text, marks } = unmark(marked);
  return { structure: new PolicyDocument(text, languageId).structure, text, at: marks[0]?.span.start ?? 0 };
}

function source({ text }: Asked, span: { readonly start: number; readonly end: number } | undefined): string {
  return span ? text.slice(span.start, span.end) : 'nothing';
}

suite('list items', () => {
  const nested = '- one\n  goes on\n  - ⟦two⟧\n\n    more\n- three\n';

  test('reach to the end of what is nested in them', () => {
    const doc = asked('markdown', nested);
    const item = doc.structure.listItemAt(doc.at);
    assert.equal(source(doc, item), '- two\n\n    more');
    assert.equal(source(doc, item?.content), 'two');
    assert.deepEqual([item?.mark, item?.indent, item?.firstLine, item?.lastLine], ['-', 2, 2, 4]);
    assert.equal(source(doc, item?.parent), '- one\n  goes on\n  - two\n\n    more');
    assert.equal(source(doc, item?.parent?.content), 'one\n  goes on');
    assert.equal(item?.parent?.parent, undefined);
  });

  test('in quotes and with numbers', () => {
    const doc = asked('markdown', '> 12. ⟦a⟧\n>     b\n\nc\n');
    const item = doc.structure.listItemAt(doc.at);
    assert.equal(source(doc, item), '12. a\n>     b');
    assert.deepEqual([item?.mark, item?.indent], ['12.', 2]);
  });

  test('are left by a blank line and a paragraph at the margin', () => {
    const doc = asked('markdown', '- a\n\n⟦b⟧\n');
    assert.equal(doc.structure.listItemAt(doc.at), undefined);
  });

  test('of AsciiDoc nest by their marks, and take attached blocks in', () => {
    const doc = asked('asciidoc', '* one\n** ⟦two⟧\nmore\n+\n----\ncode\n----\n* three\n');
    const item = doc.structure.listItemAt(doc.at);
    assert.equal(source(doc, item), '** two\nmore\n+\n----\ncode\n----');
    assert.equal(source(doc, item?.content), 'two\nmore');
    assert.equal(item?.mark, '**');
    assert.equal(item?.parent?.mark, '*');
    assert.equal(item?.parent?.lastLine, 6);
  });

  test("agree with mdast's on random documents", () => {
    const writer = new MarkdownWriter(seeded(12));
    let items = 0;
    for (let round = 0; round < rounds(300, 10_000); round++) {
      const text = writer.document().replace(/^(?:---|\+\+\+)/, 'x');
      const { structure, lines } = new PolicyDocument(text, 'markdown');
      for (const { item, parent, next } of mdastItems(text)) {
        const found = structure.listItemAt(offsetOf(item, 'start'));
        items++;
        const { mark, first, last } = mdastFacts(item, next, text);
        assert.equal(`${found?.start} ${found?.mark}`, mark, text);
        assert.ok(found && first <= found.lastLine && found.lastLine <= last, `${mark} in\n${text}`);
        assert.equal(found?.parent?.start, parent && offsetOf(parent, 'start'), text);
        assert.equal(lines.lineAt(found?.end ?? 0), found?.lastLine);
      }
    }
    assert.ok(items > 300);
  });
});

/**
 * In a quote, mdast takes the blank lines below an item in; and in one that ends in an open block of code, the mark of the
 * next item.
 */
const BLANK_END = /(?:(?:\r\n|\r|\n)[ \t>]*)+$/;

interface MdastFacts {
  readonly mark: string;
  /** The last line, without blank lines in quotes and with them: those in a block of code are its own. */
  readonly first: number;
  readonly last: number;
}

function mdastFacts(item: MdastItem, next: MdastItem | undefined, text: string): MdastFacts {
  const start = offsetOf(item, 'start');
  const mark = /^(?:[-*+]|\d+[.)])/.exec(text.slice(start))?.[0] ?? '';
  const own = text.slice(
    start,
    Math.min(offsetOf(item, 'end'), next ? offsetOf(next, 'start') : text.length),
  );
  const before = (item.position?.start.line ?? 1) - 2;
  const [first = 0, last = 0] = [own.replace(BLANK_END, ''), own].map(
    (each) => before + each.split(/\r\n|\r|\n/).length,
  );
  return { mark: `${start} ${mark}`, first, last };
}

function offsetOf(node: Nodes, side: 'start' | 'end'): number {
  return node.position?.[side].offset ?? 0;
}

interface Found {
  readonly item: MdastItem;
  readonly parent: MdastItem | undefined;
  readonly next: MdastItem | undefined;
}

function* mdastItems(text: string): Generator<Found> {
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  yield* itemsIn(root, undefined);
}

function* itemsIn(node: Nodes, parent: MdastItem | undefined): Generator<Found> {
  if (!('children' in node)) return;
  for (const [index, child] of node.children.entries()) {
    if (child.type === 'listItem') yield { item: child, parent, next: (node as List).children[index + 1] };
    yield* itemsIn(child, child.type === 'listItem' ? child : parent);
  }
}

suite('sections and paragraphs', () => {
  const text = 'a\n\n# One\n\nb\nc\n\n## Two\n\nd\n\n# Three\n';

  for (const [name, marked, section, paragraph] of [
    ['above the first heading', text.replace('a', '⟦a⟧'), 'a\n\n', 'a'],
    ['with those below it', text.replace('b', '⟦b⟧'), '# One\n\nb\nc\n\n## Two\n\nd\n\n', 'b\nc'],
    ['of a deeper heading', text.replace('d', '⟦d⟧'), '## Two\n\nd\n\n', 'd'],
    ['of the last heading', text.replace('# Three', '⟦# Three⟧'), '# Three\n', 'nothing'],
  ] as const)
    test(`a section ${name}`, () => {
      const doc = asked('markdown', marked);
      assert.equal(source(doc, doc.structure.sectionAt(doc.at)), section);
      assert.equal(source(doc, doc.structure.paragraphAt(doc.at)), paragraph);
    });

  test('of AsciiDoc', () => {
    const doc = asked('asciidoc', '== One\n\n⟦a⟧\nb\n\n=== Two\n\nc\n\n== Three\n');
    assert.equal(source(doc, doc.structure.sectionAt(doc.at)), '== One\n\na\nb\n\n=== Two\n\nc\n\n');
    assert.equal(source(doc, doc.structure.paragraphAt(doc.at)), 'a\nb');
  });
});

suite('rows of tables', () => {
  for (const [name, languageId, marked] of [
    ['with pipes', 'markdown', '| A | B | C |\n| - | - | - |\n| 1 | ⟦2⟧ | |\n| 3 | 4 | 5 |\n'],
    ['of HTML', 'markdown', '<table>\n<tr><th>A<th>B<th>C\n<tr><td>1<td>⟦2⟧<td>\n<tr><td>3\n</table>\n'],
    [
      'of AsciiDoc',
      'asciidoc',
      '[cols="1,1,1",options="header"]\n|===\n|A |B |C\n\n|1\n|⟦2⟧\n|\n|3 |4 |5\n|===\n',
    ],
  ] as const)
    test(`${name} have all their cells`, () => {
      const doc = asked(languageId, marked);
      const row = doc.structure.rowAt(doc.at);
      assert.deepEqual(
        row?.cells.map((cell) => [source(doc, cell), cell.column, cell.header, cell.rowLabel]),
        [
          ['1', 0, 'A', ''],
          ['2', 1, 'B', '1'],
          ['', 2, 'C', '1'],
        ],
      );
    });

  test('are none outside of tables', () => {
    const doc = asked('markdown', '⟦a⟧ | b\n');
    assert.equal(doc.structure.rowAt(doc.at), undefined);
  });
});

suite('nodes of YAML', () => {
  const cases: readonly (readonly [name: string, marked: string, node: string, kind: string])[] = [
    ['a scalar', 'a: ⟦x⟧\nb: 1\n', 'a: x', 'scalar'],
    ['a key itself', '⟦a⟧: x\nb: 1\n', 'a: x', 'scalar'],
    ['a block scalar', 'a: |\n  ⟦x⟧\n\n  y\n\nb: 1\n', 'a: |\n  x\n\n  y', 'scalar'],
    ['a mapping', '⟦a⟧:\n  b: 1\n  c: 2\n# d\ne: 1\n', 'a:\n  b: 1\n  c: 2', 'mapping'],
    [
      'a block sequence',
      '⟦a⟧:\n- x\n# at the margin\n- y\nb: 1\n',
      'a:\n- x\n# at the margin\n- y',
      'block-sequence',
    ],
    ['an item', 'a:\n  - b: 1\n   ⟦ ⟧c: 2\n  - d: 1\n', '- b: 1\n    c: 2', 'mapping'],
    ['a flow sequence', '⟦a⟧: [x, y] # z\n', 'a: [x, y] # z', 'flow-sequence'],
    ['one on the lines below', '⟦a⟧:\n  [\n    x,\n  ]\nb: 1\n', 'a:\n  [\n    x,\n  ]', 'flow-sequence'],
    ['a flow mapping', '⟦a⟧: {b: 1,\n  c: 2}\n', 'a: {b: 1,\n  c: 2}', 'mapping'],
    ['a key in a flow mapping', 'a: {b: [⟦x⟧, y], c: 2}\n', 'b: [x, y]', 'flow-sequence'],
    ['an item in a flow sequence', 'a: [{b: x,⟦ ⟧c: 2 }, {d: 1}]\n', '{b: x, c: 2 }', 'mapping'],
  ];
  for (const [name, marked, expected, kind] of cases)
    test(`${name} with all that it holds`, () => {
      const doc = asked('yaml', marked);
      const node = doc.structure.nodeAt(doc.at);
      assert.equal(source(doc, node), expected);
      assert.equal(node?.kind, kind);
    });

  test('know the node around them', () => {
    const doc = asked('yaml', 'a:\n  - b: {c: ⟦x⟧}\n');
    const names: string[] = [];
    for (let node: DataNode | undefined = doc.structure.nodeAt(doc.at); node; node = node.parent)
      names.push(node.key.name);
    assert.deepEqual(names, ['c', 'b', '', 'a']);
  });

  test("are of the kind and begin and end as the yaml package's on random documents", () => {
    const writer = new YamlWriter(seeded(8));
    let count = 0;
    for (let round = 0; round < rounds(300, 10_000); round++) {
      const text = writer.document();
      const { structure, lines } = new PolicyDocument(text, 'yaml');
      for (const { key, value } of pairsOf(text)) {
        const node = structure.nodeAt(key);
        count++;
        assert.equal(node?.start, key, text);
        assert.equal(node?.kind, kindOf(value, text), `${lines.lineAt(key)} of\n${text}`);
        assert.equal(
          lines.lineAt(node?.end ?? 0),
          lines.lineAt(endOf(value, text)),
          `end of ${key} in\n${text}`,
        );
      }
    }
    assert.ok(count > 1000);
  });
});

interface Pair {
  readonly key: number;
  readonly value: Node;
}

function pairsOf(text: string): Pair[] {
  const pairs: Pair[] = [];
  const visit = (node: unknown): void => {
    if (isSeq(node)) for (const item of node.items) visit(item);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (isScalar(key) && key.range && (isScalar(value) || isMap(value) || isSeq(value)) && value.range)
        pairs.push({ key: key.range[0], value });
      visit(value);
    }
  };
  for (const document of parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false }))
    if ('contents' in document && document.errors.length === 0) visit(document.contents);
    else return [];
  return pairs;
}

function kindOf(node: Node, text: string): string {
  if (isSeq(node)) return text[node.range?.[0] ?? 0] === '[' ? 'flow-sequence' : 'block-sequence';
  return isMap(node) ? 'mapping' : 'scalar';
}

/** Without the space, the line ends and the comments behind it. */
function endOf(node: Node, text: string): number {
  if (isMap(node) && !node.flow) return endOf(lastOf(node.items.at(-1)?.value, node), text);
  if (isSeq(node) && !node.flow) return endOf(lastOf(node.items.at(-1), node), text);
  const [start = 0, end = 0] = node.range ?? [];
  return start + text.slice(start, end).trimEnd().length;
}

function lastOf(value: unknown, node: Node): Node {
  return isMap(value) || isSeq(value) || isScalar(value) ? value : node;
}
