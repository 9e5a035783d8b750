import { frameworkDescriptor } from '../frameworks/registry';
import { canonicalId, domainOf, type CanonicalId } from '../identifiers/grammar';
import type {
  ControlRecord,
  DomainRecord,
  EditionRecord,
  FrameworkFile,
  FrameworkRecord,
  LegacyRecord,
  MappingRecord,
  MappingSource,
  SisterRecord,
} from './records';

/** An edition's id: `4.1`, `4.0`, or `mapping` for the numbering of the mapping file. */
export type EditionId = string;

/** The numbering of the mapping file, which need not be that of a published edition. */
export const MAPPING_EDITION: EditionId = 'mapping';

/** A control: one thing with one key, whatever the editions call it. */
export type Control = ControlRecord;

/** What the mapping says of a control as a whole. */
export type Assessment = 'mapped' | 'non-mappable' | 'not-assessed';

/** What one id means, by edition. */
export interface Reading {
  readonly edition: EditionId;
  readonly control: Control;
}

const NON_MAPPABLE = 'non_mappable';

/** A framework of controls in all its editions, with the mapping that hangs on its controls. */
export class Framework {
  private readonly record: FrameworkRecord;
  private readonly byEdition = new Map<EditionId, Map<string, Control>>();
  private readonly knownReadings = new Map<string, readonly Reading[]>();
  private readonly byKey = new Map<string, Control>();
  private readonly rowsByControl = new Map<string, MappingRecord[]>();
  private readonly rowsByTechnique = new Map<string, MappingRecord[]>();
  private readonly legacyById: ReadonlyMap<string, LegacyRecord>;
  private readonly domainByCode = new Map<string, DomainRecord>();
  private readonly sisterIds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly editions: readonly EditionRecord[];
  readonly mapping: MappingSource;
  readonly domains: readonly DomainRecord[];
  readonly sisters: readonly SisterRecord[];

  constructor(file: FrameworkFile) {
    this.record = file.framework;
    this.editions = file.editions;
    this.mapping = file.mapping;
    this.domains = file.domains;
    this.sisters = file.sisters;
    this.legacyById = new Map(file.legacy.map((legacy) => [legacy.id, legacy]));
    this.sisterIds = new Map(file.sisters.map((sister) => [sister.key, new Set(sister.ids)]));
    for (const edition of file.editions) this.byEdition.set(edition.id, new Map());
    for (const domain of file.domains) this.addDomain(domain);
    for (const control of file.controls) this.addControl(control);
    for (const row of file.mappings) this.addRow(row);
  }

  /** `ccm` */
  get key(): string {
    return this.record.key;
  }

  /** `CSA CCM` */
  get name(): string {
    return this.record.name;
  }

  /** Editions that the publisher put out, newest first; the numbering of the mapping file is none. */
  get published(): readonly EditionRecord[] {
    return this.editions.filter((edition) => edition.id !== MAPPING_EDITION);
  }

  get controls(): Iterable<Control> {
    return this.byKey.values();
  }

  control(key: string): Control | undefined {
    return this.byKey.get(key);
  }

  label(edition: EditionId): string {
    return this.editions.find((candidate) => candidate.id === edition)?.label ?? `CCM ${edition}`;
  }

  byId(edition: EditionId, id: string): Control | undefined {
    return this.byEdition.get(edition)?.get(id);
  }

  /** What the id means in each edition that has it, newest edition first. */
  readings(id: string): readonly Reading[] {
    const known = this.knownReadings.get(id);
    if (known) return known;
    const readings: Reading[] = [];
    for (const edition of this.editions) {
      const control = this.byId(edition.id, id);
      if (control) readings.push({ edition: edition.id, control });
    }
    if (readings.length > 0) this.knownReadings.set(id, readings);
    return readings;
  }

  /** The edition of an id where nothing says which: the mapping file's numbering, or the newest edition that has it. */
  defaultEdition(id: string): EditionId {
    if (this.byId(MAPPING_EDITION, id)) return MAPPING_EDITION;
    return this.published.find((edition) => this.byId(edition.id, id))?.id ?? MAPPING_EDITION;
  }

  /** True where some edition has the id. */
  has(id: string): boolean {
    return this.editions.some((edition) => this.byId(edition.id, id));
  }

  idsIn(edition: EditionId): CanonicalId[] {
    return [...(this.byEdition.get(edition)?.keys() ?? [])].map(canonicalId);
  }

  domain(code: string): DomainRecord | undefined {
    return this.domainByCode.get(code);
  }

  legacy(id: string): LegacyRecord | undefined {
    return this.legacyById.get(id);
  }

  /** The edition of which only a crosswalk is known. */
  get legacyEdition(): EditionId {
    const [first] = this.legacyById.values();
    return first?.edition ?? '';
  }

  /** False for an id that the earlier edition, of which only a crosswalk is known, cannot have had. */
  mayBeOf(edition: EditionId, id: CanonicalId): boolean {
    const { earliest } = frameworkDescriptor(this.key).ids;
    return edition !== this.legacyEdition || earliest === undefined || earliest.codes.includes(domainOf(id));
  }

  /** True for an id that no edition at hand has, and the earlier one had or may have had. */
  isLegacy(id: CanonicalId): boolean {
    return !this.has(id) && (this.legacyById.has(id) || this.isLegacyCode(domainOf(id)));
  }

  private isLegacyCode(code: string): boolean {
    const { earliest } = frameworkDescriptor(this.key).ids;
    return !this.domainByCode.has(code) && earliest !== undefined && earliest.ownCodes.includes(code);
  }

  /** The sister framework that has this id, where this framework has it in no edition. */
  sisterOf(id: string): SisterRecord | undefined {
    if (this.has(id)) return undefined;
    return this.sisters.find((sister) => this.sisterIds.get(sister.key)?.has(id));
  }

  assess(control: Control): Assessment {
    const rows = this.rowsByControl.get(control.key);
    if (!rows) return 'not-assessed';
    return rows.some((row) => row.technique !== undefined) ? 'mapped' : 'non-mappable';
  }

  /** Rows that name a technique, sorted by technique. */
  techniquesOf(control: Control): MappingRecord[] {
    return (this.rowsByControl.get(control.key) ?? []).filter((row) => row.type !== NON_MAPPABLE);
  }

  /** Rows that name this very technique (not its parent, not its sub-techniques), sorted by control. */
  controlsFor(technique: string): readonly MappingRecord[] {
    return this.rowsByTechnique.get(technique) ?? [];
  }

  /** The title of a control in an edition, or else in the newest edition that has it. */
  title(control: Control, edition?: EditionId): string {
    const own = edition === undefined ? undefined : control.titles[edition];
    return own ?? this.firstOf(control.titles) ?? control.key;
  }

  /** The id of a control in an edition, or else in the newest edition that has it. */
  id(control: Control, edition?: EditionId): CanonicalId {
    const own = edition === undefined ? undefined : control.ids[edition];
    return canonicalId(own ?? this.firstOf(control.ids) ?? control.key);
  }

  private firstOf(values: Readonly<Record<string, string>>): string | undefined {
    for (const edition of this.editions) {
      const value = values[edition.id];
      if (value !== undefined) return value;
    }
    return undefined;
  }

  private addDomain(domain: DomainRecord): void {
    this.domainByCode.set(domain.code, domain);
    for (const code of Object.values(domain.codes ?? {})) this.domainByCode.set(code, domain);
  }

  private addControl(control: Control): void {
    this.byKey.set(control.key, control);
    for (const [edition, id] of Object.entries(control.ids)) this.byEdition.get(edition)?.set(id, control);
  }

  private addRow(row: MappingRecord): void {
    push(this.rowsByControl, row.control, row);
    if (row.technique !== undefined) push(this.rowsByTechnique, row.technique, row);
  }
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
