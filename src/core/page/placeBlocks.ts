import type { Resolution } from '../resolution/resolve';
import { subjectOf } from '../resolution/subject';
import { heading, line, link, type Block, type Run } from '../text/blocks';
import { groupedBy } from '../text/groupedBy';
import { counted } from '../text/message';
import type { PagePlace, PageScene } from './pageScene';

const MAX_DOCUMENTS = 100;
const MAX_LINES = 20;

/** Where the workspace names it: a row a document, with its lines. */
export function placeBlocks({ placesOf }: PageScene, resolution: Resolution): Block[] {
  if (!placesOf) return [];
  const byPath = groupedBy(placesOf(subjectOf(resolution)), ({ path }) => path);
  const title = heading(2, 'In this workspace');
  if (byPath.size === 0) return [title, line('No document that was read names it.')];
  const shown = [...byPath].slice(0, MAX_DOCUMENTS);
  const rest = byPath.size - shown.length;
  return [
    title,
    {
      kind: 'table',
      head: ['Document', 'Lines'],
      rows: shown.map(([path, places]) => [[documentRun(path, places)], lineRuns(places)]),
    },
    ...(rest > 0 ? [line(`and ${counted(rest, 'more document')}`)] : []),
  ];
}

function documentRun(path: string, [first]: readonly PagePlace[]): Run {
  return first?.href === undefined ? { text: path } : link(path, first.href);
}

function lineRuns(places: readonly PagePlace[]): Run[] {
  const lines = [...new Set(places.map((place) => place.line))].sort((a, b) => a - b);
  const rest = lines.length - MAX_LINES;
  return [{ text: lines.slice(0, MAX_LINES).join(', ') + (rest > 0 ? ` and ${rest} more` : '') }];
}
