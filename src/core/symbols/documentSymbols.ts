import type { Analysis } from '../analysis/analysis';
import type { DataNode, Key, Structure } from '../documents/place';
import { isReport } from '../analysis/occurrences';
import type { Reference } from '../recognition/reference';
import { subjectOf } from '../resolution/subject';
import { enclosing, type Span } from '../text/span';
import { isDeclaration } from '../index/declarations';
import { labelOf } from './workspaceSymbols';

/** A control or technique as the outline of its document shows it. */
export interface DocumentSymbol {
  /** `IAM-14 Strong Authentication` */
  readonly name: string;
  /** The edition that numbers it there, or `ATT&CK`. */
  readonly detail: string;
  readonly isControl: boolean;
  /** Its line, or the whole item of YAML that is about it; it holds `place`, and all of the children. */
  readonly span: Span;
  readonly place: Span;
  readonly children: readonly DocumentSymbol[];
}

/** What has more is no outline. */
const MAX_COUNT = 2000;

/**
 * What a document names, certainly or likely, in order: each thing once, and in YAML once in each item of a sequence
 * of mappings. Such an item is that of what it declares, else of its first technique, else of its first id.
 */
export function documentSymbols(analysis: Analysis): DocumentSymbol[] {
  const { text, lines, structure } = analysis.document;
  if (isReport(text)) return [];
  const symbols = groupsOf(analysis).flatMap(({ item, references }) => {
    const found = onceEach(analysis, references);
    const lead = item && leadOf(analysis, found);
    if (!lead) return found.map((each) => symbolOf(analysis, each, lines.spanOf(each.place.line)));
    const children = found.filter((each) => each !== lead).slice(0, MAX_COUNT);
    return [
      symbolOf(
        analysis,
        lead,
        spanOfItem(structure, lead, item),
        children.map((each) => symbolOf(analysis, each, each.span)),
      ),
    ];
  });
  return symbols
    .sort((a, b) => a.span.start - b.span.start || a.place.start - b.place.start)
    .slice(0, MAX_COUNT);
}

interface Group {
  readonly item: Key | undefined;
  readonly references: Reference[];
}

function groupsOf({ references }: Analysis): Group[] {
  const groups = new Map<string, Group>();
  for (const reference of references) {
    if (reference.implied || reference.certainty === 'doubtful') continue;
    const item = itemOf(reference);
    const key = item ? `${item.line}:${item.column}` : '';
    const group = groups.get(key) ?? { item, references: [] };
    groups.set(key, group);
    group.references.push(reference);
  }
  return [...groups.values()];
}

/** The item of a sequence whose mapping holds the reference, not the one that is the reference itself. */
function itemOf({ place: { keys } }: Reference): Key | undefined {
  const named = keys.findIndex(({ name }) => name !== '');
  return named < 0 ? undefined : keys.slice(named).find(({ name }) => name === '');
}

/** Where each thing is declared, else where it stands first. */
function onceEach(analysis: Analysis, references: readonly Reference[]): Reference[] {
  const once = new Map<string, Reference>();
  for (const reference of references) {
    const subject = subjectOf(analysis.resolve(reference));
    const known = once.get(subject);
    const isBetter = known && !isDeclared(analysis, known) && isDeclared(analysis, reference);
    if (!known || isBetter) once.set(subject, reference);
  }
  return [...once.values()];
}

function leadOf(analysis: Analysis, references: readonly Reference[]): Reference | undefined {
  return (
    references.find((each) => isDeclared(analysis, each)) ??
    references.find(({ family }) => family === 'attack') ??
    references[0]
  );
}

function isDeclared({ document }: Analysis, reference: Reference): boolean {
  return isDeclaration(document, reference);
}

function spanOfItem(structure: Structure, { span }: Reference, { line, column }: Key): Span {
  let node: DataNode | undefined = structure.nodeAt(span.start);
  while (node && (node.key.line !== line || node.key.column !== column)) node = node.parent;
  return node ?? span;
}

/** The editor takes no symbol whose place is not in its span, and loses all others with it. */
function symbolOf(
  analysis: Analysis,
  reference: Reference,
  span: Span,
  children: readonly DocumentSymbol[] = [],
): DocumentSymbol {
  const { knowledge } = analysis;
  const { id, span: place } = reference;
  const subject = subjectOf(analysis.resolve(reference));
  const edition = reference.edition?.edition;
  return {
    name: labelOf(knowledge, { id, subject, edition }),
    detail: knowledge.editionLabel(id, edition),
    isControl: edition !== undefined,
    span: enclosing(span, [place, ...children.map((each) => each.span)]),
    place,
    children,
  };
}
