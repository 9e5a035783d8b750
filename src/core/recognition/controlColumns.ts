import type { Place } from '../documents/place';
import { mentionsIn, NOTHING } from './mentions';
import type { Sighting } from './sightings';

const ID_ALONE = /^[\s*_`[\]]*[A-Z&]{3}-\d{1,2}[\s*_`[\]]*$/i;
/** Keys for the id of what a mapping is about. */
const ID_KEY = /^(?:control(?:[-_ ]?(?:id|no|number|ref|code))?|id|ref|key|code|number|no|name)$/i;

/** What stands beside a place and holds controls, and whether it names CCM. */
export interface Neighbor {
  readonly name: string;
  readonly isCcm: boolean;
}

/**
 * Columns and keys that are called those of controls, and hold some: in `| ID | Threat | Controls |`, the first column
 * has the table's own ids, and in `| Control | CCM |` a company's. Looked for when somebody asks, and once.
 */
export class ControlColumns {
  private lazyColumns: ReadonlyMap<number, ReadonlyMap<number, Neighbor>> | undefined;
  private lazyKeys: ReadonlyMap<string, Neighbor> | undefined;
  private readonly kinds = new Map<string, Kind>();

  constructor(private readonly sightings: readonly Sighting[]) {}

  /** Such a column or key beside an id that stands alone; undefined where its own says as much. */
  besides(place: Place, text: string): Neighbor | undefined {
    return place.cell ? this.besidesCell(place, text) : this.besidesKey(place);
  }

  private besidesCell({ cell }: Place, text: string): Neighbor | undefined {
    if (!cell || cell.header === '') return undefined;
    const kind = this.kindOf(cell.header);
    if (kind === 'ccm' || kind === 'other' || !ID_ALONE.test(text.slice(cell.start, cell.end)))
      return undefined;
    this.lazyColumns ??= this.columns();
    const columns = [...(this.lazyColumns.get(cell.table) ?? [])];
    const others = columns.filter(([column]) => column !== cell.column).map(([, neighbor]) => neighbor);
    return others.find(({ isCcm }) => isCcm) ?? (kind === 'nothing' ? others[0] : undefined);
  }

  /** `id: IAM-01` beside `ccm: [IAM-13]` */
  private besidesKey(place: Place): Neighbor | undefined {
    const key = place.keys.find(({ name }) => name !== '');
    if (!key || !ID_KEY.test(key.name)) return undefined;
    this.lazyKeys ??= this.ccmKeys();
    return this.lazyKeys.get(mappingsOf(place)[0] ?? '');
  }

  /** By table and column. */
  private columns(): ReadonlyMap<number, ReadonlyMap<number, Neighbor>> {
    const tables = new Map<number, Map<number, Neighbor>>();
    for (const { candidate, place, isKnown } of this.sightings) {
      const { cell } = place;
      if (!cell || !isKnown || candidate.family !== 'ccm') continue;
      const kind = this.kindOf(cell.header);
      if (kind !== 'controls' && kind !== 'ccm') continue;
      const columns = tables.get(cell.table) ?? new Map<number, Neighbor>();
      tables.set(cell.table, columns.set(cell.column, { name: cell.header, isCcm: kind === 'ccm' }));
    }
    return tables;
  }

  /** By the mapping that holds them. */
  private ccmKeys(): ReadonlyMap<string, Neighbor> {
    const keys = new Map<string, Neighbor>();
    for (const { candidate, place, isKnown } of this.sightings) {
      const name = isKnown && candidate.family === 'ccm' ? nameOf(place) : undefined;
      if (name === undefined || this.kindOf(name) !== 'ccm') continue;
      for (const mapping of mappingsOf(place)) keys.set(mapping, { name, isCcm: true });
    }
    return keys;
  }

  private kindOf(name: string): Kind {
    const known = this.kinds.get(name);
    if (known !== undefined) return known;
    const kind = readKind(name);
    this.kinds.set(name, kind);
    return kind;
  }
}

type Kind = 'ccm' | 'controls' | 'nothing' | 'other';

function readKind(name: string): Kind {
  const mentions = mentionsIn(name);
  if (mentions === NOTHING) return 'nothing';
  if (mentions.ccm) return 'ccm';
  return mentions.controls ? 'controls' : 'other';
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
