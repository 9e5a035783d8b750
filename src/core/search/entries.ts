import type { IdentifierKind } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { AttackKind } from '../knowledge/records';
import { attackEntry, controlEntry, isOutdated, type Entry } from './entry';

/** In which numbering and which release ids are looked for. */
export interface Numbering {
  /** Undefined for a framework of which no control is looked for. */
  readonly editionOf: (framework: Framework) => EditionId | undefined;
  /** The newest at hand unless told. */
  readonly attackVersion: string | undefined;
}

/** Everything of these kinds; of each kind what is current first, enterprise before mobile and ICS, then by id. */
export function entriesOf(
  knowledge: KnowledgeBase,
  { editionOf, attackVersion }: Numbering,
  kinds: readonly IdentifierKind[],
): Entry[] {
  return kinds.flatMap((kind) => {
    if (kind !== 'control') return knowledge.once(objects, kind, attackVersion);
    return [...knowledge.frameworks.values()].flatMap((framework) => {
      const edition = editionOf(framework);
      return edition === undefined ? [] : knowledge.once(controls, framework.key, edition);
    });
  });
}

function controls(knowledge: KnowledgeBase, key: string, edition: EditionId): Entry[] {
  const framework = knowledge.framework(key);
  return framework.idsIn(edition).flatMap((id) => {
    const control = framework.byId(edition, id);
    return control ? [controlEntry(framework, control, edition)] : [];
  });
}

function objects(knowledge: KnowledgeBase, kind: AttackKind, version: string | undefined): Entry[] {
  const { attack } = knowledge;
  const facts = attack.ids(kind).flatMap((id) => attack.at(id, version) ?? []);
  const isElsewhere = new Set(
    facts.filter(({ domains }) => !domains.includes('enterprise')).map(({ id }) => id),
  );
  const later = (entry: Entry): number => (isOutdated(entry) ? 2 : 0) + (isElsewhere.has(entry.id) ? 1 : 0);
  return facts.map((each) => attackEntry(knowledge, each, version)).sort((a, b) => later(a) - later(b));
}
