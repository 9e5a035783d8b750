import { languageOfName } from '../../src/core/documents/languages';
import { factsOf } from '../../src/core/index/facts';
import { WorkspaceIndex, type Located } from '../../src/core/index/workspaceIndex';
import { analysisOf } from './findings';

/** The language that the names of test documents tell. */
export function languageOf(name: string): string {
  return languageOfName(name) ?? 'markdown';
}

/** An index of documents by their names. */
export function indexOf(documents: Readonly<Record<string, string>>): WorkspaceIndex {
  const index = new WorkspaceIndex();
  for (const [name, text] of Object.entries(documents)) put(index, name, text);
  return index;
}

export function put(index: WorkspaceIndex, name: string, text: string): void {
  index.set(name, factsOf(analysisOf(languageOf(name), text)));
}

/** `a.md:3 IAM-14`, lines from zero. */
export function placeOf({ uri, range, meaning }: Located): string {
  return `${uri}:${range.start.line} ${meaning.id}`;
}
