import { REPORT_MARK } from '../analysis/occurrences';
import { code, heading, joined, line, link, type Block, type Run } from '../text/blocks';
import { listed } from '../text/message';
import { markdownFilePieces } from '../text/renderMarkdown';
import { tablesOf, type Cell, type Table } from './model';
import { basis, countSentences, placesShown, titleOf } from './phrases';
import type { CoverageReport } from './report';
import { sectionsOf } from './sections';

/**
 * The comments keep the report's own ids from being counted or warned of, wherever it is put. They stand below the
 * title: the editor calls a new document by its first line.
 */
export function* markdownPieces(report: CoverageReport): Generator<string> {
  yield* markdownFilePieces([heading(1, titleOf(report))]);
  yield `\n<!-- ${REPORT_MARK} -->\n<!-- control-lens-disable -->\n\n`;
  yield* markdownFilePieces([
    ...countSentences(report).map((sentence) => line(`${sentence}.`)),
    line(basis(report)),
    line(report.caveat),
    ...sectionsOf(report)
      .flatMap(tablesOf)
      .flatMap((table) => tableBlocks(report, table)),
  ]);
}

function tableBlocks(report: CoverageReport, { title, sentences, columns, rows }: Table): Block[] {
  const head = columns.map((column) => column.title);
  const cells = rows.map((row) => row.map((cell) => runsOf(report, cell)));
  return [
    ...(title === '' ? [] : [heading(2, title)]),
    ...sentences.map((sentence) => line(sentence)),
    ...(rows.length > 0 ? [{ kind: 'table', head, rows: cells } as const] : []),
  ];
}

const MAX_PLACES = 3;
const MAX_DOCUMENTS = 5;

function runsOf(report: CoverageReport, cell: Cell): readonly Run[] {
  if (typeof cell !== 'object') return [{ text: String(cell) }];
  switch (cell.kind) {
    case 'id':
      if (cell.url !== undefined) return [link(cell.id, cell.url)];
      return cell.name === undefined ? [code(cell.id)] : [code(cell.id), { text: ` ${cell.name}` }];
    case 'name':
      return [{ text: cell.remark === '' ? cell.name : `${cell.name} (${cell.remark})` }];
    case 'term':
      return [{ text: cell.words }];
    case 'count':
      return [{ text: String(cell.count) }];
    case 'techniques':
    case 'controls':
      return joined(cell.ids.map(code), ', ');
    case 'documents': {
      const more = cell.paths.length > MAX_DOCUMENTS ? ', …' : '';
      return [{ text: listed(cell.paths.slice(0, MAX_DOCUMENTS)) + more }];
    }
    case 'places': {
      const { shown, more } = placesShown(report, cell.places, MAX_PLACES);
      const asRun = report.documents.length === 1 ? (text: string) => ({ text }) : code;
      return joined([...shown.map(asRun), ...more.map((text) => ({ text }))], ', ');
    }
  }
}
