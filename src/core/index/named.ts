import { ATTACK, kindOf, type CanonicalId } from '../identifiers/grammar';
import type { Control, EditionId } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { attackSubject, controlSubject, type Subject } from '../resolution/subject';
import type { Meaning } from './facts';
import type { SubjectSummary, WorkspaceIndex } from './workspaceIndex';

/** The name of what is meant, as its edition calls it; empty where nothing is known of it. */
export function nameOf(knowledge: KnowledgeBase, { id, edition, subject }: Omit<Meaning, 'status'>): string {
  const { attack } = knowledge;
  const framework = knowledge.frameworkOf(id);
  if (edition === undefined || !framework) return attack.has(id) ? attack.name(id) : '';
  const isMeant = (control: Control): boolean => controlSubject(framework.key, control.key) === subject;
  const reading = framework.readings(id).find(({ control }) => isMeant(control));
  const control = framework.byId(edition, id) ?? reading?.control;
  return control && isMeant(control) ? framework.title(control, edition) : '';
}

/** What an id may mean, in the workspace or by the knowledge base, that the workspace names; in no order. */
export function subjectsOfId(
  index: WorkspaceIndex,
  knowledge: KnowledgeBase,
  id: CanonicalId,
  edition?: EditionId,
): SubjectSummary[] {
  return possible(index, knowledge, id, edition).flatMap((subject) => index.subject(subject) ?? []);
}

function possible(
  index: WorkspaceIndex,
  knowledge: KnowledgeBase,
  id: CanonicalId,
  edition: EditionId | undefined,
): Subject[] {
  if (kindOf(id).family === ATTACK) return [attackSubject(id)];
  const framework = knowledge.frameworkOf(id);
  if (!framework) return [];
  const control = edition === undefined ? undefined : framework.byId(edition, id);
  if (control) return [controlSubject(framework.key, control.key)];
  const known = framework.readings(id).map((reading) => controlSubject(framework.key, reading.control.key));
  return [...new Set([...known, ...index.subjectsNamed(id)])];
}
