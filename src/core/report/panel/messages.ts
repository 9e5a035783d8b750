import { parseIdentifier } from '../../identifiers/grammar';
import { EXPORT_FORMATS, type ExportFormat } from '../formats';

/** What the report in a panel asks of the editor. */
export type PanelMessage =
  | { readonly type: 'ready' }
  /** Zero-based, as in the report. */
  | { readonly type: 'open'; readonly path: string; readonly line: number; readonly character: number }
  | { readonly type: 'references'; readonly id: string }
  | { readonly type: 'export'; readonly format: ExportFormat };

const MAX_PATH = 4096;

/** Undefined for anything else. A page is no place to trust, our own neither. */
export function parsePanelMessage(value: unknown): PanelMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type, path, line, character, id, format } = value;
  switch (type) {
    case 'ready':
      return { type };
    case 'open':
      return isPath(path) && isCount(line) && isCount(character)
        ? { type, path, line, character }
        : undefined;
    case 'references':
      return typeof id === 'string' && parseIdentifier(id) ? { type, id } : undefined;
    case 'export': {
      const known = EXPORT_FORMATS.find((each) => each === format);
      return known && { type, format: known };
    }
    default:
      return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_PATH;
}

/** Editors keep places in 32 bits. */
function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}
