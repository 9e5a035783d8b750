import type { Place } from '../documents/place';
import { ATTACK, parseIdentifier, type Family } from '../identifiers/grammar';
import { oneOf, pattern } from '../text/pattern';
import type { LocatedCandidate } from './locate';
import { NOTHING, sideOf, type Reading } from './reading';

/** Keys for the id of what a mapping is about. */
const ID_KEY = pattern(
  'i',
  '^',
  oneOf(/(?:control[-_ ]?)?(?:id|no|number|ref|code)/, 'control', 'key', 'name'),
  '$',
);

/** What stands beside a place and holds controls, and whether it names their framework. */
export interface Neighbor {
  readonly name: string;
  readonly isNamed: boolean;
}

type Kind = 'named' | 'controls' | 'nothing' | 'other';

/**
 * Columns and keys that are called those of controls, and hold some: in `| ID | Threat | Controls |`, the first column
 * has the table's own ids, and in `| Control | CCM |` a company's. Looked for when somebody asks, and once.
 */
export class OwnColumns {
  private lazyColumns: ReadonlyMap<string, ReadonlyMap<number, Neighbor>> | undefined;
  private lazyKeys: ReadonlyMap<string, Neighbor> | undefined;

  constructor(
    private readonly located: readonly LocatedCandidate[],
    private readonly readLabel: (text: string) => Reading,
  ) {}

  /** Such a column or key beside an id that stands alone; undefined if its own says as much. */
  beside({ candidate: { family }, place }: LocatedCandidate, text: string): Neighbor | undefined {
    return place.cell ? this.besideCell(family, place, text) : this.besideKey(family, place);
  }

  private besideCell(family: Family, { cell }: Place, text: string): Neighbor | undefined {
    if (!cell || cell.header === '') return undefined;
    const kind = this.kindOf(family, cell.header);
    if (kind === 'named' || kind === 'other' || !isIdAlone(text.slice(cell.start, cell.end)))
      return undefined;
    this.lazyColumns ??= this.columns();
    const columns = [...(this.lazyColumns.get(`${family} ${cell.table}`) ?? [])];
    const others = columns.filter(([column]) => column !== cell.column).map(([, neighbor]) => neighbor);
    return others.find(({ isNamed }) => isNamed) ?? (kind === 'nothing' ? others[0] : undefined);
  }

  /** `id: IAM-01` beside `ccm: [IAM-13]` */
  private besideKey(family: Family, place: Place): Neighbor | undefined {
    const key = place.keys.find(({ name }) => name !== '');
    if (!key || !ID_KEY.test(key.name)) return undefined;
    this.lazyKeys ??= this.namedKeys();
    return this.lazyKeys.get(`${family} ${mappingsOf(place)[0] ?? ''}`);
  }

  /** By family and table, then by column. */
  private columns(): ReadonlyMap<string, ReadonlyMap<number, Neighbor>> {
    const tables = new Map<string, Map<number, Neighbor>>();
    for (const { candidate, place, isKnown } of this.located) {
      const { cell } = place;
      if (!cell || !isKnown || candidate.family === ATTACK) continue;
      const kind = this.kindOf(candidate.family, cell.header);
      if (kind !== 'controls' && kind !== 'named') continue;
      const table = `${candidate.family} ${cell.table}`;
      const columns = tables.get(table) ?? new Map<number, Neighbor>();
      tables.set(table, columns.set(cell.column, { name: cell.header, isNamed: kind === 'named' }));
    }
    return tables;
  }

  /** By family and the mapping that holds them. */
  private namedKeys(): ReadonlyMap<string, Neighbor> {
    const keys = new Map<string, Neighbor>();
    for (const { candidate, place, isKnown } of this.located) {
      const { family } = candidate;
      const name = isKnown && family !== ATTACK ? nameOf(place) : undefined;
      if (name === undefined || this.kindOf(family, name) !== 'named') continue;
      for (const mapping of mappingsOf(place)) keys.set(`${family} ${mapping}`, { name, isNamed: true });
    }
    return keys;
  }

  private kindOf(family: Family, name: string): Kind {
    const reading = this.readLabel(name);
    if (reading === NOTHING) return 'nothing';
    if (sideOf(reading, family, 'column') === 'own') return 'named';
    if (reading.controls) return 'controls';
    return reading.frameworks.length > 0 || reading.thing || reading.techniques ? 'other' : 'nothing';
  }
}

function isIdAlone(cell: string): boolean {
  return parseIdentifier(cell.replace(/[\s*_`[\]]/g, '')) !== undefined;
}

function nameOf({ keys }: Place): string | undefined {
  return keys.find(({ name }) => name !== '')?.name;
}

/** What holds the key of a place, and what holds that, up to the nearest item: `mappings: {ccm: IAM-13}`. */
function mappingsOf({ keys }: Place): string[] {
  const mappings: string[] = [];
  const named = keys.findIndex(({ name }) => name !== '');
  for (let at = named + 1; at <= keys.length; at++) {
    const holder = keys[at];
    mappings.push(holder ? `${holder.line}:${holder.column}` : '');
    if (holder?.name === '') break;
  }
  return mappings;
}
