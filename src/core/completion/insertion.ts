import type { PolicyDocument } from '../documents/document';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { resolve } from '../resolution/resolve';
import type { CompletionFormat } from '../settings/settings';
import { pageOf } from '../links/links';
import type { Entry } from '../search/entry';

/** What is written for an id: `IAM-14`, `IAM-14 Strong Authentication`, or a link where the language has links. */
export function insertionOf(
  knowledge: KnowledgeBase,
  { kind, languageId }: Pick<PolicyDocument, 'kind' | 'languageId'>,
  entry: Entry,
  format: CompletionFormat,
): string {
  const { id, fullName, edition } = entry;
  if (format === 'id') return id;
  if (format === 'id and title') return `${id} ${kind === 'markdown' ? escaped(fullName) : fullName}`;
  const page = pageOf(resolve(knowledge, id, edition));
  if (page === undefined) return id;
  if (kind === 'markdown') return `[${id}](${page})`;
  if (languageId === 'asciidoc') return `${page}[${id}]`;
  if (languageId === 'html') return `<a href="${page}">${id.replace('&', '&amp;')}</a>`;
  return id;
}

/** Names hold no markup but by chance: `LC_MAIN`, `/etc/passwd`. */
function escaped(name: string): string {
  return name.replace(/[\\`*_[\]<>|]/g, '\\$&');
}
