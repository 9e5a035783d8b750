import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Meaning } from '../index/facts';
import { nameOf } from '../index/named';
import type { Located, SubjectSummary, WorkspaceIndex } from '../index/workspaceIndex';

/** An id as one looks for it in a workspace, and a place to go to. */
export interface WorkspaceSymbol {
  /** `IAM-14 Strong Authentication` */
  readonly name: string;
  /** The edition that numbers it there, or `ATT&CK`. */
  readonly container: string;
  readonly place: Located;
}

/**
 * What the workspace names whose id or name has the letters of the query in their order, upper or lower case alike.
 * Each stands where documents declare it, or where none does, once in each document that names it. An empty query
 * finds nothing: nobody looks for everything.
 */
export function symbolsFor(
  index: WorkspaceIndex,
  knowledge: KnowledgeBase,
  query: string,
  most = 500,
): WorkspaceSymbol[] {
  const wanted = query.replace(/[\s#]+/g, '').toLowerCase();
  if (wanted === '') return [];
  const symbols: WorkspaceSymbol[] = [];
  for (const summary of sorted(index.subjects())) {
    const [main] = summary.meanings;
    if (!main || !summary.meanings.some((meaning) => isWanted(labelOf(knowledge, meaning), wanted))) continue;
    for (const place of placesOf(index, summary)) {
      const { id, edition } = place.meaning;
      const container = knowledge.editionLabel(id, edition);
      symbols.push({ name: labelOf(knowledge, place.meaning), container, place });
      if (symbols.length >= most) return symbols;
    }
  }
  return symbols;
}

/** `IAM-14 Strong Authentication`, or the id alone where it has no name. */
export function labelOf(knowledge: KnowledgeBase, meaning: Omit<Meaning, 'status'>): string {
  return `${meaning.id} ${nameOf(knowledge, meaning)}`.trim();
}

/** By the id that most documents use. */
export function sorted(subjects: readonly SubjectSummary[]): SubjectSummary[] {
  const idOf = ({ meanings }: SubjectSummary): string => meanings[0]?.id ?? '';
  return [...subjects].sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0));
}

function placesOf(index: WorkspaceIndex, { subject }: SubjectSummary): Located[] {
  const all = index.referencesTo(subject);
  const declared = all.filter(({ declares }) => declares);
  if (declared.length > 0) return declared;
  return all.filter(({ uri }, at) => uri !== all[at - 1]?.uri);
}

function isWanted(label: string, letters: string): boolean {
  const text = label.toLowerCase();
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
