import type { PolicyDocument } from '../documents/document';
import type { Key } from '../documents/place';
import type { Reference } from '../recognition/reference';
import { lastStartingBy } from '../text/span';

/** How a document says that a technique is of a tactic. */
export type StatementKind = 'pair' | 'fields' | 'tags' | 'row';

/** Tactics that a document states for techniques: `TA0001:T1110`, sibling keys, the tags of one rule, a row. */
export interface Statement {
  readonly kind: StatementKind;
  readonly tactics: readonly Reference[];
  readonly techniques: readonly Reference[];
}

interface Group {
  readonly kind: StatementKind;
  readonly tactics: Reference[];
  readonly techniques: Reference[];
}

const TACTIC_KEY = /tactic|^phase_?name$|kill_?chain/i;
/** A field of tactics may hold them so many keys down: `tactic: { id: [TA0001] }`. */
const MAX_DEPTH = 3;

/** The tactics that a document states with its techniques. */
export class StatedTactics {
  private readonly groups = new Map<string, Group>();
  private readonly statements = new Map<Reference, Group>();
  private parts: readonly { readonly start: number }[] | undefined;
  private looseTables: ReadonlySet<number | undefined> | undefined;

  constructor(
    private readonly document: PolicyDocument,
    references: readonly Reference[],
  ) {
    const tactics = references.filter(({ kind }) => kind === 'tactic');
    if (tactics.length === 0) return;
    for (const tactic of tactics) this.addTactic(tactic);
    for (const reference of references) if (isTechnique(reference)) this.addTechnique(reference);
  }

  /** What is stated for a technique, the nearest statement; undefined if nothing is. */
  of(technique: Reference): Statement | undefined {
    const group = this.statements.get(technique);
    return group && !this.isLoose(group) ? group : undefined;
  }

  /** Every statement that has a technique, each once, in no order. */
  all(): Statement[] {
    const groups = [...this.groups.values()].filter(({ techniques }) => techniques.length > 0);
    return groups.filter((group) => !this.isLoose(group));
  }

  private isLoose({ kind, tactics: [first] }: Group): boolean {
    if (kind !== 'row') return false;
    this.looseTables ??= tablesOfLists([...this.groups.values()]);
    return this.looseTables.has(first?.place.cell?.table);
  }

  private addTactic(tactic: Reference): void {
    this.add('pair', `pair ${tactic.span.end}`, tactic);
    for (const id of this.mappingsOf(tactic, true)) this.add('fields', `fields ${id}`, tactic);
    const sequence = this.sequenceOf(tactic);
    if (sequence !== undefined) this.add('tags', `tags ${sequence}`, tactic);
    const { cell } = tactic.place;
    if (cell && /tactic/i.test(cell.header)) this.add('row', `row ${cell.row}`, tactic);
  }

  private add(kind: StatementKind, id: string, tactic: Reference): void {
    const group = this.groups.get(id);
    if (group) group.tactics.push(tactic);
    else this.groups.set(id, { kind, tactics: [tactic], techniques: [] });
  }

  private addTechnique(technique: Reference): void {
    const { start } = technique.span;
    const isPair = /[:./]/.test(this.document.text[start - 1] ?? '');
    const ids = [
      ...(isPair ? [`pair ${start - 1}`] : []),
      ...(this.isValue(technique) ? this.mappingsOf(technique, false).map((id) => `fields ${id}`) : []),
      `tags ${this.sequenceOf(technique) ?? ''}`,
      `row ${technique.place.cell?.row ?? ''}`,
    ];
    const id = ids.find((each) => this.groups.has(each));
    const group = id === undefined ? undefined : this.groups.get(id);
    if (!group) return;
    group.techniques.push(technique);
    this.statements.set(technique, group);
  }

  /** It begins the value of a key, an item or an element: no word of a text. */
  private isValue({ place, span }: Reference): boolean {
    const { text, lines } = this.document;
    const before = text.slice(Math.max(lines.startOf(place.line), span.start - MAX_BEFORE), span.start);
    return !place.inFence && VALUE_START.test(before);
  }

  /** The mappings in which the reference is the value of a field, of tactics or of anything else, innermost first. */
  private mappingsOf({ place, span }: Reference, ofTactics: boolean): string[] {
    const ids: string[] = [];
    let depth = 0;
    for (let index = 0; index < place.keys.length && depth < MAX_DEPTH; index++) {
      const key = place.keys[index];
      if (!key || key.name === '') continue;
      depth++;
      const isTactic = TACTIC_KEY.test(key.name);
      if (isTactic && !ofTactics) return ids;
      if (isTactic === ofTactics) ids.push(idOf(place.keys[index + 1]) ?? this.partOf(span.start));
    }
    return ids;
  }

  /** The list of tags that holds it. */
  private sequenceOf({ place, span, evidence }: Reference): string | undefined {
    const key = place.keys.find(({ name }) => name !== '');
    const before = this.document.text.slice(Math.max(0, span.start - 8), span.start);
    const isTag = evidence.some(({ clue }) => clue === 'tactic-tag') || /attack[.:]$/i.test(before);
    return key && isTag ? idOf(key) : undefined;
  }

  /** The document of a YAML file: they are parted by `---`. */
  private partOf(offset: number): string {
    this.parts ??= [...this.document.text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => ({ start: index }));
    return `part ${lastStartingBy(this.parts, offset)}`;
  }
}

const MAX_BEFORE = 60;
const VALUE_START = /(?:^|[\w"'][ \t]?[:=]|[[,{]|^[ \t]*-)[ \t-]*["']?$/;

/** Tables with a row of several tactics and several techniques: nothing there says which belongs to which. */
function tablesOfLists(groups: readonly Group[]): ReadonlySet<number | undefined> {
  const loose = groups.filter(
    ({ kind, tactics, techniques }) => kind === 'row' && tactics.length > 1 && techniques.length > 1,
  );
  return new Set(loose.map(({ tactics }) => tactics[0]?.place.cell?.table));
}

function isTechnique({ kind, implied }: Reference): boolean {
  return !implied && (kind === 'technique' || kind === 'sub-technique');
}

function idOf(key: Key | undefined): string | undefined {
  return key && `${key.line}:${key.column}`;
}
