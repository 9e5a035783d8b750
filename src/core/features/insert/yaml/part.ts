import type { Analysis } from '../../../analysis/analysis';

/** The whole document, or the front matter of Markdown. */
export function yamlPart({ document }: Analysis): { readonly text: string; readonly base: number } {
  if (document.kind !== 'markdown') return { text: document.text, base: 0 };
  const { lines } = document;
  const base = lines.startOf(1);
  const closing = lines.startOf(lines.lineAt(document.structure.contentStart - 1));
  return { text: document.text.slice(base, closing), base };
}
