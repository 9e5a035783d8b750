import type { Analysis } from '../analysis/analysis';
import type { Finding, RuleId } from '../rules/rule';
import { lineEndingOf, type TextEdit } from '../text/edit';
import { commentIn } from './comments';
import { goesOn } from './yamlText';

/** A comment that silences a rule: on the line of a finding, or in the whole document. It is not read back yet. */
export interface SuppressionEdits {
  /** Undefined where a comment cannot stand there, as inside a code block or another comment. */
  readonly line: TextEdit | undefined;
  readonly document: TextEdit | undefined;
}

const ON_LINE = 'control-lens-disable-line';
const ON_NEXT_LINE = 'control-lens-disable-next-line';

export function suppressionsFor(analysis: Analysis, { rule, reference }: Finding): SuppressionEdits {
  const { languageId, kind, structure } = analysis.document;
  const isFrontMatter = kind === 'markdown' && reference.span.start < structure.contentStart;
  const language = isFrontMatter ? 'yaml' : languageId; // TOML has the same mark
  const onLine = commentIn(language, `${ON_LINE} ${rule}`);
  const onTop = commentIn(language, `control-lens-disable ${rule}`);
  return {
    line: onLine === undefined ? undefined : editFor(analysis, rule, reference, language, onLine),
    document: onTop === undefined ? undefined : documentEdit(analysis, onTop, isFrontMatter),
  };
}

/** None within a text of several lines, but above the line on which it begins. */
function editFor(
  analysis: Analysis,
  rule: RuleId,
  { place }: Finding['reference'],
  language: string,
  comment: string,
): TextEdit | undefined {
  const { document } = analysis;
  if (place.inFence || beginsText(document, place.line)) return undefined;
  if (language !== 'yaml' || !goesOn(document, place.line))
    return lineEdit(analysis, rule, place.line, place.cell?.end, comment);
  if (place.keys[0]?.line !== place.line) return undefined;
  const start = document.lines.startOf(place.line);
  const indent = /^\s*/.exec(document.lines.textOf(place.line))?.[0] ?? '';
  const above = commentIn(language, `${ON_NEXT_LINE} ${rule}`) ?? '';
  return { span: { start, end: start }, newText: `${indent}${above}${lineEndingOf(document.text)}` };
}

/** A text of TOML that goes on below the line: a comment at its end would be part of it. */
function beginsText({ kind, lines, structure }: Analysis['document'], line: number): boolean {
  return kind === 'toml' && line + 1 < lines.count && structure.placeAt(lines.startOf(line + 1)).inFence;
}

/** At the end of the table cell, or of the line where the cell goes on below; a comment that is there already takes the rule in. */
function lineEdit(
  { document }: Analysis,
  rule: RuleId,
  line: number,
  cellEnd: number | undefined,
  comment: string,
): TextEdit {
  const { start, end } = document.lines.spanOf(line);
  const text = document.text.slice(start, end);
  const existing = new RegExp(`${ON_LINE}(?:[\\s,]+[a-z-]*[a-z])*`).exec(text);
  if (existing) {
    const at = start + existing.index + existing[0].length;
    return { span: { start: at, end: at }, newText: `${existing[0] === ON_LINE ? '' : ','} ${rule}` };
  }
  const at = Math.min(cellEnd ?? end, start + text.trimEnd().length);
  return { span: { start: at, end: at }, newText: ` ${comment}` };
}

/** On a line of its own at the top: below the front matter, or in it where the finding is. */
function documentEdit({ document }: Analysis, comment: string, isFrontMatter: boolean): TextEdit {
  const eol = lineEndingOf(document.text);
  if (isFrontMatter) {
    const first = document.lines.startOf(1);
    return { span: { start: first, end: first }, newText: comment + eol };
  }
  const top = document.structure.contentStart;
  const isBelowBlank = top > 0 && document.kind === 'markdown' && document.text.startsWith(eol, top);
  const at = isBelowBlank ? top + eol.length : top;
  return {
    span: { start: at, end: at },
    newText: `${comment}${eol}${document.kind === 'markdown' ? eol : ''}`,
  };
}
