import type { TextEdit } from '../../../text/edit';
import { familyFor, type Target } from '../item';
import type { Slot } from '../slot';
import { endOfMention, PLAIN, writeEntries, type Style } from '../style';
import { writeLines } from './list';
import type { ListItem, Page } from './page';

/** A parenthesis right behind the target: `T1021.007 (IAM-10, IAM-14)`. */
export function parenthesisSlot(page: Page, target: Target, style: Style = PLAIN, lead = ''): Slot {
  const end = endOfMention(page.analysis, target);
  const separator = style.separator ?? ', ';
  return {
    edition: undefined,
    takesName: true,
    write: (entries, name) => {
      const written = writeEntries(entries, style, separator, name || lead);
      return [{ span: { start: end, end }, newText: ` (${written})` }];
    },
  };
}

/** The template in an item below the target's own. */
export function templateItemSlot(page: Page, target: Target, item: ListItem): Slot {
  const prefix = childPrefix(page, item);
  return {
    edition: undefined,
    takesName: true,
    write: (entries, name) =>
      writeLines(page, item.last, [`${prefix}${filled(page, target, entries, name)}`]),
  };
}

/** As the items below it begin that it has already; else the same mark, further in. */
function childPrefix(page: Page, item: ListItem): string {
  for (let line = item.last; line > item.first; line--) {
    const [child, parent] = page.itemsAt(line);
    if (child && parent?.first === item.first && !/\d/.test(child.prefix)) return child.prefix;
  }
  const mark = /[-*+][ \t]+$/.exec(item.prefix)?.[0] ?? '- ';
  return page.insideOf(item) + mark;
}

/** The template in a paragraph of its own below the given line, in the quotes of the other line. */
export function templateParagraphSlot(page: Page, target: Target, after: number, like: number): Slot {
  const { start } = page.span(like);
  const prefix = page.text.slice(start, page.content(like));
  const quote = /^[ \t]*(?:>[ \t]?)*/.exec(prefix)?.[0] ?? '';
  const isLast = after + 1 >= page.count || page.isBlank(after + 1);
  return {
    edition: undefined,
    takesName: true,
    write: (entries, name): TextEdit[] => {
      const lines = [quote.trimEnd(), `${quote}${filled(page, target, entries, name)}`];
      return writeLines(page, after, isLast ? lines : [...lines, quote.trimEnd()]);
    },
  };
}

const TECHNIQUES_TEMPLATE = 'Mapped techniques: {techniques}';

function filled(page: Page, target: Target, entries: Parameters<Slot['write']>[0], name: string): string {
  const written = writeEntries(entries, PLAIN, ', ', name);
  return familyFor(target) === 'attack'
    ? TECHNIQUES_TEMPLATE.replace('{techniques}', () => written)
    : page.analysis.settings.insertTemplate.replace('{controls}', () => written);
}
