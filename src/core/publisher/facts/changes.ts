import { AttackTimeline } from '../../knowledge/attack';
import type { AttackStatus, FrameworkFile, MappingRecord } from '../../knowledge/records';
import type { FactFiles } from './merge';

/** What an import changes in the facts. */
export interface FactChanges {
  readonly added: readonly NamedId[];
  readonly renamed: readonly RenamedId[];
  /** Revoked or deprecated. */
  readonly ended: readonly EndedId[];
  /** Of each framework whose mapping changed. */
  readonly mappings: readonly MappingChange[];
}

export interface NamedId {
  readonly id: string;
  readonly name: string;
}

export interface RenamedId extends NamedId {
  readonly before: string;
}

export interface EndedId extends NamedId {
  readonly status: AttackStatus;
  readonly successors: readonly string[];
}

export interface MappingChange {
  /** As in a sentence. */
  readonly framework: string;
  /** Numbers of rows. */
  readonly added: number;
  readonly removed: number;
  /** Keys of the controls that have other techniques now, sorted. */
  readonly controls: readonly string[];
}

/** By ID, what the facts after an import say otherwise than those before. */
export function changesBetween(before: FactFiles, after: FactFiles): FactChanges {
  const [old, now] = [new AttackTimeline(before.attack), new AttackTimeline(after.attack)];
  const added: NamedId[] = [];
  const renamed: RenamedId[] = [];
  const ended: EndedId[] = [];
  for (const { id } of after.attack.objects) {
    const [was, is] = [old.at(id), now.at(id)];
    if (!is) continue;
    const { name, status, successors } = is;
    if (!was) added.push({ id, name });
    else if (was.name !== name) renamed.push({ id, name, before: was.name });
    if (was?.status === 'current' && status !== 'current') ended.push({ id, name, status, successors });
  }
  const mappings = after.frameworks.flatMap((file, index) => mappingChange(before.frameworks[index], file));
  return { added, renamed, ended, mappings };
}

/** The IDs of ATT&CK and the keys of controls that the changes are about. */
export function changedIds({ added, renamed, ended, mappings }: FactChanges): {
  readonly attack: readonly string[];
  readonly controls: readonly string[];
} {
  const attack = new Set([...added, ...renamed, ...ended].map(({ id }) => id));
  return { attack: [...attack], controls: mappings.flatMap(({ controls }) => controls) };
}

function mappingChange(before: FrameworkFile | undefined, after: FrameworkFile): MappingChange[] {
  const [old, now] = [rowsOf(before?.mappings ?? []), rowsOf(after.mappings)];
  const added = [...now].filter(([row]) => !old.has(row));
  const removed = [...old].filter(([row]) => !now.has(row));
  if (added.length === 0 && removed.length === 0) return [];
  const controls = [...new Set([...added, ...removed].map(([, { control }]) => control))].sort();
  return [{ framework: after.framework.name, added: added.length, removed: removed.length, controls }];
}

function rowsOf(mappings: readonly MappingRecord[]): Map<string, MappingRecord> {
  return new Map(mappings.map((each) => [`${each.control}\t${each.technique ?? ''}\t${each.type}`, each]));
}
