import type { Analysis } from '../analysis/analysis';
import type { Finding, RuleId } from '../rules/rule';
import { lineEndingOf, type TextEdit } from '../text/edit';

/** A comment that silences a rule: on the line of a finding, or in the whole document. */
export interface SuppressionEdits {
  /** Undefined where a comment cannot stand there, as inside a code block. */
  readonly line: TextEdit | undefined;
  readonly document: TextEdit | undefined;
}

/** How a language writes a comment; a language without comments has none. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  markdown: ['<!-- ', ' -->'],
  html: ['<!-- ', ' -->'],
  asciidoc: ['// ', ''],
  yaml: ['# ', ''],
  dockercompose: ['# ', ''],
};

const ON_LINE = 'control-lens-disable-line';

export function suppressionsFor(analysis: Analysis, { rule, reference }: Finding): SuppressionEdits {
  const { languageId } = analysis.document;
  const marks = Object.hasOwn(MARKS, languageId) ? MARKS[languageId] : undefined;
  if (!marks) return { line: undefined, document: undefined };
  return {
    line: reference.place.inFence
      ? undefined
      : lineEdit(analysis, rule, reference.place.line, reference.place.cell?.end, marks),
    document: documentEdit(analysis, rule, marks),
  };
}

/** At the end of the table cell or of the line; a comment that is there already takes the rule in. */
function lineEdit(
  { document }: Analysis,
  rule: RuleId,
  line: number,
  cellEnd: number | undefined,
  [open, close]: readonly [string, string],
): TextEdit {
  const { start, end } = document.lines.spanOf(line);
  const text = document.text.slice(start, end);
  const existing = new RegExp(`${ON_LINE}(?:[\\s,]+[a-z-]*[a-z])*`).exec(text);
  if (existing) {
    const at = start + existing.index + existing[0].length;
    return { span: { start: at, end: at }, newText: `${existing[0] === ON_LINE ? '' : ','} ${rule}` };
  }
  const at = cellEnd ?? start + text.trimEnd().length;
  return { span: { start: at, end: at }, newText: ` ${open}${ON_LINE} ${rule}${close}` };
}

/** On a line of its own at the top, below the front matter. */
function documentEdit(
  { document }: Analysis,
  rule: RuleId,
  [open, close]: readonly [string, string],
): TextEdit {
  const eol = lineEndingOf(document.text);
  const top = document.structure.contentStart;
  const isBelowBlank = top > 0 && document.kind === 'markdown' && document.text.startsWith(eol, top);
  const at = isBelowBlank ? top + eol.length : top;
  return {
    span: { start: at, end: at },
    newText: `${open}control-lens-disable ${rule}${close}${eol}${document.kind === 'markdown' ? eol : ''}`,
  };
}
