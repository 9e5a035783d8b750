import type { Analysis } from '../analysis/analysis';
import type { PolicyDocument } from '../documents/document';
import { frontMatterLanguage } from '../documents/frontMatter';
import { frameworkDescriptor } from '../frameworks/registry';
import type { Family } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { Reference } from '../recognition/reference';
import { lineEndingOf, type TextEdit } from '../text/edit';
import { commentIn } from './comments';

/**
 * Declares the edition of a whole document: in the front matter if there is one, else in a comment at the top. Undefined
 * for a framework without editions to declare.
 */
export function declareInDocument(
  { document }: Analysis,
  framework: Family,
  edition: EditionId,
): TextEdit | undefined {
  const { declaration } = frameworkDescriptor(framework).spelling;
  if (!declaration) return undefined;
  const top = document.structure.contentStart;
  if (document.kind === 'markdown' && top > 0)
    return declareInFrontMatter(document, declaration.key, edition);
  const eol = lineEndingOf(document.text);
  const comment = commentIn(document.languageId, declaration.comment(edition));
  if (comment === undefined) return undefined;
  const gap = document.kind === 'markdown' ? eol : '';
  return { span: { start: top, end: top }, newText: `${comment}${eol}${gap}` };
}

/** As its last key; in TOML as its first one, since a key below the header of a table is the table's. */
function declareInFrontMatter(
  { text, lines, structure }: PolicyDocument,
  name: string,
  edition: EditionId,
): TextEdit {
  const isToml = frontMatterLanguage(text) === 'toml';
  const line = isToml ? 1 : lines.lineAt(structure.contentStart - 1);
  const start = lines.startOf(line);
  const key = isToml ? `${name} = "${edition}"` : `${name}: ${edition}`;
  return { span: { start, end: start }, newText: `${key}${lineEndingOf(text)}` };
}

/** Names the edition right before an id, with the framework's name. Prose only: in YAML it would change a value. */
export function declareBefore(
  { document }: Analysis,
  reference: Reference,
  edition: EditionId,
): TextEdit | undefined {
  if (document.kind !== 'markdown') return undefined;
  const { short } = frameworkDescriptor(reference.family).words;
  const { start } = reference.span;
  const before = document.text.slice(document.lines.startOf(reference.place.line), start);
  const name = short.replaceAll(/[^a-z0-9]/gi, String.raw`\$&`);
  const pattern = new RegExp(
    String.raw`(?<![a-z])${name}(?<version>[\s:]+v?\d+(?:\.\d+)*)?(?<gap>[\s:]+)$`,
    'i',
  );
  const named = pattern.exec(before);
  if (!named) return { span: { start, end: start }, newText: `${short} ${edition} ` };
  const from = start - named[0].length + short.length;
  return { span: { start: from, end: start }, newText: ` ${edition} ` };
}
