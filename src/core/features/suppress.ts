import type { Analysis } from '../analysis/analysis';
import type { Finding, RuleId } from '../rules/rule';
import { lineEndingOf, type TextEdit } from '../text/edit';
import { commentIn } from './comments';

/** A comment that silences a rule: on the line of a finding, or in the whole document. */
export interface SuppressionEdits {
  /** Undefined where a comment cannot stand there, as inside a code block. */
  readonly line: TextEdit | undefined;
  readonly document: TextEdit | undefined;
}

const ON_LINE = 'control-lens-disable-line';

export function suppressionsFor(analysis: Analysis, { rule, reference }: Finding): SuppressionEdits {
  const { languageId, kind, structure } = analysis.document;
  const isFrontMatter = kind === 'markdown' && reference.span.start < structure.contentStart;
  const onLine = commentIn(isFrontMatter ? 'yaml' : languageId, `${ON_LINE} ${rule}`); // TOML has the same mark
  const onTop = commentIn(languageId, `control-lens-disable ${rule}`);
  const { inFence, line, cell } = reference.place;
  return {
    line: onLine === undefined || inFence ? undefined : lineEdit(analysis, rule, line, cell?.end, onLine),
    document: onTop === undefined ? undefined : documentEdit(analysis, onTop),
  };
}

/** At the end of the table cell or of the line; a comment that is there already takes the rule in. */
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
  const at = cellEnd ?? start + text.trimEnd().length;
  return { span: { start: at, end: at }, newText: ` ${comment}` };
}

/** On a line of its own at the top, below the front matter. */
function documentEdit({ document }: Analysis, comment: string): TextEdit {
  const eol = lineEndingOf(document.text);
  const top = document.structure.contentStart;
  const isBelowBlank = top > 0 && document.kind === 'markdown' && document.text.startsWith(eol, top);
  const at = isBelowBlank ? top + eol.length : top;
  return {
    span: { start: at, end: at },
    newText: `${comment}${eol}${document.kind === 'markdown' ? eol : ''}`,
  };
}
