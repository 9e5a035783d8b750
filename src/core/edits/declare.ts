import type { Analysis } from '../analysis/analysis';
import type { PolicyDocument } from '../documents/document';
import { frontMatterLanguage } from '../documents/frontMatter';
import type { EditionId } from '../knowledge/framework';
import type { Reference } from '../recognition/reference';
import { lineEndingOf, type TextEdit } from '../text/edit';
import { commentIn } from './comments';

const FRONT_MATTER_KEY = 'ccm_version';

/** Declares the edition of a whole document: in the front matter where there is one, else in a comment at the top. */
export function declareInDocument({ document }: Analysis, edition: EditionId): TextEdit | undefined {
  const top = document.structure.contentStart;
  if (document.kind === 'markdown' && top > 0) return declareInFrontMatter(document, edition);
  const eol = lineEndingOf(document.text);
  const comment = commentIn(document.languageId, `control-lens-edition CCM ${edition}`);
  if (comment === undefined) return undefined;
  const gap = document.kind === 'markdown' ? eol : '';
  return { span: { start: top, end: top }, newText: `${comment}${eol}${gap}` };
}

/** As its last key; in TOML as its first one, since a key below the header of a table is the table's. */
function declareInFrontMatter({ text, lines, structure }: PolicyDocument, edition: EditionId): TextEdit {
  const isToml = frontMatterLanguage(text) === 'toml';
  const line = isToml ? 1 : lines.lineAt(structure.contentStart - 1);
  const start = lines.startOf(line);
  const key = isToml ? `${FRONT_MATTER_KEY} = "${edition}"` : `${FRONT_MATTER_KEY}: ${edition}`;
  return { span: { start, end: start }, newText: `${key}${lineEndingOf(text)}` };
}

/** Names the edition right before an id: `CCM 4.1 IAM-13`. Prose only: in YAML it would change a value. */
export function declareBefore(
  { document }: Analysis,
  reference: Reference,
  edition: EditionId,
): TextEdit | undefined {
  if (document.kind !== 'markdown') return undefined;
  const { start } = reference.span;
  const before = document.text.slice(document.lines.startOf(reference.place.line), start);
  const named = /(?<![a-z])ccm(?<version>[\s:]+v?\d+(?:\.\d+)*)?(?<gap>[\s:]+)$/i.exec(before);
  if (!named) return { span: { start, end: start }, newText: `CCM ${edition} ` };
  const from = start - named[0].length + 'CCM'.length;
  return { span: { start: from, end: start }, newText: ` ${edition} ` };
}
