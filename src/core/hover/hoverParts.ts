import type { Analysis } from '../analysis/analysis';
import type { AttackFacts } from '../knowledge/attack';
import type { Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Reference } from '../recognition/reference';
import type { RuleId } from '../rules/rule';
import { emphasis, joined, line, notice, strong, type Block, type Run } from '../text/blocks';
import { unresolvedText, type Unresolved } from '../resolution/unresolved';

/** What a reference adds to what its id says; nothing where an id is told of without one. */
export interface Mention {
  readonly tail?: Reference['tail'];
  readonly edition?: Reference['edition'];
  /** What problems say there already. The editor shows them above a hover, which need not repeat them. */
  readonly told?: ReadonlySet<RuleId> | undefined;
}

export function mentionOf(analysis: Analysis, reference: Reference): Mention {
  const told = analysis.findings.filter(
    (finding) => finding.reference === reference && finding.isSummary !== true,
  );
  return {
    tail: reference.tail,
    edition: reference.edition,
    told: new Set(told.map(({ rule }) => rule)),
  };
}

/** `T1021.007 Cloud Services · View in MITRE ATT&CK`: one line, since a hover shows few without scrolling. */
export function headLine(title: string, links: readonly Run[]): Block {
  return line(...joined([strong(title), ...links], ' · '));
}

/** Our own sentence on an ATT&CK ID or a control's key, if there is one. */
export function summaryLine({ summaries }: KnowledgeBase, key: string): Block[] {
  const summary = summaries.of(key);
  return summary === undefined ? [] : [line(summary)];
}

/** The sentence on an ATT&CK object that the settings ask for: ours, or the publisher's with whose it is. */
export function descriptionLine({ knowledge, settings }: Analysis, id: string): Block[] {
  const sentence = settings.hoverDescription === 'publisher' ? knowledge.sentences.of(id) : undefined;
  return sentence === undefined
    ? summaryLine(knowledge, id)
    : [line(sentence.text, ' ', emphasis(`© The MITRE Corporation, ${sentence.title}`))];
}

export function isTechnique({ kind }: AttackFacts): boolean {
  return kind === 'technique' || kind === 'sub-technique';
}

/** The last line of a hover: which mappings, of which date, against which version. */
export function footer({ attack }: KnowledgeBase, frameworks: readonly Framework[]): Block {
  const mappings = frameworks.map(
    ({ mappedVersion, mapping: { updated, attackVersion } }) =>
      `${mappedVersion}, updated ${updated}, based on ATT&CK ${attackVersion}`,
  );
  return line(
    emphasis(
      `Mapping: ${mappings.join('; ')}. ATT&CK data up to ${attack.newest()}. A mapping is not proof of protection.`,
    ),
  );
}

/** The same for what the mapping has nothing to say of. */
export function dataFooter({ attack }: KnowledgeBase): Block {
  return line(emphasis(`ATT&CK data up to ${attack.newest()}.`));
}

/** Where a document declares the edition that it follows. */
export function whereToDeclare({ document }: Analysis): string {
  switch (document.kind) {
    case 'markdown':
      return 'in the front matter';
    case 'yaml':
    case 'toml':
      return 'with a key at the top';
    case 'plain':
      return 'with a line at the top';
  }
}

/** How it declares it; undefined for a framework without editions to declare. */
export function declarationOf(
  { document }: Analysis,
  { descriptor, published }: Framework,
): string | undefined {
  const { declaration } = descriptor.spelling;
  const [newest] = published;
  if (!declaration || !newest) return undefined;
  if (document.kind === 'plain') return declaration.comment(newest.id);
  return document.kind === 'toml'
    ? `${declaration.key} = "${newest.id}"`
    : `${declaration.key}: ${newest.id}`;
}

/** What is told of an id that names nothing here; each of these rules says as much. */
export function unknownBlocks(knowledge: KnowledgeBase, resolution: Unresolved, { told }: Mention): Block[] {
  const rules = ['unknown-id', 'other-edition', 'aicm-id', 'newer-id'] as const;
  return rules.some((rule) => told?.has(rule))
    ? []
    : [line(strong(resolution.id)), notice('info', unresolvedText(knowledge, resolution))];
}
