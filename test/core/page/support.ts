import { parsePageName } from '../../../src/core/links/pageAddress';
import { pageBlocks } from '../../../src/core/page/page';
import type { PageScene } from '../../../src/core/page/pageScene';
import type { Block, Run } from '../../../src/core/text/blocks';
import { realKnowledge } from '../../support/knowledge';

const SCENE: PageScene = {
  knowledge: realKnowledge(),
  editionOf: ({ mappingEdition }) => mappingEdition,
  hasPageLinks: true,
};

/** The blocks of the page of `T1021.007` or `IAM-14@4.0`. */
export function page(name: string, scene: Partial<PageScene> = {}): Block[] {
  const target = parsePageName(name);
  if (!target) throw new Error(`${name} names no page`);
  return pageBlocks({ ...SCENE, ...scene }, target);
}

const shown = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** One text a line, heading or row; the cells of a row with ` | ` between, a heading with its `#`. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'table':
        return [block.head.join(' | '), ...block.rows.map((cells) => cells.map(shown).join(' | '))];
      case 'heading':
        return [`${'#'.repeat(block.level)} ${block.text}`];
      case 'quote':
        return block.paragraphs.map((runs) => `> ${shown(runs)}`);
      default:
        return [shown(block.runs)];
    }
  });
}

/** The lines below a heading, up to the next one of its level or above. */
export function section(lines: readonly string[], title: string): string[] {
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.includes(title));
  if (start < 0) return [];
  const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 1;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => (/^#+ /.exec(line)?.[0].trim().length ?? 9) <= level);
  return end < 0 ? rest : rest.slice(0, end);
}

export function hrefsOf(blocks: readonly Block[]): string[] {
  const runs = blocks.flatMap((block) => {
    if (block.kind === 'heading') return [];
    if (block.kind === 'quote') return block.paragraphs.flat();
    return block.kind === 'table' ? block.rows.flat(2) : block.runs;
  });
  return runs.flatMap(({ href }) => href ?? []);
}
