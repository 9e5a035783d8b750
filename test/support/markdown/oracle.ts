import type { Nodes, Parents, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Span } from '../../../src/core/text/span';

/** What a document is made of, in words that compare well; each fact begins with its line. */
export interface MarkdownFacts {
  /** `3: 2 Access control` */
  readonly headings: string[];
  /** `7: 1 120-126 Controls / Login`: column, range, header and label of the row. */
  readonly cells: string[];
  /** The lines of code that are not blank. */
  readonly code: number[];
  /** `4: 80-95` */
  readonly comments: string[];
  /** `9: CCM controls:`, for each line that begins an item or holds text; nothing after the colon outside of items. */
  readonly leadIns: string[];
}

/** The same facts, as micromark and mdast read the document. */
export function oracleFacts(text: string): MarkdownFacts {
  const root = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml', 'toml'])],
  });
  return new Oracle(text, root).facts;
}

/** A stretch of several lines in one, without the marks of containers between them. */
export function oneLine(text: string): string {
  return text.replace(/[\s>]+/g, ' ').trim();
}

class Oracle {
  readonly facts: MarkdownFacts = { headings: [], cells: [], code: [], comments: [], leadIns: [] };
  private readonly leadIns = new Map<number, string>();

  constructor(
    private readonly text: string,
    root: Root,
  ) {
    this.visit(root, undefined);
    for (const [line, leadIn] of [...this.leadIns].sort(([a], [b]) => a - b))
      this.facts.leadIns.push(`${line}: ${oneLine(leadIn)}`);
  }

  private visit(node: Nodes, leadIn: string | undefined): void {
    if (node.type === 'heading') this.heading(node.depth, node);
    else if (node.type === 'table') this.table(node);
    else if (node.type === 'code') this.code(node);
    else if (node.type === 'html') this.html(node);
    else if (node.type === 'paragraph') this.lead(node, leadIn);
    if (!('children' in node)) return;
    for (const child of node.children) {
      if (child.type !== 'list') {
        this.visit(child, node.type === 'footnoteDefinition' ? undefined : leadIn);
        continue;
      }
      const itsLeadIn = this.leadInOf(node, child);
      for (const item of child.children) {
        this.leadIns.set(lineOf(item), itsLeadIn ?? '');
        this.visit(item, itsLeadIn);
      }
    }
  }

  private heading(depth: number, node: Parents): void {
    const [first, last] = [node.children[0], node.children.at(-1)];
    const title = first && last ? this.text.slice(spanOf(first).start, spanOf(last).end) : '';
    this.facts.headings.push(`${lineOf(node)}: ${depth} ${oneLine(title)}`);
  }

  private table({ children: [head, ...rows] }: Table): void {
    const headers = head?.children.map((cell) => this.cellText(cell)) ?? [];
    for (const row of head ? [head, ...rows] : []) {
      const label = row.children[0] && row !== head ? this.cellText(row.children[0]) : '';
      for (const [column, cell] of row.children.entries()) {
        const { start, end } = this.cellSpan(cell);
        if (start === end) continue;
        const header = row === head ? '' : (headers[column] ?? '');
        this.facts.cells.push(
          `${lineOf(row)}: ${column} ${start}-${end} ${header} / ${column > 0 ? label : ''}`,
        );
      }
    }
  }

  private cellText(cell: Nodes): string {
    const { start, end } = this.cellSpan(cell);
    return this.text.slice(start, end);
  }

  /** mdast counts the pipes to the cell, and an escaped pipe is text. */
  private cellSpan(cell: Nodes): Span {
    const { start, end } = spanOf(cell);
    const inner = /^\|?\s*((?:\\.|[^|\\]|\\$)*?)\s*\|?\s*$/s.exec(this.text.slice(start, end));
    const source = inner?.[1] ?? '';
    const from = start + (inner?.[0].indexOf(source, inner[0].startsWith('|') ? 1 : 0) ?? 0);
    return { start: from, end: from + source.length };
  }

  private code(node: Nodes): void {
    const lines = this.text.split(/\r\n|\r|\n/);
    const end = node.position?.end ?? { line: 0, column: 0 };
    for (let line = lineOf(node); line < (end.column > 1 ? end.line : end.line - 1); line++)
      if (lines[line]?.replace(/^[\s>]*/, '')) this.facts.code.push(line);
  }

  private html(node: Nodes): void {
    const { start, end } = spanOf(node);
    for (const match of this.text.slice(start, end).matchAll(/<!--(?:-?>|[\s\S]*?(?:-->|$))/g)) {
      const at = start + match.index;
      this.facts.comments.push(`${at}-${at + match[0].trimEnd().length}`);
    }
  }

  /** Each line of a paragraph in an item is led in as the item. */
  private lead(node: Nodes, leadIn: string | undefined): void {
    if (leadIn === undefined) return;
    for (let line = lineOf(node); line < (node.position?.end.line ?? 0); line++)
      this.leadIns.set(line, leadIn);
  }

  /** The paragraph before the list, with nothing between but lists, code, HTML and quotes; else the item around it. */
  private leadInOf(parent: Parents, list: Nodes): string | undefined {
    const before = parent.children.slice(0, parent.children.indexOf(list as never)) as Nodes[];
    for (const node of before.toReversed()) {
      if (node.type === 'paragraph') {
        const start = lineOf(node) === lineOf(parent) && parent.type === 'listItem' ? parent : node;
        return this.text.slice(spanOf(start).start, spanOf(node).end);
      }
      if (['heading', 'table', 'thematicBreak'].includes(node.type)) return undefined;
    }
    if (parent.type !== 'listItem') return undefined;
    return /^[^\r\n]*/.exec(this.text.slice(spanOf(parent).start))?.[0];
  }
}

function lineOf(node: Nodes): number {
  return (node.position?.start.line ?? 0) - 1;
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
