import { code, heading, joined, line, link, type Block, type Run } from '../text/blocks';
import { listed } from '../text/message';
import {
  basis,
  controlCounts,
  frameworkCounts,
  mappedByDocument,
  mappedSentence,
  techniqueCounts,
  titleOf,
} from './phrases';
import type { CoverageReport } from './report';
import { placesShown, sectionsOf, type Cell, type Section } from './sections';

/** The report as blocks of text. */
export function reportBlocks(report: CoverageReport): Block[] {
  return [
    heading(1, titleOf(report)),
    line(`${techniqueCounts(report)}.`),
    line(`${controlCounts(report)}.`),
    ...frameworkCounts(report).map((sentence) => line(`${sentence}.`)),
    line(basis(report)),
    line(report.caveat),
    ...sectionsOf(report).flatMap((section) => sectionBlocks(report, section)),
    ...mappedSection(report),
  ];
}

/** Named for one technique. */
const MOST_DOCUMENTS = 5;

/** The techniques that the cited controls are mapped to: by tactic, by document, and each. */
function mappedSection(report: CoverageReport): Block[] {
  const { mappedTo, mappedTactics, documents } = report;
  if (mappedTo.length === 0) return [];
  const text = (words: string): Run[] => [{ text: words }];
  const tactics = mappedTactics.map(({ id, name, techniques, named }) => [
    [code(id)],
    text(name),
    text(String(techniques)),
    text(String(named)),
  ]);
  const paths = mappedByDocument(report).map(([path, count]) => [[code(path)], text(String(count))]);
  const each = mappedTo.map(({ id, url, name, controls, documents: own }) => [
    [link(id, url)],
    text(name),
    joined(controls.map(code), ', '),
    text(listed(own.slice(0, MOST_DOCUMENTS)) + (own.length > MOST_DOCUMENTS ? ', …' : '')),
  ]);
  const table = (head: readonly string[], rows: readonly (readonly (readonly Run[])[])[]): Block => ({
    kind: 'table',
    head,
    rows,
  });
  return [
    heading(2, 'Techniques that the cited controls are mapped to'),
    line(`${mappedSentence(report)}.`),
    table(['Tactic', 'Name', 'Techniques', 'Named'], tactics),
    ...(documents.length > 1 ? [table(['Document', 'Techniques'], paths)] : []),
    table(['Technique', 'Name', 'Cited controls', 'Where'], each),
  ];
}

function sectionBlocks(report: CoverageReport, { title, sentences, columns, rows }: Section): Block[] {
  const head = columns.map((column) => column.title);
  const cells = rows.map((row) => row.map((cell) => runsOf(report, cell)));
  return [
    heading(2, title),
    ...sentences.map((sentence) => line(sentence)),
    ...(rows.length > 0 ? [{ kind: 'table', head, rows: cells } as const] : []),
  ];
}

const MOST_PLACES = 3;

function runsOf(report: CoverageReport, cell: Cell): readonly Run[] {
  if (typeof cell !== 'object') return [{ text: String(cell) }];
  switch (cell.kind) {
    case 'id':
      if (cell.url !== undefined) return [link(cell.id, cell.url)];
      return cell.name === undefined ? [code(cell.id)] : [code(cell.id), { text: ` ${cell.name}` }];
    case 'name':
      return [{ text: cell.remark === '' ? cell.name : `${cell.name} (${cell.remark})` }];
    case 'techniques':
    case 'controls':
      return joined(cell.ids.map(code), ', ');
    case 'places': {
      const { shown, more } = placesShown(report, cell.places, MOST_PLACES);
      const asRun = report.documents.length === 1 ? (text: string) => ({ text }) : code;
      return joined([...shown.map(asRun), ...more.map((text) => ({ text }))], ', ');
    }
  }
}
