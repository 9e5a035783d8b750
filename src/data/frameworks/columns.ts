import type { Result } from '../../core/text/result';
import { compareVersions } from '../../core/knowledge/compareVersions';
import { success } from '../../core/text/result';
import { wrong } from '../../core/publisher/values/results';

/** The numbering that the mapping file uses. */
export const MAPPING_EDITION = 'mapping';

/** Where a table of editions has the ids and the titles of one edition. */
export interface Columns {
  readonly edition: string;
  readonly id: number;
  readonly title: number;
}

/** `id_4_1`, `title_in_mapping_file` */
const COLUMN = /^(?:id|title)_(?:(\d+(?:_\d+)*)|in_mapping_file)$/;

/** A table of editions has nothing but columns of ids and of titles. */
export function isEditionHeader(header: readonly string[]): boolean {
  return header.length > 1 && header.every((cell) => COLUMN.test(cell));
}

/** Newest edition first, the mapping file's numbering last. */
export function readColumns(header: readonly string[]): Result<Columns[]> {
  const editions = [...new Set(header.map(editionOf))].sort(newestFirst);
  const columns = editions.map((edition) => ({
    edition,
    id: header.findIndex((cell) => cell.startsWith('id_') && editionOf(cell) === edition),
    title: header.findIndex((cell) => cell.startsWith('title_') && editionOf(cell) === edition),
  }));
  const partial = columns.find(({ id, title }) => id < 0 || title < 0);
  if (partial) return wrong(`edition ${partial.edition} has no column of ids, or none of titles`);
  return columns.length * 2 === header.length ? success(columns) : wrong('a column stands twice');
}

function editionOf(cell: string): string {
  return COLUMN.exec(cell)?.[1]?.replaceAll('_', '.') ?? MAPPING_EDITION;
}

function newestFirst(a: string, b: string): number {
  if (a === MAPPING_EDITION || b === MAPPING_EDITION) return a === MAPPING_EDITION ? 1 : -1;
  return compareVersions(b, a);
}
