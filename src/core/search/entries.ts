import type { IdentifierKind } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { AttackKind } from '../knowledge/records';
import { attackEntry, controlEntry, isOutdated, type Entry } from './entry';

/** In which numbering and which release ids are looked for. */
export interface Numbering {
  readonly edition: EditionId;
  /** The newest at hand unless told. */
  readonly attackVersion: string | undefined;
}

type Lists = Map<string, readonly Entry[]>;

/** The index of names: one list for each kind, edition and release, made when it is first asked for. */
const indexes = new WeakMap<KnowledgeBase, Lists>();

/** Everything of these kinds; of each kind what is current first, enterprise before mobile and ICS, then by id. */
export function entriesOf(
  knowledge: KnowledgeBase,
  { edition, attackVersion }: Numbering,
  kinds: readonly IdentifierKind[],
): Entry[] {
  const lists = indexes.get(knowledge) ?? new Map<string, readonly Entry[]>();
  indexes.set(knowledge, lists);
  return kinds.flatMap((kind) => {
    const key = `${kind}@${kind === 'control' ? edition : (attackVersion ?? '')}`;
    const list = lists.get(key) ?? read(knowledge, kind, edition, attackVersion);
    lists.set(key, list);
    return list;
  });
}

function read(
  knowledge: KnowledgeBase,
  kind: IdentifierKind,
  edition: EditionId,
  version: string | undefined,
): Entry[] {
  return kind === 'control' ? controls(knowledge, edition) : objects(knowledge, kind, version);
}

function controls({ frameworks }: KnowledgeBase, edition: EditionId): Entry[] {
  return [...frameworks.values()].flatMap((framework) =>
    framework.idsIn(edition).flatMap((id) => {
      const control = framework.byId(edition, id);
      return control ? [controlEntry(framework, control, edition)] : [];
    }),
  );
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
