import type { Analysis } from '../../../analysis/analysis';
import type { Reference } from '../../../recognition/reference';
import type { Family } from '../../../identifiers/grammar';
import { lastStartingBy } from '../../../text/span';
import { isNeighbor } from '../item';

/** Which targets share the nearest mapping around a place that has any. */
export interface Units {
  /** Offsets of the targets. */
  targetsAt(reference: Pick<Reference, 'place' | 'span'>): ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** Read once for each analysis. */
export function unitsOf(analysis: Analysis, family: Family): Units {
  return analysis.once(readUnits, family);
}

function readUnits({ references, document: { text, lines } }: Analysis, family: Family): Units {
  const documents = documentStarts(text);
  const around = ({ place, span }: Pick<Reference, 'place' | 'span'>): string[] => [
    ...place.keys.map(({ line, column }) => `${line}:${column}`),
    `document ${lastStartingBy(documents, span.start)}`,
  ];
  const targets = new Map<string, Set<number>>();
  for (const reference of references) {
    if (!isNeighbor(reference, family)) continue;
    const { line } = reference.place;
    const column = reference.span.start - lines.startOf(line);
    const own = [`${line}:${column}`, `${line}:${column - 1}`]; // where it is a key itself, perhaps in quotes
    for (const holder of [...own, ...around(reference)]) {
      const set = targets.get(holder) ?? new Set<number>();
      targets.set(holder, set.add(reference.span.start));
    }
  }
  return {
    targetsAt: (reference) => {
      const holder = around(reference).find((each) => targets.has(each));
      return (holder === undefined ? undefined : targets.get(holder)) ?? NONE;
    },
  };
}

/** Where the documents of a stream begin. */
function documentStarts(text: string): { readonly start: number }[] {
  return [...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => ({ start: index }));
}
