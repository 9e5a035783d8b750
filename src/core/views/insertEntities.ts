import type { Analysis } from '../analysis/analysis';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { insertionOf } from '../completion/insertion';
import { insertionEdits, numberingAt } from '../lookUp/lookUp';
import type { Numbering } from '../search/entries';
import { attackEntry, controlEntry, type Entry } from '../search/entry';
import type { Entity } from './node';
import { controlEntity } from './entities';

/** Writes entities in the place of each span, controls in the edition that holds there. */
export function insertionsOf(
  analysis: Analysis,
  spans: readonly Span[],
  entities: readonly Entity[],
): TextEdit[] {
  return spans.map((span) => {
    const numbering = numberingAt(analysis, span);
    const texts = entities.map((entity) => textAt(analysis, span, entity, numbering));
    return { span, newText: texts.join(', ') };
  });
}

function textAt(analysis: Analysis, span: Span, entity: Entity, numbering: Numbering): string {
  const entry = entryOf(analysis.knowledge, entity, numbering);
  const [edit] = entry ? insertionEdits(analysis, [span], entry) : [];
  return edit?.newText ?? entity.id;
}

/** `[IAM-14](https://…)`; the id alone where no publisher has a page of it. */
export function markdownLinkOf(knowledge: KnowledgeBase, entity: Entity): string {
  const numbering = { editionOf: () => entity.edition, attackVersion: undefined };
  const entry = entryOf(knowledge, entity, numbering);
  if (!entry) return entity.id;
  return insertionOf(knowledge, { kind: 'markdown', languageId: 'markdown' }, entry, 'link');
}

function entryOf(knowledge: KnowledgeBase, { id, edition }: Entity, numbering: Numbering): Entry | undefined {
  const { attack } = knowledge;
  const framework = knowledge.frameworkOf(id);
  if (edition === undefined || !framework) {
    const facts = attack.at(id, numbering.attackVersion) ?? attack.at(id);
    return facts && attackEntry(knowledge, facts, numbering.attackVersion);
  }
  const control = framework.byId(edition, id) ?? framework.readings(id)[0]?.control;
  if (!control) return undefined;
  const here = controlEntity(framework, control, numbering.editionOf(framework) ?? edition);
  return controlEntry(framework, control, here.edition ?? edition);
}
