import type { Place } from '../documents/place';
import { mentionsIn, NOTHING } from './mentions';
import type { Sighting } from './sightings';

const ID_ALONE = /^[\s*_`[\]]*[A-Z&]{3}-\d{1,2}[\s*_`[\]]*$/i;

/**
 * Columns that are called those of controls, and hold some: in `| ID | Threat | Controls |`, the first column has
 * the table's own ids. Looked for when somebody asks, and once.
 */
export class ControlColumns {
  private lazyHeaders: ReadonlyMap<number, ReadonlyMap<number, string>> | undefined;
  private readonly kinds = new Map<string, Kind>();

  constructor(private readonly sightings: readonly Sighting[]) {}

  /** The header of such a column, for an id alone in another one of the same table whose own header says nothing. */
  besides({ cell }: Place, text: string): string | undefined {
    if (!cell || cell.header === '' || this.kindOf(cell.header) !== 'nothing') return undefined;
    if (!ID_ALONE.test(text.slice(cell.start, cell.end))) return undefined;
    this.lazyHeaders ??= this.headers();
    const columns = this.lazyHeaders.get(cell.table);
    return columns && [...columns].find(([column]) => column !== cell.column)?.[1];
  }

  /** The headers by table and column. */
  private headers(): ReadonlyMap<number, ReadonlyMap<number, string>> {
    const headers = new Map<number, Map<number, string>>();
    for (const { candidate, place, isKnown } of this.sightings) {
      const { cell } = place;
      if (!cell || !isKnown || candidate.family !== 'ccm' || this.kindOf(cell.header) !== 'controls')
        continue;
      const columns = headers.get(cell.table) ?? new Map<number, string>();
      headers.set(cell.table, columns.set(cell.column, cell.header));
    }
    return headers;
  }

  private kindOf(header: string): Kind {
    const known = this.kinds.get(header);
    if (known !== undefined) return known;
    const mentions = mentionsIn(header);
    const kind = mentions === NOTHING ? 'nothing' : mentions.ccm || mentions.controls ? 'controls' : 'other';
    this.kinds.set(header, kind);
    return kind;
  }
}

type Kind = 'controls' | 'nothing' | 'other';
