import { kindOf, type CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { attackSubject, controlSubject, type Subject } from '../resolution/subject';
import type { Meaning } from './facts';
import type { SubjectSummary, WorkspaceIndex } from './workspaceIndex';

/** The name of what is meant, as its edition calls it; empty where nothing is known of it. */
export function nameOf(
  { attack, ccm }: KnowledgeBase,
  { id, edition, subject }: Omit<Meaning, 'standing'>,
): string {
  if (edition === undefined) return attack.has(id) ? attack.name(id) : '';
  const reading = ccm.readings(id).find(({ control }) => controlSubject(ccm.key, control.key) === subject);
  const control = ccm.byId(edition, id) ?? reading?.control;
  return control && controlSubject(ccm.key, control.key) === subject ? ccm.title(control, edition) : '';
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
  { ccm }: KnowledgeBase,
  id: CanonicalId,
  edition: EditionId | undefined,
): Subject[] {
  if (kindOf(id).family === 'attack') return [attackSubject(id)];
  const control = edition === undefined ? undefined : ccm.byId(edition, id);
  if (control) return [controlSubject(ccm.key, control.key)];
  const known = ccm.readings(id).map((reading) => controlSubject(ccm.key, reading.control.key));
  return [...new Set([...known, ...index.subjectsNamed(id)])];
}
