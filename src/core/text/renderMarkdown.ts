import type { Block, Run } from './blocks';

type Escape = (text: string) => string;

/** Markdown for the editor, with icons written as `$(name)`. Every text of the blocks is escaped here, and only here. */
export function renderMarkdown(blocks: readonly Block[], escape: Escape = escapeMarkdown): string {
  return blocks.map((block) => renderBlock(block, escape)).join('\n\n');
}

/**
 * Markdown for a file, that people read as it is: nothing is escaped that would show as itself. In pieces, one after the
 * other: a table may have very many rows.
 */
export function* markdownFilePieces(blocks: readonly Block[]): Generator<string> {
  for (const [at, block] of blocks.entries()) {
    if (at > 0) yield '\n\n';
    if (block.kind === 'table') yield* tablePieces(block.head, block.rows, escapeSparingly);
    else yield renderBlock(block, escapeSparingly);
  }
  yield '\n';
}

function renderBlock(block: Block, escape: Escape): string {
  switch (block.kind) {
    case 'line':
      return renderRuns(block.runs, escape);
    case 'heading':
      return `${'#'.repeat(block.level)} ${escape(block.text)}`;
    case 'notice':
      return `$(${block.icon}) ${renderRuns(block.runs, escape)}`;
    case 'quote':
      return block.paragraphs.map((runs) => `> ${renderRuns(runs, escape)}`).join('\n>\n');
    case 'table':
      return [...tablePieces(block.head, block.rows, escape)].join('');
  }
}

function* tablePieces(
  head: readonly string[],
  rows: readonly (readonly (readonly Run[])[])[],
  escape: Escape,
): Generator<string> {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  yield `${row(head.map(escape))}\n${row(head.map(() => ':--'))}`;
  for (const cells of rows) yield `\n${row(cells.map((runs) => renderRuns(runs, escape)))}`;
}

function renderRuns(runs: readonly Run[], escape: Escape): string {
  return runs.map((run) => renderRun(run, escape)).join('');
}

function renderRun({ text, href, tooltip, style, icon }: Run, escape: Escape): string {
  const shown = styled(text, style, escape);
  const linked = href === undefined ? shown : `[${shown}](${destination(href)}${titled(tooltip, escape)})`;
  if (icon === undefined) return linked;
  return text === '' ? `$(${icon})` : `$(${icon}) ${linked}`;
}

function styled(text: string, style: Run['style'], escape: Escape): string {
  switch (style) {
    case 'strong':
      return `**${escape(text)}**`;
    case 'emphasis':
      return `_${escape(text)}_`;
    case 'code':
      return `\`${inSight(text.replace(/[`|\r\n]/g, ' '))}\``;
    case undefined:
      return escape(text);
  }
}

/** Web addresses, our own commands, and paths that stay where the text is; anything else is left out. */
function destination(href: string): string {
  if (!/^(?:https:\/\/|command:controlLens\.|\.?\/(?!\/))/.test(href)) return '';
  return href.replace(
    /[\s<>()\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function titled(tooltip: string | undefined, escape: Escape): string {
  return tooltip === undefined ? '' : ` "${escape(tooltip).replace(/"/g, '&quot;')}"`;
}

/** Nothing that steers a terminal, or turns what follows around. */
function inSight(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** The text as Markdown that shows it as it is: no markup, no HTML, no icon, no line of its own. */
export function escapeMarkdown(text: string): string {
  return inSight(text.replace(/[\r\n\t]+/g, ' '))
    .replace(/[\\`*_{}[\]()#+!|~<>$-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/(?<=https?|ftp|mailto):|(?<=www)\./gi, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * The same, without what is not needed: a hyphen inside a word, a parenthesis (brackets are escaped, so that it opens no
 * link), and `&` where no entity begins.
 */
function escapeSparingly(text: string): string {
  return escapeMarkdown(text)
    .replace(/(?<=[\p{L}\p{N}])\\-|\\([()])/gu, (escaped) => escaped.slice(1))
    .replace(/&amp;(?![#\w]+;)/g, '&');
}

/** Markdown that is read as text, not only rendered: a hyphen within a word and the name ATT&CK need no mark. */
export function renderReadable(blocks: readonly Block[]): string {
  return renderMarkdown(blocks)
    .replace(/(?<=[A-Za-z0-9])\\-(?=[A-Za-z0-9])/g, '-')
    .replaceAll('ATT&amp;CK', 'ATT&CK');
}
