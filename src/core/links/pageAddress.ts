import { parseIdentifier, type CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import { link, type Run } from '../text/blocks';

/** What a reading page is about: a control as an edition numbers it, or an ATT&CK object with controls so numbered. */
export interface PageTarget {
  readonly id: CanonicalId;
  /** Of the control, or of the controls on the page; undefined for the one that is read by default. */
  readonly edition?: EditionId | undefined;
}

/** `T1021.007`, `IAM-14@4.0`. */
export function pageName({ id, edition }: PageTarget): string {
  return edition === undefined ? id : `${id}@${edition}`;
}

/** Undefined for what names no page. */
export function parsePageName(name: string): PageTarget | undefined {
  const at = name.indexOf('@');
  const id = parseIdentifier(at < 0 ? name : name.slice(0, at));
  return id && { id, ...(at >= 0 && { edition: name.slice(at + 1) }) };
}

const EXTENSION = '.md';

/** The path of a page below the scheme of the pages: `/T1021.007.md`. */
export function pagePath(target: PageTarget): string {
  return `/${pageName(target)}${EXTENSION}`;
}

/** The target of such a path. */
export function parsePagePath(path: string): PageTarget | undefined {
  return path.startsWith('/') && path.endsWith(EXTENSION)
    ? parsePageName(path.slice(1, -EXTENSION.length))
    : undefined;
}

/** The address of a page from another page: `./T1021.007.md`. */
export function pageHref(target: PageTarget): string {
  return `./${encodeURIComponent(pageName(target))}${EXTENSION}`;
}

/** The command that opens a page; its argument is the name of the page. */
export const OPEN_PAGE_COMMAND = 'controlLens.openPage';

/** For a hover, which can only link to the web and to commands. */
export function openPageLink(target: PageTarget): Run {
  const argument = encodeURIComponent(JSON.stringify([pageName(target)]));
  return link('Open Page', `command:${OPEN_PAGE_COMMAND}?${argument}`, 'Everything on one page');
}
