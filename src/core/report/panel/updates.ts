/** What the editor tells the report: a piece of the HTML of what it shows now, made by `panelBody`. */
export interface PanelUpdate {
  readonly type: 'update';
  readonly piece: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** In characters. The editor hands over so many in a few milliseconds, in which nothing else runs. */
export const MAX_AT_ONCE = 200_000;

/** The pieces of what is shown, in order. */
export function* updatesOf(body: string): Generator<PanelUpdate> {
  for (let start = 0; start === 0 || start < body.length; start += MAX_AT_ONCE) {
    const end = start + MAX_AT_ONCE;
    yield {
      type: 'update',
      piece: body.slice(start, end),
      isFirst: start === 0,
      isLast: end >= body.length,
    };
  }
}

/** Puts pieces together again. Those of a text that was given up for a newer one are dropped. */
export class PieceReader {
  private pieces: string[] | undefined;

  /** The whole text with its last piece; before that, and for pieces without a beginning, undefined. */
  read({ piece, isFirst, isLast }: PanelUpdate): string | undefined {
    if (isFirst) this.pieces = [];
    this.pieces?.push(piece);
    if (!isLast) return undefined;
    const whole = this.pieces?.join('');
    this.pieces = undefined;
    return whole;
  }
}

/** Undefined for anything else. */
export function parsePanelUpdate(value: unknown): PanelUpdate | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, piece, isFirst, isLast } = value as Readonly<Record<string, unknown>>;
  return type === 'update' &&
    typeof piece === 'string' &&
    typeof isFirst === 'boolean' &&
    typeof isLast === 'boolean'
    ? { type, piece, isFirst, isLast }
    : undefined;
}
