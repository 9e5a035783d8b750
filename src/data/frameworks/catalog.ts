import type { DomainRecord, LegacyRecord } from '../../core/knowledge/records';
import type { EditionTable, TableControl } from './editions';

/** The controls of a framework, put together by ourselves: what no file of a publisher that is imported lists. */
export interface Catalog {
  readonly edition: string;
  readonly families: readonly Family[];
}

export interface Family {
  readonly code: string;
  readonly name: string;
  /** By number, from 1. */
  readonly controls: readonly (string | Withdrawn)[];
}

/** A number that is not in use any more. */
export interface Withdrawn {
  /** Ids of the controls that it was incorporated into or moved to, those named first. */
  readonly into: readonly string[];
}

export function withdrawn(...into: readonly string[]): Withdrawn {
  return { into };
}

export function tableOf({ edition, families }: Catalog): EditionTable {
  return { editions: [edition], controls: families.flatMap((family) => controlsOf(family, edition)) };
}

function controlsOf({ code, controls }: Family, edition: string): TableControl[] {
  return controls.flatMap((title, index) =>
    typeof title === 'string'
      ? [{ ids: new Map([[edition, `${code}-${index + 1}`]]), titles: new Map([[edition, title]]) }]
      : [],
  );
}

/** Sorted by code, in the order of the table. */
export function domainsOf({ families }: Catalog): DomainRecord[] {
  return families.map(({ code, name }) => ({ code, name }));
}

export function withdrawnOf({ edition, families }: Catalog): LegacyRecord[] {
  return families.flatMap(({ code, controls }) =>
    controls.flatMap((control, index) =>
      typeof control === 'string'
        ? []
        : [
            {
              id: `${code}-${index + 1}`,
              edition,
              successors: control.into,
              toEdition: edition,
              isWithdrawn: true as const,
            },
          ],
    ),
  );
}
