import { MAPPING_EDITION } from '../../knowledge/framework';
import { titleWords } from '../../knowledge/titles';
import type { AttackFile, FrameworkFile, MappingRecord, MappingSource } from '../../knowledge/records';
import { success, type Result } from '../../text/result';
import { buildAttackFile } from '../attack/file';
import type { MappingRow } from '../mapping/row';
import { byId, byText } from '../values/order';
import { mapAll, refuse } from '../values/results';
import { releasesOf } from './unfold';

/** The facts of one imported release. */
export interface AttackSourceFacts {
  readonly kind: 'attack';
  readonly attack: AttackFile;
  /** STIX IDs by ATT&CK ID: one ID may name different objects in two domains. */
  readonly stixIds: readonly (readonly [id: string, stixId: string])[];
}

/** The facts of one imported mapping file, of a framework that the program knows. */
export interface MappingSourceFacts {
  readonly kind: 'mapping';
  readonly framework: string;
  readonly source: MappingSource;
  readonly mappings: readonly MappingRecord[];
  readonly unmappable: readonly string[];
}

export type SourceFacts = AttackSourceFacts | MappingSourceFacts;

/** The files of facts that the knowledge base is made from. */
export interface FactFiles {
  readonly attack: AttackFile;
  readonly frameworks: readonly FrameworkFile[];
}

/** The bundled facts with the imported ones over them. */
export function mergeFacts(bundled: FactFiles, imported: readonly SourceFacts[]): Result<FactFiles> {
  const attack = mergeAttack(
    bundled.attack,
    imported.filter((each) => each.kind === 'attack'),
  );
  if (!attack.ok) return attack;
  const mappings = imported.filter((each) => each.kind === 'mapping');
  const frameworks = bundled.frameworks.map((file) => mergeFramework(file, mappings));
  return success({ attack: attack.value, frameworks });
}

/** An imported release takes the place of the bundled one of its domain and version. */
function mergeAttack(bundled: AttackFile, imported: readonly AttackSourceFacts[]): Result<AttackFile> {
  if (imported.length === 0) return success(bundled);
  const own = imported.flatMap(({ attack, stixIds }) => releasesOf(attack, new Map(stixIds)));
  const replaced = new Set(own.map(({ domain, version }) => `${domain} ${version}`));
  const kept = releasesOf(bundled).filter(({ domain, version }) => !replaced.has(`${domain} ${version}`));
  return buildAttackFile([...kept, ...own]);
}

/** A mapping that is older than the bundled one changes no facts. */
function mergeFramework(file: FrameworkFile, imported: readonly MappingSourceFacts[]): FrameworkFile {
  const own = imported.filter(
    ({ framework, source }) =>
      framework === file.framework.key &&
      source.updated >= file.mapping.updated &&
      source.attackDomain === file.mapping.attackDomain,
  );
  const newest = own.sort((a, b) => byText(a.source.updated, b.source.updated)).at(-1);
  if (!newest) return file;
  const { unmappable: _, ...rest } = file;
  const { source, mappings, unmappable } = newest;
  return { ...rest, mapping: source, mappings, ...(unmappable.length === 0 ? {} : { unmappable }) };
}

/**
 * Hangs the rows of a mapping file on the controls of a framework. Fails if they are numbered otherwise: the same ID
 * names another control in another edition.
 */
export function joinRows(rows: readonly MappingRow[], file: FrameworkFile): Result<MappingRecord[]> {
  const keyOf = controlKeys(file);
  const records = mapAll(rows, (row): Result<MappingRecord> => {
    const control = keyOf.get(row.control);
    if (!control) return refuse('conflict', `${row.control} isn't an ID of the mapping that is bundled`);
    if (row.title !== undefined && !isTitleOf(control.titles, row.title))
      return refuse(
        'conflict',
        `${row.control} is "${row.title}", another control than in the bundled mapping`,
      );
    const { type, technique } = row;
    return success({ control: control.key, type, ...(technique === undefined ? {} : { technique }) });
  });
  return records.ok ? success(distinctRows(records.value)) : records;
}

interface KeyedControl {
  readonly key: string;
  /** By edition. */
  readonly titles: Readonly<Record<string, string>>;
}

/** By the ID that the mapping file has. */
export function controlKeys({ editions, controls }: FrameworkFile): ReadonlyMap<string, KeyedControl> {
  const numbering = editions.find(({ id }) => id === MAPPING_EDITION) ?? editions[0];
  return new Map(controls.map((each) => [each.ids[numbering?.id ?? ''] ?? each.key, each]));
}

/** A framework without a numbering of the mapping file is told by its IDs alone. */
function isTitleOf(titles: Readonly<Record<string, string>>, title: string): boolean {
  const known = titles[MAPPING_EDITION];
  return known === undefined || titleWords(known) === titleWords(title);
}

/** Sorted by control, then by technique; no row twice. */
export function distinctRows(records: readonly MappingRecord[]): MappingRecord[] {
  const byRow = new Map(records.map((each) => [[each.control, each.technique, each.type].join('\t'), each]));
  return [...byRow.values()].sort(
    (a, b) =>
      byId(a.control, b.control) || byText(a.technique ?? '', b.technique ?? '') || byText(a.type, b.type),
  );
}
