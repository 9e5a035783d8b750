import type { Block, Run } from './blocks';

/** Markdown for the editor, with icons written as `$(name)`. Every text of the blocks is escaped here, and only here. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).join('\n\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'line':
      return renderRuns(block.runs);
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'notice':
      return `$(${block.icon}) ${renderRuns(block.runs)}`;
    case 'rule':
      return '---';
    case 'table':
      return renderTable(block.head, block.rows);
  }
}

function renderTable(head: readonly string[], rows: readonly (readonly (readonly Run[])[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(head.map(escapeMarkdown)),
    row(head.map(() => ':--')),
    ...rows.map((cells) => row(cells.map(renderRuns))),
  ].join('\n');
}

function renderRuns(runs: readonly Run[]): string {
  return runs.map(renderRun).join('');
}

function renderRun({ text, href, tooltip, style, icon }: Run): string {
  const shown = styled(text, style);
  const linked = href === undefined ? shown : `[${shown}](${destination(href)}${titled(tooltip)})`;
  if (icon === undefined) return linked;
  return text === '' ? `$(${icon})` : `$(${icon}) ${linked}`;
}

function styled(text: string, style: Run['style']): string {
  switch (style) {
    case 'strong':
      return `**${escapeMarkdown(text)}**`;
    case 'emphasis':
      return `_${escapeMarkdown(text)}_`;
    case 'code':
      return `\`${text.replace(/[`|\r\n]/g, ' ')}\``;
    case undefined:
      return escapeMarkdown(text);
  }
}

/** Web addresses and commands only; anything else is left out. */
function destination(href: string): string {
  if (!/^(?:https:\/\/|command:controlLens\.)/.test(href)) return '';
  return href.replace(
    /[\s<>()\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function titled(tooltip: string | undefined): string {
  return tooltip === undefined ? '' : ` "${escapeMarkdown(tooltip).replace(/"/g, '&quot;')}"`;
}

/** The text as Markdown that shows it as it is: no markup, no HTML, no icon, no line of its own. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|~<>$-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/(?<=\b(?:https?|ftp|mailto)):|(?<=\bwww)\./gi, (mark) => `&#${mark.charCodeAt(0)};`);
}
