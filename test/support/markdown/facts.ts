import { PolicyDocument } from '../../../src/core/documents/document';
import type { Place } from '../../../src/core/documents/place';
import { oneLine, type MarkdownFacts } from './oracle';

/** What our own reading says, asked at each line and at each place where a cell may begin. */
export function structureFacts(text: string): MarkdownFacts {
  const document = new PolicyDocument(text, 'markdown');
  const { structure, lines } = document;
  const facts: MarkdownFacts = {
    headings: structure.headings.map(({ line, depth, text: title }) => `${line}: ${depth} ${oneLine(title)}`),
    cells: [],
    code: [],
    comments: structure
      .commentsWith('-')
      .filter(({ start }) => start >= structure.contentStart)
      .map(({ start, end }) => `${start}-${start + text.slice(start, end).trimEnd().length}`),
    leadIns: [],
  };
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.spanOf(line);
    const source = text.slice(start, end);
    const place = structure.placeAt(start + Math.max(0, source.search(/[^\s>]/)));
    if (place.inFence && source.replace(/^[\s>]*/, '')) facts.code.push(line);
    facts.leadIns.push(`${line}: ${oneLine(place.leadIn ?? '')}`);
    if (!source.includes('|'))
      addOnlyCell(facts, structure.placeAt(start + Math.max(0, source.trimEnd().length - 1)));
    else for (let at = start; at < end; at++) addCell(facts, structure.placeAt(at), at);
  }
  return facts;
}

/** A row without a pipe has one cell. */
function addOnlyCell(facts: MarkdownFacts, place: Place): void {
  if (place.cell && !place.cell.isHtml) addCell(facts, place);
}

function addCell(facts: MarkdownFacts, { cell, line }: Place, at?: number): void {
  const isDelimiterRow = cell && line === cell.table + 1;
  if (!cell || isDelimiterRow || cell.start === cell.end || (at !== undefined && at !== cell.start)) return;
  const { column, start, end, header, rowLabel } = cell;
  facts.cells.push(`${line}: ${column} ${start}-${end} ${header} / ${rowLabel}`);
}
