import type { Analysis } from '../analysis/analysis';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { insertionOf } from '../completion/insertion';
import { insertionEdits, numberingAt } from '../lookUp/lookUp';
import type { Numbering } from '../search/entries';
import { attackEntry, controlEntry, type Entry } from '../search/entry';
import type { Thing } from './node';
import { controlThing } from './things';

/** Writes things in the place of each span, controls in the edition that holds there. */
export function insertionsOf(
  analysis: Analysis,
  spans: readonly Span[],
  things: readonly Thing[],
): TextEdit[] {
  return spans.map((span) => {
    const numbering = numberingAt(analysis, span);
    const texts = things.map((thing) => textAt(analysis, span, thing, numbering));
    return { span, newText: texts.join(', ') };
  });
}

function textAt(analysis: Analysis, span: Span, thing: Thing, numbering: Numbering): string {
  const entry = entryOf(analysis.knowledge, thing, numbering);
  const [edit] = entry ? insertionEdits(analysis, [span], entry) : [];
  return edit?.newText ?? thing.id;
}

/** `[IAM-14](https://…)`; the id alone where no publisher has a page of it. */
export function markdownLinkOf(knowledge: KnowledgeBase, thing: Thing): string {
  const numbering = { editionOf: () => thing.edition, attackVersion: undefined };
  const entry = entryOf(knowledge, thing, numbering);
  if (!entry) return thing.id;
  return insertionOf(knowledge, { kind: 'markdown', languageId: 'markdown' }, entry, 'link');
}

function entryOf(knowledge: KnowledgeBase, { id, edition }: Thing, numbering: Numbering): Entry | undefined {
  const { attack } = knowledge;
  const framework = knowledge.frameworkOf(id);
  if (edition === undefined || !framework) {
    const facts = attack.at(id, numbering.attackVersion) ?? attack.at(id);
    return facts && attackEntry(knowledge, facts, numbering.attackVersion);
  }
  const control = framework.byId(edition, id) ?? framework.readings(id)[0]?.control;
  if (!control) return undefined;
  const here = controlThing(framework, control, numbering.editionOf(framework) ?? edition);
  return controlEntry(framework, control, here.edition ?? edition);
}
