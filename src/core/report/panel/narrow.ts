import { CONTROL_FIELDS, TECHNIQUE_FIELDS } from '../fields';
import type { Column } from '../model';

/** The state, or the ID and the name: these need no word before them. */
const SELF_EXPLANATORY = new Set(['id', 'name', 'title', 'state', 'role']);

/** What is before each cell if a row is a block; the headers say it to those who don't see it. */
function labels(): string {
  return [...labelsOf('techniques', TECHNIQUE_FIELDS), ...labelsOf('controls', CONTROL_FIELDS)].join('\n  ');
}

function labelsOf(table: string, columns: readonly Column[]): string[] {
  return columns
    .filter(({ isExtra }) => !isExtra)
    .flatMap(({ key, title }, at) =>
      SELF_EXPLANATORY.has(key)
        ? []
        : `#${table} td:not(:empty):nth-child(${at + 1})::before { content: "${title}: " / ""; }`,
    );
}

/**
 * Where the panel has no room for all columns, as beside a document, each row is a block of lines: id, name and state on
 * the first, and the other cells below it, each with its title.
 */
export const NARROW_STYLE = `
@media (max-width: 64rem) {
  .tools input { flex: 1 1 20rem; max-width: none; } .tools select { flex: 1 1 14rem; max-width: none; }
  .rows, .rows thead, .rows tbody { display: block; }
  .rows thead tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
  .rows thead tr::before { content: "Sort by" / ""; color: var(--soft); }
  .rows thead th { border: 0; padding: 0; }
  .rows .arrow { width: auto; } .rows [aria-sort="ascending"] .arrow, .rows [aria-sort="descending"] .arrow { margin-left: .25em; }
  .rows tbody tr { display: flex; flex-wrap: wrap; gap: 0 .8rem; position: relative; padding: .35rem 0 .35rem 6.3rem;
    border-bottom: 1px solid var(--line); break-inside: avoid; }
  .rows tbody td { order: 2; flex: 0 0 100%; border: 0; padding: 0; }
  .rows tbody td::before { color: var(--soft); }
  .rows tbody td:nth-child(1) { position: absolute; left: 0; }
  .rows tbody td:nth-child(2) { order: 1; flex: 1 1 8rem; min-width: 0; font-weight: 600; } .rows td .soft { font-weight: 400; }
  .rows tbody td:nth-child(4) { order: 1; flex: 0 1 13.2rem; }
  .rows tbody td.number { flex: none; } .rows tbody td:last-child { flex: 1 1 0; min-width: 0; }
  .rows .places .go { display: inline; margin-right: .8em; }
  ${labels()}
}
@media (max-width: 48rem) {
  .chart, .chart thead, .chart tbody { display: block; }
  .chart tr { display: grid; grid-template-columns: minmax(0, 1fr) repeat(4, 4.7rem); align-items: end; column-gap: .4rem;
    padding: .3rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
  .chart th, .chart td { border: 0; padding: 0; } .chart thead td { display: none; } .chart thead th { align-self: start; }
  .chart th[scope="row"] { width: auto; grid-area: 1 / 1; } .chart tbody .number { grid-row: 1; align-self: start; }
  .chart .drawn { grid-column: 1 / -1; grid-row: 2; width: auto; padding: .25rem 0 .1rem; }
}
@media (max-width: 34rem) {
  .rows tbody td:nth-child(2), .rows tbody td:nth-child(4), .rows tbody td:last-child { flex-basis: 100%; }
  .chart tr { grid-template-columns: minmax(6.5rem, 1fr) repeat(4, 3.8rem); } .chart thead th { font-size: .85em; }
}
`;
