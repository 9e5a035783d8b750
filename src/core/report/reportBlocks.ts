import { code, heading, joined, line, link, type Block, type Run } from '../text/blocks';
import { basis, controlCounts, frameworkCounts, techniqueCounts, titleOf } from './phrases';
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
