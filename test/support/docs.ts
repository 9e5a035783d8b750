import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, projectText } from './manifest';

/** The pages of `docs/`: their text, by path in the project. */
export function docsPages(): ReadonlyMap<string, string> {
  const names = readdirSync(path.join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' });
  const pages = names
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.split(path.sep).join('/')}`);
  return new Map(pages.map((page) => [page, projectText(page)]));
}

/** What the links of a page lead to; examples in code are none. */
export function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}

/** The anchors of a page's headings, as GitHub and VS Code make them. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
