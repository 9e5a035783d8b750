import * as vscode from 'vscode';
import type { EditionOf } from '../../core/knowledge/knowledgeBase';
import { pagePath, parsePagePath, type PageTarget } from '../../core/links/pageAddress';
import { importedBlocks } from '../../core/page/importedPage';
import { textKeys } from '../../core/page/textKeys';
import { pageBlocks } from '../../core/page/page';
import type { PagePlace, PageScene } from '../../core/page/pageScene';
import type { Subject } from '../../core/resolution/subject';
import { markdownFilePieces } from '../../core/text/renderMarkdown';
import { PAGE_SCHEME } from '../contributions';
import type { Dependencies } from '../dependencies';

/** The reading page of an ID as a document of the editor, which package.json associates with the Markdown preview. */
export function readingPageUri(target: PageTarget): vscode.Uri {
  return vscode.Uri.from({ scheme: PAGE_SCHEME, path: pagePath(target) });
}

const IMPORTED_PATH = '/publisher-texts.md';

/** The page of what was imported. */
export function importedPageUri(): vscode.Uri {
  return vscode.Uri.from({ scheme: PAGE_SCHEME, path: IMPORTED_PATH });
}

/** Serves the reading pages, and renews those that are open when the workspace or the settings change. */
export function registerReadingPages(deps: Dependencies): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const renew = (): void => {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === PAGE_SCHEME) changed.fire(uri);
    }
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async ({ path }) => pageText(deps, path),
    }),
    deps.indexer.onDidChange(renew),
    deps.settings.onDidChange(renew),
    deps.knowledge.onDidChange(renew),
  );
}

async function pageText(deps: Dependencies, path: string): Promise<string> {
  const target = parsePagePath(path);
  if (!target && path !== IMPORTED_PATH) return 'Control Lens has no page of this name.';
  const loaded = await deps.knowledge.get();
  if (!loaded.ok) return "Control Lens couldn't read its data.";
  const { enabledFrameworks } = deps.settings.forWorkspace();
  const knowledge = loaded.value.only(enabledFrameworks);
  const scene = sceneOf(deps, knowledge);
  const blocks = target
    ? pageBlocks({ ...scene, texts: await textsOf(deps, knowledge, target) }, target)
    : importedBlocks(scene, await deps.publisher.state());
  return [...markdownFilePieces(blocks)].join('');
}

async function textsOf(
  { publisher }: Dependencies,
  knowledge: PageScene['knowledge'],
  target: PageTarget,
): Promise<PageScene['texts']> {
  const keys = textKeys(knowledge, target);
  return keys && publisher.textsOf(keys);
}

function sceneOf(deps: Dependencies, knowledge: PageScene['knowledge']): PageScene {
  const { frameworks } = deps.settings.forWorkspace();
  const editionOf: EditionOf = ({ key, mappingEdition }) => {
    const setting = frameworks[key]?.edition ?? 'auto';
    return setting === 'auto' ? mappingEdition : setting;
  };
  const placesOf = (subject: Subject): PagePlace[] => placesIn(deps, subject);
  // what was read before a setting changed still says more than nothing
  const placed = deps.indexer.current.size > 0 ? { placesOf } : {};
  return { knowledge, editionOf, hasPageLinks: true, ...placed };
}

function placesIn({ indexer, paths }: Dependencies, subject: Subject): PagePlace[] {
  return indexer.current.referencesTo(subject).map(({ uri, range }) => {
    const line = range.start.line + 1;
    return { path: paths.pathOf(uri), line, href: hrefOf(vscode.Uri.parse(uri), line) };
  });
}

/** The preview finds a path from the root in the first folder of the workspace. */
function hrefOf(uri: vscode.Uri, line: number): string | undefined {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  if (!root || vscode.workspace.getWorkspaceFolder(uri) !== root) return undefined;
  const path = vscode.workspace.asRelativePath(uri, false);
  return `/${path.split('/').map(encodeURIComponent).join('/')}#L${line}`;
}
