import { domainOf, parentOf, type CanonicalId, type IdentifierKind } from '../identifiers/grammar';
import type { AttackFacts } from '../knowledge/attack';
import type { Control, EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { AttackStatus } from '../knowledge/records';
import { titleWords } from '../knowledge/titles';

/** Something with an id and a name that a reader may look for. */
export interface Entry {
  readonly id: CanonicalId;
  readonly kind: IdentifierKind;
  /** `Cloud Services`, and `Strong Authentication` in the edition. */
  readonly name: string;
  /** With the parent of a sub-technique, as MITRE writes it: `Remote Services: Cloud Services`. */
  readonly fullName: string;
  /** Where it belongs: tactics, or the domain of a control. */
  readonly group: string;
  /** Of the control's id and title; undefined for ATT&CK. */
  readonly edition: EditionId | undefined;
  readonly status: AttackStatus;
  readonly successors: readonly CanonicalId[];
  readonly keys: SearchKeys;
}

/** What is compared with a query: small letters and digits only. */
export interface SearchKeys {
  /** `t`, `iam`, `aa`. */
  readonly letters: string;
  /** `1021`, `14`. */
  readonly digits: string;
  /** `007`; empty without. */
  readonly sub: string;
  /** The words of the name, a space before each: ` strong authentication`. */
  readonly name: string;
  /** The same of everything that may be asked for: the id, the full name and the group. */
  readonly all: string;
}

export function controlEntry(framework: Framework, control: Control, edition: EditionId): Entry {
  const id = framework.id(control, edition);
  const name = framework.title(control, edition);
  const group = framework.domain(domainOf(id))?.name ?? control.domain;
  return {
    id,
    kind: 'control',
    name,
    fullName: name,
    group,
    edition,
    status: 'current',
    successors: [],
    keys: keysOf(id, name, group),
  };
}

export function attackEntry({ attack }: KnowledgeBase, facts: AttackFacts, version?: string): Entry {
  const { id, kind, name, status, successors } = facts;
  const isChild = kind === 'sub-technique';
  const fullName = isChild ? `${attack.name(parentOf(id), version)}: ${name}` : name;
  const group = facts.tactics.map((tactic) => attack.tacticNameOf(facts, tactic, version)).join(', ');
  const keys = keysOf(id, name, `${fullName} ${group}`);
  return { id, kind, name, fullName, group, edition: undefined, status, successors, keys };
}

function keysOf(id: CanonicalId, name: string, more: string): SearchKeys {
  const [, letters = '', digits = '', sub = ''] = /^(\D+)(\d+)(?:\.(\d+))?$/.exec(id) ?? [];
  const code = letters.toLowerCase().replace(/[^a-z]/g, '');
  const words = ` ${titleWords(name)}`;
  return { letters: code, digits, sub, name: words, all: ` ${code}${words} ${titleWords(more)}` };
}

/** No longer to be cited: revoked or deprecated. */
export function isOutdated({ status }: Entry): boolean {
  return status !== 'current';
}
