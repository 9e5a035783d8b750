import type { FrameworkDescriptor } from '../frameworks/descriptor';
import { frameworkDescriptor } from '../frameworks/registry';
import { baseControlOf, canonicalId, domainOf, type CanonicalId } from '../identifiers/grammar';
import type {
  ControlRecord,
  DomainRecord,
  EarlierRecord,
  EditionRecord,
  FrameworkFile,
  FrameworkRecord,
  LegacyRecord,
  MappingRecord,
  MappingSource,
  SisterRecord,
} from './records';
import { titleWords } from './titles';
import { explorerControlUrl } from './urls';

/** An edition's id: `4.1`, `4.0`, or `mapping` for the numbering of the mapping file. */
export type EditionId = string;

/** The numbering of the mapping file, where it is not that of a published edition. */
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
  private readonly earlier: ReadonlyMap<EditionId, ReadonlySet<string>>;
  private readonly oldest: EarlierRecord | undefined;
  private readonly byEdition = new Map<EditionId, Map<string, Control>>();
  private readonly knownReadings = new Map<string, readonly Reading[]>();
  private readonly byKey = new Map<string, Control>();
  private readonly rowsByControl = new Map<string, MappingRecord[]>();
  private readonly rowsByTechnique = new Map<string, MappingRecord[]>();
  private readonly legacyById: ReadonlyMap<string, LegacyRecord>;
  private byTitle: ReadonlyMap<string, readonly Control[]> | undefined;
  private readonly domainByCode = new Map<string, DomainRecord>();
  private readonly sisterIds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly editions: readonly EditionRecord[];
  readonly mapping: MappingSource;
  readonly domains: readonly DomainRecord[];
  readonly sisters: readonly SisterRecord[];
  readonly descriptor: FrameworkDescriptor;
  /** The edition that the mapping file numbers its controls in. */
  readonly mappingEdition: EditionId;
  /** Techniques that the mapping holds not to be mappable, whatever the control. */
  readonly unmappable: ReadonlySet<string>;

  constructor(file: FrameworkFile) {
    this.record = file.framework;
    this.descriptor = frameworkDescriptor(file.framework.key);
    this.editions = file.editions;
    const ownNumbering = file.editions.find(({ id }) => id === MAPPING_EDITION);
    this.mappingEdition = (ownNumbering ?? file.editions[0])?.id ?? MAPPING_EDITION;
    this.unmappable = new Set(file.unmappable);
    this.earlier = new Map((file.earlier ?? []).map(({ edition, ids }) => [edition, new Set(ids)]));
    this.oldest = file.earlier?.at(-1);
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

  /** As in settings. */
  get key(): string {
    return this.record.key;
  }

  /** As in a sentence. */
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
    const known = this.editions.find((candidate) => candidate.id === edition);
    return known?.label ?? this.descriptor.words.edition(edition);
  }

  /** `NIST SP 800-53 Rev. 5`: the framework, in the version that the mapping file names. */
  get mappedVersion(): string {
    return `${this.name} ${this.descriptor.words.version(this.mapping.frameworkVersion)}`;
  }

  /** The control of an id; that of an enhancement is its base control. */
  byId(edition: EditionId, id: string): Control | undefined {
    const known = this.byEdition.get(edition);
    return known?.get(id) ?? known?.get(baseControlOf(canonicalId(id)));
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
    if (this.byId(this.mappingEdition, id)) return this.mappingEdition;
    return this.published.find((edition) => this.byId(edition.id, id))?.id ?? this.mappingEdition;
  }

  /** True if some edition has the id. */
  has(id: string): boolean {
    return this.editions.some((edition) => this.byId(edition.id, id));
  }

  hasEdition(edition: EditionId): boolean {
    return this.byEdition.has(edition);
  }

  idsIn(edition: EditionId): CanonicalId[] {
    return [...(this.byEdition.get(edition)?.keys() ?? [])].map(canonicalId);
  }

  domain(code: string): DomainRecord | undefined {
    return this.domainByCode.get(code);
  }

  /** The record of an id of an earlier edition, or of one that was withdrawn. */
  legacy(id: string): LegacyRecord | undefined {
    return this.legacyById.get(id) ?? this.legacyById.get(baseControlOf(canonicalId(id)));
  }

  /** The edition of which only the ids and a crosswalk are known; empty if there is none. */
  get legacyEdition(): EditionId {
    return this.oldest?.edition ?? '';
  }

  /** False for an id of a domain that the earlier edition did not have. */
  mayBeOf(edition: EditionId, id: CanonicalId): boolean {
    const ids = this.earlier.get(edition);
    return ids === undefined || [...ids].some((each) => domainOf(canonicalId(each)) === domainOf(id));
  }

  /** True for an id of an earlier edition, of which nothing but the ids is known. */
  isOfEarlier(edition: EditionId, id: string): boolean {
    return this.earlier.get(edition)?.has(id) ?? false;
  }

  /** True for an id that no edition has today, and an earlier one had or this one withdrew. */
  isLegacy(id: CanonicalId): boolean {
    return !this.has(id) && (this.legacy(id) !== undefined || this.isOfEarlier(this.legacyEdition, id));
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

  /** The page of a control in the Mappings Explorer; it knows the control by the id of the mapping file. */
  pageOf(control: Control): string | undefined {
    const id = control.ids[this.mappingEdition];
    return id === undefined ? undefined : explorerControlUrl(this.descriptor.siteId(id), this.mapping);
  }

  /** The title of a control in an edition, or else in the newest edition that has it. */
  title(control: Control, edition?: EditionId): string {
    const own = edition === undefined ? undefined : control.titles[edition];
    return own ?? this.firstOf(control.titles) ?? control.key;
  }

  /** The controls that some edition gives a title of these words; see `titleWords`. */
  titled(words: string): readonly Control[] {
    this.byTitle ??= controlsByTitle(this.controls);
    return this.byTitle.get(words) ?? [];
  }

  /** `IAM-14 Strong Authentication`; `AC-2(1) (enhancement of AC-2 Account Management)`. */
  nameOf(id: CanonicalId, control: Control, edition: EditionId): string {
    const title = this.title(control, edition);
    const base = baseControlOf(id);
    return base === id ? `${id} ${title}` : `${id} (enhancement of ${base} ${title})`;
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

  /** The edition wanted if it has the control, else the newest one that does. */
  editionWith(control: Control, wanted: EditionId): EditionId {
    if (control.ids[wanted] !== undefined) return wanted;
    return this.editions.find(({ id }) => control.ids[id] !== undefined)?.id ?? this.mappingEdition;
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

function controlsByTitle(controls: Iterable<Control>): Map<string, Control[]> {
  const byTitle = new Map<string, Control[]>();
  for (const control of controls)
    for (const words of new Set(Object.values(control.titles).map(titleWords))) push(byTitle, words, control);
  return byTitle;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
